"""Addresses for everyone under /loi-hua/."""

from django.urls import path

from gandan.commitments.web import downloads, public, voices

app_name = "commitments-public"
urlpatterns = [
    path("", public.home, name="home"),
    path("don-vi/<uuid:unit>/", public.ward, name="ward"),
    path("don-vi/<uuid:unit>/loi-hua.csv", downloads.ward_csv, name="ward_csv"),
    path("xac-nhan/", voices.enter_code, name="enter_code"),
    path("xac-nhan/tra-loi/", voices.speak, name="speak"),
    path("xac-nhan/dung/", voices.confirm, name="confirm"),
    path("<uuid:commitment>/", public.one, name="one"),
    path("<uuid:commitment>/chua-xong/", voices.object_to, name="object"),
]
