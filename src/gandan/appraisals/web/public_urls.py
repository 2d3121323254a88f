"""Addresses for everyone under /niem-yet/."""

from django.urls import path

from gandan.appraisals.web import objecting, public

app_name = "appraisals-public"
urlpatterns = [
    path("", public.home, name="home"),
    path("da-het-han/", public.past, name="past"),
    path("tra-cuu/", objecting.follow, name="follow"),
    path("tra-cuu/tra-loi/", objecting.answer, name="answer"),
    path("bien-nhan/", objecting.receipt, name="receipt"),
    path("bien-nhan/da-ghi/", objecting.noted, name="noted"),
    path("<uuid:posting>/", public.one, name="one"),
    path("<uuid:posting>/phan-doi/", objecting.object_to, name="object"),
]
