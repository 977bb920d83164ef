"""System checks: Handlerum refuses to start in a state that would let somebody in."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def check_production(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """In production: no sign-in by one click, and a secret key of one's own."""
    if not settings.HANDLERUM_PRODUCTION:
        return []
    found: list[CheckMessage] = []
    if settings.HANDLERUM_EXAMPLE_SIGN_IN:
        found.append(
            Error(
                "Example sign-in lets anybody in and is switched on in production.",
                hint="Remove HANDLERUM_EXAMPLE_SIGN_IN or set it to 0.",
                id="handlerum.E001",
            )
        )
    if len(settings.SECRET_KEY) < 40:
        found.append(
            Error(
                "Production needs a secret key of at least 40 characters.",
                hint="Set HANDLERUM_SECRET_KEY.",
                id="handlerum.E002",
            )
        )
    return found
