"""Addresses of the path."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
