"""Addresses under /van-ban/, open to everyone."""

from django.urls import path

from gandan.directives.web import feeds, public

app_name = "directives-public"
urlpatterns = [
    path("", public.register, name="register"),
    path("moi.atom", feeds.newest, name="feed"),
    path("<uuid:document>/", public.document, name="document"),
]
