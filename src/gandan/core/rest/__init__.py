"""What every room's REST calls share: who asks, pages, errors. The shell that mounts them is `gandan.api`."""
