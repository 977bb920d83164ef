"""Addresses of the answer."""

from django.urls import path

from handlerum.web.search import fairness, views

urlpatterns = [
    path("", views.start, name="start"),
    path("ligestilling/", fairness.overview, name="fairness"),
    path("ligestilling/<int:number>/", fairness.given, name="given_answer"),
]
