"""Addresses for everyone under /mo-hinh/."""

from django.urls import path

from gandan.movement.web import public, public_voice
from gandan.movement.web.feeds_urls import urlpatterns as feeds

app_name = "movement-public"
urlpatterns = [
    path("", public.index, name="index"),
    path("ma/", public_voice.enter_code, name="enter_code"),
    path("ma/noi/", public_voice.speak, name="speak"),
    path("<uuid:practice>/", public.one, name="one"),
    *feeds,
]
