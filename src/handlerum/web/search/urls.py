"""Addresses of the answer."""

from django.urls import path

from handlerum.web.search import views

urlpatterns = [path("", views.start, name="start")]
