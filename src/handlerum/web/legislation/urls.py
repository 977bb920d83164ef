"""Addresses of legislation: they last, whichever text is in force."""

from django.urls import path

from handlerum.web.legislation import reading, views

urlpatterns = [
    path("", views.acts, name="acts"),
    path("<slug:act_key>/", views.act, name="act"),
    path("<slug:act_key>/<str:number>/", views.section, name="section"),
    path("<slug:act_key>/<str:number>/forskel/", views.difference, name="section_difference"),
    path("<slug:act_key>/<str:number>/laes/", reading.read_otherwise, name="read_otherwise"),
]
