"""Addresses for everyone under /mo-hinh/."""

from django.urls import path

from gandan.movement.web import public, public_voice

app_name = "movement-public"
urlpatterns = [
    path("", public.index, name="index"),
    path("ma/", public_voice.enter_code, name="enter_code"),
    path("ma/noi/", public_voice.speak, name="speak"),
    path("<uuid:practice>/", public.one, name="one"),
]
