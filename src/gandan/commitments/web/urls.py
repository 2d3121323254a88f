"""Addresses under /lam-viec/viec/."""

from django.urls import path

from gandan.commitments.web import board, bulk, course, erasing, making, several, slip, staff

app_name = "commitments"
urlpatterns = [
    path("", staff.index, name="list"),
    path("bang/", board.board, name="board"),
    path("moi/", making.choose, name="make"),
    path("moi/giao-nhieu/", several.page, name="several"),
    path("moi/<slug:slug>/", making.make, name="making"),
    path("nhieu/<slug:slug>/", bulk.page, name="bulk"),
    path("<uuid:commitment>/", staff.one, name="one"),
    path("<uuid:commitment>/chuyen/", course.hand_over, name="hand_over"),
    path("<uuid:commitment>/noi-nhan/", course.choose_successor, name="choose_successor"),
    path("<uuid:commitment>/phu-trach/", course.name_person, name="name_person"),
    path("<uuid:commitment>/phoi-hop/", course.add_coordinator, name="add_coordinator"),
    path("<uuid:commitment>/phoi-hop/<uuid:office>/bo/", course.remove_coordinator, name="remove_coordinator"),
    path("<uuid:commitment>/sua-loi/", course.reword, name="reword"),
    path("<uuid:commitment>/xoa-loi/", erasing.page, name="erase"),
    path("<uuid:commitment>/phieu/", slip.page, name="slip"),
    path("<uuid:commitment>/<slug:slug>/", staff.deed, name="deed"),
]
