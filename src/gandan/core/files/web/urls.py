"""Addresses of files."""

from django.urls import path

from gandan.core.files.web import public

app_name = "files"
urlpatterns = [path("tep/<uuid:key>/", public.download, name="download")]
