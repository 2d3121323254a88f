"""Pages at work: `desk` shows, `values`, `statements` and `definitions` do."""
