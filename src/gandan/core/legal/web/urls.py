"""Addresses under /lam-viec/quy-dinh/."""

from django.urls import path

from gandan.core.legal.web import staff, taking_back

app_name = "legal"
urlpatterns = [
    path("", staff.rules, name="rules"),
    path("lich/", staff.calendar, name="calendar"),
    path("lich/ngay/", staff.set_day, name="set_day"),
    path("lich/ngay/<uuid:pk>/rut/", taking_back.day, name="withdraw_day"),
    path("<str:code>/", staff.rule, name="rule"),
    path("<str:code>/doi/", staff.change, name="change"),
    path("<str:code>/rut/", taking_back.version, name="withdraw"),
]
