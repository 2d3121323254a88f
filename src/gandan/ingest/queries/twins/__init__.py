"""What may be the same as a record, by where it stands: told by another text, at the same activity, or in a register."""
