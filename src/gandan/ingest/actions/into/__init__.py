"""What accepting a record writes in the room it belongs to, and how that is taken back. One file a kind; start in taking.py."""
