"""Addresses under /lam-viec/thong-bao/."""

from django.urls import path

from gandan.notices.web import calls, delivery, preference, staff

app_name = "notices"
urlpatterns = [
    path("", staff.index, name="list"),
    path("doc-het/", staff.read_all, name="read_all"),
    path("cach-nhan/", preference.preference, name="preference"),
    path("tinh-trang/", delivery.delivery, name="delivery"),
    path("goi/<uuid:pk>/", calls.call, name="call"),
    path("goi/<uuid:pk>/da-goi/", calls.made, name="call_made"),
    path("<uuid:pk>/mo/", staff.open_notice, name="open"),
    path("<uuid:pk>/doc/", staff.read, name="read"),
]
