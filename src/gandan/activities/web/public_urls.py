"""Addresses under /hoat-dong/, open to everyone."""

from django.urls import URLPattern

app_name = "activities-public"
urlpatterns: list[URLPattern] = []
