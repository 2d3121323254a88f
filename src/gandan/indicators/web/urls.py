"""Addresses under /lam-viec/so-lieu/."""

from django.urls import path

from gandan.indicators.web.staff import definitions, desk, statements, values

app_name = "indicators"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("ghi/<str:code>/", values.enter, name="enter"),
    path("gia-tri/<uuid:value>/dinh-chinh/", values.correct, name="correct"),
    path("gia-tri/<uuid:value>/bo/", values.take_away, name="take_away"),
    path("trong-van-ban/<uuid:key>/", statements.choose, name="choose"),
    path("trong-van-ban/<uuid:key>/gan/<str:code>/", statements.read, name="read"),
    path("trong-van-ban/<uuid:key>/go/", statements.retract, name="retract"),
    path("trong-van-ban/<uuid:key>/xoa-loi/", statements.erase, name="erase"),
    path("chi-tieu/", definitions.index, name="definitions"),
    path("chi-tieu/them/", definitions.define, name="define"),
    path("chi-tieu/<str:code>/doi/", definitions.redefine, name="redefine"),
    path("chi-tieu/<str:code>/ngung/", definitions.end, name="end"),
]
