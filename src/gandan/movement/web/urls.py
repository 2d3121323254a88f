"""Addresses under /lam-viec/mo-hinh/."""

from django.urls import URLPattern

app_name = "movement"
urlpatterns: list[URLPattern] = []
