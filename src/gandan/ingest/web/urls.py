"""Addresses under /lam-viec/doc-van-ban/: one for each page and each deed."""

from django.urls import path

from gandan.ingest.web.staff import batches, everything, reading, records, sources

app_name = "ingest"
urlpatterns = [
    path("", reading.read_prose, name="read"),
    path("vi-du/", reading.example, name="example"),
    path("tai-ve/", reading.download, name="download"),
    path("luu/", sources.keep, name="keep"),
    path("nguon/", sources.index, name="sources"),
    path("nguon/<uuid:source>/", records.one, name="source"),
    path("nguon/<uuid:source>/thong-tin/", sources.describe, name="describe"),
    path("nguon/<uuid:source>/nhan-het/", everything.accept_source, name="accept_rest"),
    path("ban-ghi/<uuid:record>/nhan/", records.accept, name="accept"),
    path("ban-ghi/<uuid:record>/sua/", records.correct, name="correct"),
    path("ban-ghi/<uuid:record>/gop/", records.merge, name="merge"),
    path("ban-ghi/<uuid:record>/bo/", records.reject, name="reject"),
    path("ban-ghi/<uuid:record>/dua-vao-so/", records.carry_in, name="carry_in"),
    path("ban-ghi/<uuid:record>/hoan-tac/", records.undo, name="undo"),
    path("dot/", batches.index, name="batches"),
    path("dot/moi/", batches.new, name="new_batch"),
    path("dot/<uuid:batch>/", batches.one, name="batch"),
    path("dot/<uuid:batch>/nhan-het/", everything.accept_batch, name="accept_batch"),
    path("dot/tep/<uuid:file>/doc-lai/", batches.retry, name="retry"),
]
