"""Pages for everyone."""

from django.urls import URLPattern

app_name = "denunciations-public"
urlpatterns: list[URLPattern] = []
