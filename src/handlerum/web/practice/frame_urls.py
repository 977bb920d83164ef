"""Addresses of frames."""

from django.urls import URLPattern, path

from handlerum.web.practice import frames

urlpatterns: list[URLPattern] = [
    path("", frames.frames, name="frames"),
    path("ny/", frames.ask, name="ask_frame"),
    path("<int:frame_id>/", frames.frame, name="frame"),
    path("<int:frame_id>/svar/", frames.answer, name="answer_frame"),
    path("<int:frame_id>/med/", frames.join, name="join_frame"),
    path("<int:frame_id>/navn/", frames.show_name, name="frame_name"),
    path("<int:frame_id>/forlad/", frames.leave, name="leave_frame"),
    path("<int:frame_id>/anden-leder/", frames.ask_another, name="ask_another_leader"),
]
