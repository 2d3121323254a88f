"""Addresses of the public shell."""

from django.urls import path

from gandan.portal.web import files, home, law, search, units

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("noi-o/", home.choose, name="choose"),
    path("noi-o/chon/", home.remember, name="remember"),
    path("noi-o/bo/", home.forget, name="forget"),
    path("gioi-thieu/", home.about, name="about"),
    path("don-vi/", units.units, name="units"),
    path("don-vi/tai-ve.csv", files.units_csv, name="units_csv"),
    path("don-vi/<uuid:unit>/", units.unit, name="unit"),
    path("tim/", search.search, name="search"),
    path("quy-dinh/", law.rules, name="rules"),
    path("robots.txt", files.robots, name="robots"),
    path("favicon.ico", files.icon, name="icon"),
]
