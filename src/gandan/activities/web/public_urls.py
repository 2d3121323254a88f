"""Addresses under /hoat-dong/, open to everyone."""

from django.urls import path

from gandan.activities.web import feeds, public

app_name = "activities-public"
urlpatterns = [
    path("", public.index, name="index"),
    path("moi.atom", feeds.newest, name="feed"),
    path("<uuid:activity>/", public.activity, name="activity"),
]
