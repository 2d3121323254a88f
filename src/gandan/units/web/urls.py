"""Addresses under /lam-viec/don-vi/."""

from django.urls import path

from gandan.units.web import staff

app_name = "units"
urlpatterns = [
    path("", staff.desk, name="desk"),
    path("<uuid:unit>/", staff.unit, name="unit"),
    path("<uuid:unit>/thon/them/", staff.add_hamlet, name="add_hamlet"),
    path("<uuid:unit>/co-quan/them/", staff.add_office, name="add_office"),
    path("<uuid:unit>/viec-dan-van/", staff.set_owner, name="set_owner"),
    path("thon/<uuid:hamlet>/so-ho/", staff.count_households, name="count_households"),
    path("thon/<uuid:hamlet>/ten/", staff.rename_hamlet, name="rename_hamlet"),
    path("thon/<uuid:hamlet>/ket-thuc/", staff.end_hamlet, name="end_hamlet"),
    path("co-quan/<uuid:office>/ten/", staff.rename_office, name="rename_office"),
    path("co-quan/<uuid:office>/ket-thuc/", staff.end_office, name="end_office"),
]
