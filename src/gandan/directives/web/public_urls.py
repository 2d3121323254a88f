"""Addresses under /van-ban/, open to everyone."""

from django.urls import URLPattern

app_name = "directives-public"
urlpatterns: list[URLPattern] = []
