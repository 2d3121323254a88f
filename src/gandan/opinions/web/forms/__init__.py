"""Forms of this room: `public` for people without an account; those of the offices beside it."""
