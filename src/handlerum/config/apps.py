"""Start-up: register the system checks."""

from django.apps import AppConfig


class ConfigApp(AppConfig):
    """The room of settings; an app only so that its checks are found."""

    name = "handlerum.config"
    label = "handlerum_config"

    def ready(self) -> None:
        """Register the checks that refuse an unsafe start."""
        from handlerum.config import checks  # noqa: F401  registers itself
