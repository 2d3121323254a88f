"""Addresses of the pages at work."""

from django.urls import path

from gandan.movement.web.staff import (
    adopting,
    alike,
    counting,
    deed_page,
    desk,
    drive_writing,
    drives,
    finding,
    linking,
    measuring,
    moving,
    one,
    recognising,
    slips,
    visiting,
    writing,
)
from gandan.movement.web.staff.drive_deeds import fields
from gandan.movement.web.staff.drive_deeds import page as drive_deed_page

PATHS = [
    path("", desk.index, name="desk"),
    path("danh-sach/", desk.listing, name="list"),
    path("tim/", finding.page, name="find"),
    path("con-so/", counting.page, name="counts"),
    path("cong-nhan/", recognising.page, name="recognise"),
    path("moi/", writing.choose, name="begin"),
    path("moi/<uuid:drive>/", writing.begin, name="begin_in"),
    path("phong-trao/", drives.index, name="drives"),
    path("phong-trao/lap/", drive_writing.plan, name="plan_drive"),
    path("phong-trao/<uuid:drive>/", drives.one, name="drive"),
    path("phong-trao/<uuid:drive>/sua/", drive_writing.change, name="change_drive"),
    path("phong-trao/<uuid:drive>/so-cac-nam/", drives.compare, name="compare"),
    path("phong-trao/<uuid:drive>/hoi-nghi/<uuid:meeting>/", drives.summing_up, name="summing_up"),
    path("phong-trao/<uuid:drive>/linh-vuc/<uuid:field>/", fields.rename_field, name="rename_field"),
    path("phong-trao/<uuid:drive>/linh-vuc/<uuid:field>/ket-thuc/", fields.end_field, name="end_field"),
    path("phong-trao/<uuid:drive>/<slug:slug>/", drive_deed_page.page, name="drive_deed"),
    path("<uuid:practice>/", one.page, name="one"),
    path("<uuid:practice>/sua/", writing.write, name="write"),
    path("<uuid:practice>/giong/<uuid:likeness>/", alike.answer, name="answer"),
    path("<uuid:practice>/giong/<uuid:likeness>/ket-luan/", alike.judge, name="judge"),
    path("<uuid:practice>/do/", measuring.choose, name="measure"),
    path("<uuid:practice>/do/<uuid:aim>/", measuring.one, name="measure_aim"),
    path("<uuid:practice>/nguon-luc/", measuring.use, name="use"),
    path("<uuid:practice>/gan/", linking.page, name="tie"),
    path("<uuid:practice>/gan/<uuid:link>/bo/", linking.untie, name="untie"),
    path("<uuid:practice>/tham/", visiting.page, name="visit"),
    path("<uuid:practice>/phieu-ma/", slips.page, name="slips"),
    path("<uuid:practice>/hoc-theo/", adopting.page, name="adopt"),
    path("<uuid:practice>/thu-hoi/<uuid:recognition_id>/", recognising.revoke, name="revoke"),
    path("<uuid:practice>/noi-nhan/", moving.page, name="successor"),
    path("<uuid:practice>/<slug:slug>/", deed_page.page, name="deed"),
]
