"""Django's answers, made whole in one of a few threads that stay.

Django itself would start a thread, with a database connection of its own, for each request, and go
between thread and loop at each piece of middleware.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any

from django.core.handlers.asgi import ASGIHandler
from django.db import close_old_connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

#: So many requests are answered at once; the others wait in order.
_AT_ONCE = 16
_THREADS = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="answers")


class Handler(ASGIHandler):
    """Reads and sends as Django does, and answers in a thread, with all of the middleware."""

    def load_middleware(self, is_async: bool = False) -> None:
        """All of it for threads, whatever else it could do."""
        super().load_middleware(is_async=False)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        assert scope["type"] == "http"
        await self.handle(scope, receive, send)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, from a thread."""
        loop, context = asyncio.get_running_loop(), copy_context()
        return await loop.run_in_executor(_THREADS, context.run, self._answer, request)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        close_old_connections()  # of this thread: what Django closes by itself is another's
        try:
            return self.get_response(request)
        finally:
            close_old_connections()
