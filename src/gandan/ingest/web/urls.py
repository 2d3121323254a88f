"""Addresses under /lam-viec/doc-van-ban/."""

from django.urls import path

from gandan.ingest.web import staff

app_name = "ingest"
urlpatterns = [
    path("", staff.read_prose, name="read"),
    path("vi-du/", staff.example, name="example"),
    path("tai-ve/", staff.download, name="download"),
]
