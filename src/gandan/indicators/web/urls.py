"""Addresses under /lam-viec/so-lieu/."""

from django.urls import URLPattern

app_name = "indicators"
urlpatterns: list[URLPattern] = []
