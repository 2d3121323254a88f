"""Addresses under /lam-viec/mo-hinh/: pages of offices, and those of heads of hamlets."""

from gandan.movement.web import hamlet_urls
from gandan.movement.web.staff.paths import PATHS

app_name = "movement"
urlpatterns = [*hamlet_urls.patterns, *PATHS]
