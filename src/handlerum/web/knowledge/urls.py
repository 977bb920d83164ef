"""Addresses of contributions."""

from django.urls import path

from handlerum.web.knowledge import erasing, reading, writing

urlpatterns = [
    path("", reading.browse, name="browse"),
    path("mine/", reading.mine, name="mine"),
    path("mine/hent/", erasing.export, name="export_mine"),
    path("mine/slet/", erasing.erase_all, name="erase_mine"),
    path("nyt/", writing.choose, name="choose_way"),
    path("nyt/fortalt/", writing.told, name="told"),
    path("nyt/<slug:way>/", writing.contribute, name="contribute"),
    path("<int:contribution_id>/", reading.contribution, name="contribution"),
    path("<int:contribution_id>/historie/", reading.history, name="history"),
    path("<int:contribution_id>/ret/", writing.edit, name="edit"),
    path("<int:contribution_id>/del/", writing.share, name="share"),
    path("<int:contribution_id>/traek/", writing.withdraw, name="withdraw"),
    path("<int:contribution_id>/slet/", writing.discard, name="discard"),
    path("<int:contribution_id>/slet-for-altid/", erasing.erase, name="erase"),
    path("<int:contribution_id>/forbind/", writing.link, name="link"),
]
