"""Addresses under /lam-viec/hoi-dong/."""

from django.urls import path

from gandan.appraisals.web import appraisal, card, council, decision, hearing, sheet, sheet_writing

app_name = "appraisals"
urlpatterns = [
    path("", council.index, name="councils"),
    path("lap/", council.form, name="form_council"),
    path("cham/", card.queue, name="queue"),
    path("cham/<uuid:appraisal>/", card.page, name="card"),
    path("cham/<uuid:appraisal>/nhap/", card.draft, name="draft"),
    path("xet/", appraisal.index, name="list"),
    path("xet/<uuid:appraisal>/", appraisal.one, name="one"),
    path("xet/<uuid:appraisal>/tu-cham/", card.own, name="score_self"),
    path("xet/<uuid:appraisal>/<slug:slug>/", appraisal.deed, name="deed"),
    path("phieu/", sheet.index, name="sheets"),
    path("phieu/soan/", sheet_writing.first, name="draft_sheet"),
    path("phieu/soan/mau/<slug:sample>/", sheet_writing.copy, name="copy_sheet"),
    path("phieu/<uuid:sheet>/", sheet.one, name="sheet"),
    path("phieu/<uuid:sheet>/sua/", sheet_writing.change, name="change_sheet"),
    path("phieu/<uuid:sheet>/ban-moi/", sheet.new_version, name="new_version"),
    path("phieu/<uuid:sheet>/ban-hanh/", sheet.put_in_force, name="put_in_force"),
    path("niem-yet/", hearing.index, name="postings"),
    path("niem-yet/<uuid:posting>/", hearing.one, name="posting"),
    path("niem-yet/<uuid:posting>/go/", hearing.take_down, name="take_down"),
    path("phan-doi/<uuid:objection>/", hearing.answer, name="answer_objection"),
    path("quyet-dinh/", decision.index, name="decisions"),
    path("quyet-dinh/<uuid:decision>/", decision.one, name="decision"),
    path("quyet-dinh/<uuid:decision>/word/", decision.word, name="decision_word"),
    path("<uuid:council>/", council.one, name="council"),
    path("<uuid:council>/them-nguoi/", council.seat, name="seat"),
    path("<uuid:council>/giai-the/", council.dissolve, name="dissolve"),
    path("ghe/<uuid:seat>/thoi/", council.unseat, name="unseat"),
]
