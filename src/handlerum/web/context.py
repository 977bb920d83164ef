"""What every page knows: where the person is, and where else they could be."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from handlerum.organisations.models import User
from handlerum.organisations.queries import memberships_of
from handlerum.web.navigation import menu
from handlerum.web.scope import membership


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """The organisation looked at, and the person's others."""
    mail = {"mail_works": bool(settings.EMAIL_HOST)}
    if not isinstance(getattr(request, "user", None), User) or not hasattr(request, "session"):
        return mail
    here = membership(request)

    def others() -> list[Any]:
        return [m for m in memberships_of(request.user) if m != here]  # type: ignore[arg-type]

    def places() -> list[Any]:
        return menu(request.path)

    return {**mail, "here": here, "other_memberships": others, "menu": places}
