"""Addresses under /thoi-nhan-tin/."""

from django.urls import path

from gandan.notices.web import public

app_name = "notices-public"
urlpatterns = [path("<uuid:news>/<str:mac>/", public.stop, name="stop")]
