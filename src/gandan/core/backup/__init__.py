"""One archive with everything but the keys: made while people work, checked before and after it is put back.

The archive is a plain tar: `manifest.json` (written last), `database/` (pg_dump directory format), `files/`.
"""
