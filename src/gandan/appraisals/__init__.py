"""Councils score a thing of a room above by a versioned sheet, people may object to what is posted, then an office decides."""
