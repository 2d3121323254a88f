"""WHO may have prose read. Nothing is stored by reading, so one right is enough; accepting records will have its own."""

from gandan.core.access import Role, holds

TABLE = {"ingest.read_prose": holds(Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.ANALYST)}
