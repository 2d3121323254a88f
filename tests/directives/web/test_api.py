"""The register over REST."""

import json
from datetime import date

import pytest
from django.test import Client

from gandan.accounts import actions as accounts
from gandan.directives.models import Document
from tests.directives.making import document, replaces
from tests.people import NOW, TODAY

ROOT = "/api/v1/documents"
