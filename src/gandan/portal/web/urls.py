"""Addresses of the public shell."""

from django.urls import path

from gandan.portal.web import public

app_name = "portal"
urlpatterns = [
    path("", public.home, name="home"),
]
