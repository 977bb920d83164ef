"""Addresses of every page. Danish words, as people read them."""

from django.urls import include, path

from handlerum.web import guide, navigation

urlpatterns = [
    path("", include("handlerum.web.search.urls")),
    path("bidrag/", include("handlerum.web.knowledge.urls")),
    path("dilemmaer/", include("handlerum.web.dilemmas.urls")),
    path("lov/", include("handlerum.web.legislation.urls")),
    path("moeder/", include("handlerum.web.reflection.urls")),
    path("sparring/", include("handlerum.web.sparring.urls")),
    path("praksis/", include("handlerum.web.practice.urls")),
    path("overblik/", include("handlerum.web.insight.urls")),
    path("sloer/", include("handlerum.web.privacy.urls")),
    path("", include("handlerum.web.organisations.urls")),
    path("mere/", navigation.more, name="more"),
    path("hjaelp/", guide.index, name="guide"),
    path("hjaelp/<slug:name>/", guide.page, name="guide_page"),
]
