"""Addresses that belong to every page."""

from django.urls import path

from gandan.core.ui.language import switch

urlpatterns = [path("ngon-ngu/", switch, name="language")]
