"""What may become of a case of the demo. Each path is a generator: it waits, then the next deed is done."""
