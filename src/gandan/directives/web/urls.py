"""Addresses under /lam-viec/van-ban/."""

from django.urls import URLPattern

app_name = "directives"
urlpatterns: list[URLPattern] = []
