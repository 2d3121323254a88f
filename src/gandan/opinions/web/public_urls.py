"""Addresses for everyone under /y-kien/. The last ones are short: of a commune, of a hamlet (as posters print it), of a published case."""

from django.urls import path

from gandan.core.logs.middleware import unobserved
from gandan.opinions.web import feeds, poster, public, public_doing, public_me_too, receipt, say, short_address, track

app_name = "opinions-public"
for view in (
    say.say,
    receipt.receipt,
    receipt.noted,
    track.track,
    track.case,
    track.leave,
    track.file,
    public_doing.deed,
    short_address.form,
):
    unobserved(view)  # in the log like the pages of what was set aside, so that no line and no missing line tells the two apart
urlpatterns = [
    path("", public.home, name="home"),
    path("don-vi/<uuid:unit>/", public.ward, name="ward"),
    path("tra-loi.atom", feeds.everything, name="feed"),
    path("don-vi/<uuid:unit>/tra-loi.atom", feeds.ward, name="ward_feed"),
    path("gui/", say.say, name="say"),
    path("gui/viet-tiep/", say.begin, name="begin"),
    path("gui/tuong-tu/", say.look, name="look"),
    path("gui/toi-cung-gap/<str:handle>/", say.join, name="join"),
    path("bien-nhan/", receipt.receipt, name="receipt"),
    path("bien-nhan/da-ghi/", receipt.noted, name="noted"),
    path("tra-cuu/", track.track, name="track"),
    path("tra-cuu/viec/", track.case, name="case"),
    path("tra-cuu/dong/", track.leave, name="leave"),
    path("tra-cuu/tep/<uuid:key>/", track.file, name="file"),
    path("tra-cuu/<slug:slug>/", public_doing.deed, name="deed"),
    path("ap-phich/<uuid:hamlet>/", poster.poster, name="poster"),
    path("ap-phich/don-vi/<uuid:unit>/", poster.posters, name="posters"),
    path("so/<str:number>/", public.one, name="one"),
    path("so/<str:number>/toi-cung-gap/", public_me_too.me_too, name="me_too"),
    path("<str:number>/", short_address.one, name="by_number"),
    path("<str:number>/<str:hamlet>/", short_address.form, name="short"),
]
