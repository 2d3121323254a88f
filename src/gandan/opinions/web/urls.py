"""Pages of those who work with it."""

from django.urls import URLPattern

app_name = "opinions"
urlpatterns: list[URLPattern] = []
