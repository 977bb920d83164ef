"""Addresses of practice: trials, practices and frames."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("proever/", include("handlerum.web.practice.trial_urls")),
    path("rammer/", include("handlerum.web.practice.frame_urls")),
    path("", include("handlerum.web.practice.practice_urls")),
]
