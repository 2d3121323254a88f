"""Addresses under /lam-viec/hoat-dong/."""

from django.urls import path

from gandan.activities.web.staff import diary, parts, removing, requests

app_name = "activities"
urlpatterns = [
    path("", diary.desk, name="desk"),
    path("ghi/", diary.record, name="record"),
    path("de-nghi/", requests.waiting, name="waiting"),
    path("de-nghi/<uuid:request_id>/nhan/", requests.take_up, name="take_up"),
    path("de-nghi/<uuid:request_id>/khong-nhan/", requests.decline, name="decline"),
    path("<uuid:activity>/", diary.activity, name="activity"),
    path("<uuid:activity>/sua/", diary.correct, name="correct"),
    path("<uuid:activity>/rut/", diary.withdraw, name="withdraw"),
    path("<uuid:activity>/co-quan/them/", parts.host, name="add_host"),
    path("<uuid:activity>/noi/them/", parts.place, name="add_place"),
    path("<uuid:activity>/nguoi-du/them/", parts.attendance, name="add_attendance"),
    path("<uuid:activity>/chuc-vu/them/", parts.participant, name="add_participant"),
    path("<uuid:activity>/van-ban/them/", parts.document, name="cite_document"),
    path("<uuid:activity>/so-lieu/them/", parts.figure, name="note_figure"),
    path("<uuid:activity>/anh/them/", parts.photo, name="add_photo"),
    path("<uuid:activity>/nguon/them/", parts.source, name="add_source"),
    path("<uuid:activity>/de-nghi/them/", parts.note_request, name="note_request"),
    path("chi-tiet/<slug:sort>/<uuid:part>/go/", removing.remove, name="remove"),
]
