"""Addresses for everyone under /niem-yet/."""

from django.urls import URLPattern

app_name = "appraisals-public"
urlpatterns: list[URLPattern] = []
