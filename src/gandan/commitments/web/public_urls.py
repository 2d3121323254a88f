"""Addresses under /loi-hua/, open to everyone."""

from django.urls import URLPattern

app_name = "commitments-public"
urlpatterns: list[URLPattern] = []
