"""Addresses of the path."""

from django.urls import URLPattern, path

from handlerum.web.insight import paths

urlpatterns: list[URLPattern] = [
    path("bidrag/<int:number>/", paths.contribution, name="contribution_path"),
    path("dilemma/<int:number>/", paths.dilemma, name="dilemma_path"),
    path("moede/<int:number>/", paths.session, name="session_path"),
    path("proeve/<int:number>/", paths.trial, name="trial_path"),
    path("praksis/<int:number>/", paths.practice, name="practice_path"),
]
