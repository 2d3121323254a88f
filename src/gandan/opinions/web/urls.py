"""Addresses under /lam-viec/y-kien/: the inbox, what an office keeps beside it (`office_urls`), one case and the deeds on it."""

from django.urls import path

from gandan.opinions.web import bulk, case, case_successor, inbox, inbox_load, inbox_views, office_urls

app_name = "opinions"
urlpatterns = [
    path("", inbox.index, name="inbox"),
    path("khoi-luong/", inbox_load.page, name="load"),
    path("ma/", inbox_views.by_code, name="by_code"),
    path("luu-bo-loc/", inbox_views.keep, name="keep_view"),
    path("nhieu/<slug:slug>/", bulk.page, name="bulk"),
    *office_urls.patterns,
    path("<uuid:case>/", case.one, name="case"),
    path("<uuid:case>/chon-co-quan/", case_successor.page, name="choose_successor"),
    path("<uuid:case>/<slug:slug>/", case.deed, name="deed"),
]
