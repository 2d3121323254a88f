"""Pages at work, one for each deed."""
