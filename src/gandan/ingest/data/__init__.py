"""Word lists of the readers: plain text, one entry a line, `#` starts a comment. Readable and correctable by people who don't program."""
