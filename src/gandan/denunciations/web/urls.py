"""Pages of handlers; to everybody else they are not there."""

from django.urls import path

from gandan.denunciations.web import deeds, staff

app_name = "denunciations"
urlpatterns = [
    path("", staff.desk, name="desk"),
    path("<uuid:letter>/", staff.one, name="one"),
    path("<uuid:letter>/mo/", staff.open_letter, name="open"),
    path("<uuid:letter>/tep/<int:number>/", staff.file, name="file"),
    path("<uuid:letter>/ghi-chu/", deeds.note, name="note"),
    path("<uuid:letter>/ket-qua/", deeds.handle, name="handle"),
    path("<uuid:letter>/len-cap/", deeds.raise_level, name="raise"),
    path("<uuid:letter>/khong-phai/", deeds.give_back, name="give_back"),
]
