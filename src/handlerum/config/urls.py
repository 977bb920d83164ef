"""Addresses of the whole product: the web door has them all."""

from django.urls import include, path

urlpatterns = [path("", include("handlerum.web.urls"))]
handler404 = "handlerum.web.errors.not_found"
handler500 = "handlerum.web.errors.failed"
