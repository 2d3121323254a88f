"""Forms: one file for each thing that is filled in."""
