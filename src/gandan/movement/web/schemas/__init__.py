"""What the REST calls of this room show, a file for each noun. What they take: schemas_in.py."""
