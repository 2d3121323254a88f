"""Addresses under /lam-viec/hoi-dong/."""

from django.urls import URLPattern

app_name = "appraisals"
urlpatterns: list[URLPattern] = []
