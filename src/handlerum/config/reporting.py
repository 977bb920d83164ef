"""Error reports without content: what people typed must not reach a log or a mail."""

from collections.abc import ItemsView
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class SilentReporterFilter(SafeExceptionReporterFilter):
    """Leave out the request's data and every local variable of the stack."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """No posted data."""
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: Any
    ) -> ItemsView[str, Any]:
        """No local variables."""
        return {}.items()
