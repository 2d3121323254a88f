"""Addresses for everyone under /khen-thuong/."""

from django.urls import path

from gandan.awards.web import feeds, public

app_name = "awards-public"
urlpatterns = [
    path("", public.home, name="home"),
    path("atom.xml", feeds.everything, name="feed"),
    path("don-vi/<uuid:unit>/atom.xml", feeds.unit, name="unit_feed"),
    path("so-vang/", public.roll, name="roll"),
    path("so-vang/<uuid:conferral>/", public.one, name="one"),
    path("dot/<uuid:call>/", public.call, name="call"),
]
