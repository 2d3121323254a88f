"""Pictures as plain arithmetic: coordinates in, SVG numbers out. No Django, no database."""
