"""Each person's own language on screen."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from handlerum.organisations.models import User


class LanguageMiddleware:
    """The signed-in person's language, else the one chosen in this browser, else Danish.

    Browsers' own wishes are not asked: Danish is the language of the work.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = request.LANGUAGE_CODE = language_of(request)
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


def language_of(request: HttpRequest) -> str:
    """The language in which somebody is answered, by its code."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
    if isinstance(request.user, User):
        language = request.user.language
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
