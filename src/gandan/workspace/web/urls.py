"""Addresses under /lam-viec/."""

from django.urls import path

from gandan.workspace.web import staff

app_name = "workspace"
urlpatterns = [path("", staff.my_work, name="home")]
