"""Addresses for everyone under /khen-thuong/."""

from django.urls import URLPattern

app_name = "awards-public"
urlpatterns: list[URLPattern] = []
