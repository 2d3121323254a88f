"""Addresses under /so-lieu/, open to everyone."""

from django.urls import URLPattern

app_name = "indicators-public"
urlpatterns: list[URLPattern] = []
