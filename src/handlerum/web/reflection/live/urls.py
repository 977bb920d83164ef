"""Addresses that move a session."""

from django.urls import path

from handlerum.web.reflection.live import views

urlpatterns = [
    path("<int:session_id>/strom/", views.stream, name="session_stream"),
    path("<int:session_id>/tilstand/", views.state, name="session_state"),
]
