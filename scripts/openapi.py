"""Writes docs/api/openapi.json from the code: `make openapi`. A test compares the two."""

import json
import os
from pathlib import Path

import django


def main() -> None:
    """Write the schema that the server would serve."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    os.environ.setdefault("GANDAN_DEMO", "1")
    django.setup()
    from gandan.api.api import api

    target = Path(__file__).parents[1] / "docs" / "api" / "openapi.json"
    target.write_text(json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
