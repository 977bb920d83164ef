"""Addresses of insight: the overview, what became of things, and the year."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("handlerum.web.insight.overview_urls")),
    path("spor/", include("handlerum.web.insight.path_urls")),
    path("aaret/", include("handlerum.web.insight.year_urls")),
]
