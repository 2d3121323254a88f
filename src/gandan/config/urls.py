"""Every address of the installation, room by room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("gandan.core.ui.urls")),
    path("", include("gandan.portal.web.urls")),
    path("", include("gandan.core.health.urls")),
    path("", include("gandan.core.files.web.urls")),
    path("loi-hua/", include("gandan.commitments.web.public_urls")),
    path("so-lieu/", include("gandan.indicators.web.public_urls")),
    path("van-ban/", include("gandan.directives.web.public_urls")),
    path("hoat-dong/", include("gandan.activities.web.public_urls")),
    path("y-kien/", include("gandan.opinions.web.public_urls")),
    path("to-cao/", include("gandan.denunciations.web.public_urls")),
    path("niem-yet/", include("gandan.appraisals.web.public_urls")),
    path("mo-hinh/", include("gandan.movement.web.public_urls")),
    path("khen-thuong/", include("gandan.awards.web.public_urls")),
    path("thoi-nhan-tin/", include("gandan.notices.web.public_urls")),
    path("open311/", include("gandan.opinions.web.open311_urls")),
    path("api/", include("gandan.api.web.urls")),
    path("", include("gandan.accounts.web.entrance_urls")),
    path("lam-viec/", include("gandan.workspace.web.urls")),
    path("lam-viec/nguoi-va-vai-tro/", include("gandan.accounts.web.urls")),
    path("lam-viec/doc-van-ban/", include("gandan.ingest.web.urls")),
    path("lam-viec/thong-bao/", include("gandan.notices.web.urls")),
    path("lam-viec/viec/", include("gandan.commitments.web.urls")),
    path("lam-viec/so-lieu/", include("gandan.indicators.web.urls")),
    path("lam-viec/van-ban/", include("gandan.directives.web.urls")),
    path("lam-viec/hoat-dong/", include("gandan.activities.web.urls")),
    path("lam-viec/y-kien/", include("gandan.opinions.web.urls")),
    path("lam-viec/to-cao/", include("gandan.denunciations.web.urls")),
    path("lam-viec/hoi-dong/", include("gandan.appraisals.web.urls")),
    path("lam-viec/mo-hinh/", include("gandan.movement.web.urls")),
    path("lam-viec/khen-thuong/", include("gandan.awards.web.urls")),
    path("lam-viec/don-vi/", include("gandan.units.web.urls")),
    path("lam-viec/quy-dinh/", include("gandan.core.legal.web.urls")),
]

handler400 = "gandan.core.ui.errors.unreadable"
handler403 = "gandan.core.ui.errors.forbidden"
handler404 = "gandan.core.ui.errors.missing"
handler500 = "gandan.core.ui.errors.broken"
