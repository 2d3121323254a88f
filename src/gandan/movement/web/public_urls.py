"""Addresses for everyone under /mo-hinh/."""

from django.urls import URLPattern

app_name = "movement-public"
urlpatterns: list[URLPattern] = []
