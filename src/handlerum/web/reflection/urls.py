"""Addresses of live sessions."""

from django.urls import include, path

from handlerum.web.reflection import joining, leading, preparing, room, sharing, writing

urlpatterns = [
    path("", preparing.sessions, name="sessions"),
    path("nyt/", preparing.prepare, name="prepare_session"),
    path("ind/<str:link>/", joining.come_in, name="join_link"),
    path("", include("handlerum.web.reflection.live.urls")),
    path("<int:session_id>/", room.room, name="session"),
    path("<int:session_id>/skaerm/", room.screen, name="session_screen"),
    path("<int:session_id>/med/", joining.join, name="join_session"),
    path("<int:session_id>/skriv/", writing.write, name="session_write"),
    path("<int:session_id>/vaelg/", writing.choose, name="session_choose"),
    path("<int:session_id>/styr/", leading.lead, name="session_lead"),
    path("<int:session_id>/link/", leading.invite, name="session_link"),
    path("<int:session_id>/materiale/", preparing.pack, name="session_pack"),
    path("<int:session_id>/sig-ja/", sharing.agree, name="session_agree"),
    path("<int:session_id>/bidrag/<int:entry_id>/", sharing.publish, name="session_publish"),
    path("<int:session_id>/traek/", sharing.withdraw, name="session_withdraw"),
]
