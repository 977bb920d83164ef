"""Addresses of the look at what points to a person."""

from django.urls import path

from handlerum.web.privacy import views

urlpatterns = [path("", views.blur, name="blur")]
