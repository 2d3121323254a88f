"""What the REST calls of this room take and show, a file for each noun. Contacts are in none but `contact.py`, which opens one."""
