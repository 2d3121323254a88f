"""Addresses under /lam-viec/van-ban/."""

from django.urls import path

from gandan.directives.web import deeds, staff

app_name = "directives"
urlpatterns = [
    path("", staff.register, name="register"),
    path("them/", staff.add, name="add"),
    path("<uuid:document>/", staff.document, name="document"),
    path("<uuid:document>/sua/", deeds.correct, name="correct"),
    path("<uuid:document>/tep/", deeds.attach, name="attach"),
    path("<uuid:document>/tep/<uuid:file>/bo/", deeds.remove_file, name="remove_file"),
    path("<uuid:document>/quan-he/", deeds.relate, name="relate"),
    path("quan-he/<uuid:relation>/bo/", deeds.take_back, name="take_back"),
    path("<uuid:document>/tham-muu/", deeds.note_advice, name="note_advice"),
    path("tham-muu/<uuid:advice>/", deeds.settle_advice, name="settle_advice"),
    path("<uuid:document>/rut/", deeds.withdraw, name="withdraw"),
]
