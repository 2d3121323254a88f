"""Addresses under /lam-viec/quy-dinh/."""

from django.urls import path

from gandan.core.legal.web import staff

app_name = "legal"
urlpatterns = [
    path("", staff.rules, name="rules"),
    path("lich/", staff.calendar, name="calendar"),
    path("lich/ngay/", staff.set_day, name="set_day"),
    path("<str:code>/", staff.rule, name="rule"),
    path("<str:code>/doi/", staff.change, name="change"),
]
