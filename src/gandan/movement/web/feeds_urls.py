"""Addresses of feeds and of the table of numbers under /mo-hinh/."""

from django.urls import path

from gandan.movement.web import feeds

urlpatterns = [
    path("dang-ky.atom", feeds.registered, name="registered_feed"),
    path("cong-nhan.atom", feeds.recognised, name="recognised_feed"),
    path("so-dem.csv", feeds.counts, name="counts_csv"),
    path("don-vi/<uuid:unit>/dang-ky.atom", feeds.registered, name="unit_registered_feed"),
    path("don-vi/<uuid:unit>/cong-nhan.atom", feeds.recognised, name="unit_recognised_feed"),
    path("don-vi/<uuid:unit>/so-dem.csv", feeds.counts, name="unit_counts_csv"),
]
