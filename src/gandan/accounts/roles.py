"""What the roles mean for this room, in one place."""

from gandan.core.access import Role

SECOND_FACTOR = frozenset({Role.LEADER, Role.ADMINISTRATOR, Role.DENUNCIATION_HANDLER})  # these may not work with a password alone
LEADER_GIVES = frozenset({Role.OFFICER, Role.HAMLET_HEAD})  # in the leader's own unit
WITHOUT_UNIT = frozenset({Role.ADMINISTRATOR, Role.ANALYST, Role.DENUNCIATION_HANDLER})  # handlers: what is said of provinces
