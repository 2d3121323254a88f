"""Jobs inside PostgreSQL (procrastinate): deferred in the caller's transaction, done at least once. Start reading in app.py."""
