"""Addresses under /lam-viec/hoat-dong/."""

from django.urls import URLPattern

app_name = "activities"
urlpatterns: list[URLPattern] = []
