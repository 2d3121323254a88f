"""Addresses under /so-lieu/, open to everyone."""

from django.urls import path

from gandan.indicators.web import public

app_name = "indicators-public"
urlpatterns = [
    path("", public.index, name="index"),
    path("chi-tieu/<str:code>/", public.indicator, name="indicator"),
    path("chi-tieu/<str:code>/so-lieu.csv", public.indicator_csv, name="csv"),
    path("<uuid:key>/", public.figure, name="figure"),
]
