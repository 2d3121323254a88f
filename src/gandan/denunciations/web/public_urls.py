"""Pages for everyone, and for the sender of what was set aside."""

from django.urls import path

from gandan.denunciations.web import guide, receipt

app_name = "denunciations-public"
urlpatterns = [
    path("", guide.guide, name="guide"),
    path("bien-nhan/", receipt.receipt, name="receipt"),
    path("bien-nhan/rut/", receipt.withdraw, name="withdraw"),
    path("bien-nhan/len-cap/", receipt.raise_level, name="raise"),
    path("bien-nhan/dong-y/", receipt.agree, name="agree"),
    path("bien-nhan/khong-dong-y/", receipt.decline, name="decline"),
    path("bien-nhan/dong/", receipt.leave, name="leave"),
]
