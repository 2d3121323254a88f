"""The demo's own keys, made once into the data folder. Production gives its keys by environment and never reads these."""

import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet


def make_demo_keys(home: Path) -> Path:
    """Write what is missing; readable by the owner only."""
    folder = home / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, value in (("secret", secrets.token_urlsafe(64)), ("encryption", Fernet.generate_key().decode("ascii"))):
        try:
            descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(value + "\n")
    return folder
