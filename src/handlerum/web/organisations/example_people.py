"""The example's people, where one click may sign in as one of them."""

from django.conf import settings

from handlerum.organisations.models import Membership
from handlerum.organisations.queries import example_people


def example_people_here() -> list[Membership]:
    """Everybody in the example, or nobody where example sign-in is off."""
    return example_people() if settings.HANDLERUM_EXAMPLE_SIGN_IN else []
