"""Addresses of people, sign-in and language."""

from allauth.account import views as account
from django.urls import path, re_path

from handlerum.web.organisations import views

urlpatterns = [
    path("konto/log-ind/", account.login, name="account_login"),
    path("konto/log-ud/", account.logout, name="account_logout"),
    path("konto/adgangskode/", account.password_change, name="account_change_password"),
    path("konto/glemt/", account.password_reset, name="account_reset_password"),
    path("konto/glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    # The key holds hyphens of its own: the first one ends the person's number.
    re_path(
        r"^konto/glemt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "konto/glemt/faerdig/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # Nobody signs up without an invitation; allauth asks for this name all the same.
    path("konto/log-ind/", account.login, name="account_signup"),
    path("konto/lukket/", views.closed, name="account_inactive"),
    path("eksempel/<int:membership_id>/", views.enter_example, name="enter_example"),
    path("sprog/", views.language, name="language"),
    path("skift/", views.switch, name="switch_organisation"),
    path("mennesker/", views.people, name="people"),
    path("mennesker/team/", views.team, name="make_team"),
    path("mennesker/inviter/", views.invite, name="invite"),
    path("mennesker/inviter/<int:invitation_id>/", views.revoke, name="revoke_invitation"),
    path("mennesker/<int:membership_id>/", views.member, name="member"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
]
