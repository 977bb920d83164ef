"""How django-allauth behaves here: nobody signs up without an invitation."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Sign-in only; people come in through invitations."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page."""
        return "/"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing of one's own on sign-in and sign-out: the page shows it."""
