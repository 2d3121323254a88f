"""Pages for everyone."""

from django.urls import URLPattern

app_name = "opinions-public"
urlpatterns: list[URLPattern] = []
