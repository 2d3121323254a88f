"""WHO may open the workspace: everyone who signed in; each room guards its own pages."""

from gandan.core.access import signed_in

TABLE = {"workspace.open": signed_in}
