"""READ: what the public pages show, put together from the rooms below as frozen answers."""
