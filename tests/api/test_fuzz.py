"""A stranger throws everything the schema allows, and much that it does not, at the API: no 5xx, no answer outside its schema."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from gandan.accounts import actions
from gandan.accounts.models import User
from gandan.accounts.queries import actor_for

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,negative_data_rejection,ignored_auth"
)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_nothing_breaks_and_every_answer_fits(live, tmp_path):
    officer, now = User.objects.get(username="mai.mttq"), timezone.now()
    today = timezone.localdate(now)
    actor = actor_for(officer, today=today)
    _token, secret = actions.make_token(officer, label="thử", last_day=today + timedelta(days=1), by=actor, now=now)
    program, schema = str(Path(sys.executable).parent / "st"), f"{live.url}/api/v1/openapi.json"
    command = [program, "run", schema, "--header", f"Authorization: Bearer {secret}"]
    limits = ["--phases", "examples,coverage,fuzzing,stateful", "--max-examples", "40", "--workers", "2", "--seed", "1", "--no-color"]
    run = subprocess.run([*command, "--checks", CHECKS, *limits], cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
