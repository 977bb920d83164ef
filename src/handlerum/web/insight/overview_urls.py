"""Addresses of the overview."""

from django.urls import path

from handlerum.web.insight import overview

urlpatterns = [path("", overview.overview, name="overview")]
