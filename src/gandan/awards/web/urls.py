"""Addresses under /lam-viec/khen-thuong/."""

from django.urls import path

from gandan.awards.web import board, call_page, calls, certificates, dossier, files, kinds, nominee, roll, staff

app_name = "awards"
urlpatterns = [
    path("", staff.index, name="list"),
    path("dot/moi/", calls.plan, name="plan"),
    path("dot/<uuid:call>/", call_page.call, name="call"),
    path("dot/<uuid:call>/sua/", calls.change, name="change_call"),
    path("dot/<uuid:call>/noi-nhan/", calls.successor, name="call_successor"),
    path("dot/<uuid:call>/lap-ho-so/", dossier.begin, name="begin"),
    path("dot/<uuid:call>/bang/", board.board, name="board"),
    path("dot/<uuid:call>/trich-ngang/", files.extract_page, name="extract"),
    path("dot/<uuid:call>/trich-ngang.docx", files.extract, name="extract_word"),
    path("dot/<uuid:call>/bien-ban.docx", files.minutes, name="minutes_word"),
    path("dot/<uuid:call>/giay-chung-nhan/", certificates.page, name="certificates"),
    path("dot/<uuid:call>/giay-chung-nhan.docx", files.certificates, name="certificates_word"),
    path("dot/<uuid:call>/<slug:slug>/", call_page.deed, name="deed"),
    path("ho-so/<uuid:nomination>/", dossier.one, name="dossier"),
    path("ho-so/<uuid:nomination>/to-trinh.docx", files.proposal, name="proposal_word"),
    path("ho-so/<uuid:nomination>/trich-ngang.docx", files.dossier_extract, name="dossier_extract_word"),
    path("ho-so/<uuid:nomination>/noi-nhan/", dossier.successor, name="dossier_successor"),
    path("ho-so/<uuid:nomination>/giay-to/", dossier.papers, name="add_paper"),
    path("ho-so/<uuid:nomination>/giay-to/<uuid:file>/xoa/", dossier.drop_paper, name="drop_paper"),
    path("ho-so/<uuid:nomination>/them/<slug:slug>/", dossier.add, name="add_nominee"),
    path("ho-so/<uuid:nomination>/<slug:slug>/", dossier.deed, name="dossier_deed"),
    path("truong-hop/<uuid:nominee>/", nominee.one, name="nominee"),
    path("truong-hop/<uuid:nominee>/sua/", nominee.change, name="change_nominee"),
    path("truong-hop/<uuid:nominee>/tom-tat.docx", files.summary, name="summary_word"),
    path("truong-hop/<uuid:nominee>/<slug:slug>/", nominee.deed, name="nominee_deed"),
    path("hinh-thuc/", kinds.index, name="kinds"),
    path("hinh-thuc/moi/", kinds.define, name="define_kind"),
    path("hinh-thuc/<uuid:kind>/", kinds.one, name="kind"),
    path("hinh-thuc/<uuid:kind>/<slug:slug>/", kinds.deed, name="kind_deed"),
    path("so/", roll.index, name="roll"),
    path("so/nhap/", roll.enter, name="enter"),
    path("so/<uuid:conferral>/", roll.one, name="entry"),
    path("so/<uuid:conferral>/go/", roll.take_back, name="take_back"),
    path("so/giu/<uuid:holder>/thu-hoi/", roll.revoke, name="revoke"),
]
