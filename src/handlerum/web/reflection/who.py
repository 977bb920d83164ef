"""From a request to whoever takes part: a member, or a guest of this one session."""

from django.http import HttpRequest

from handlerum.organisations.access import Denied, reader_of
from handlerum.reflection.access import Who, guest
from handlerum.web.scope import membership


def cookie_of(session_id: int) -> str:
    """The name of the cookie that holds a guest's secret; each session has its own."""
    return f"moede-{session_id}"


def who_asks(request: HttpRequest, session_id: int) -> Who:
    """The guest whose phone it is, else the member who is signed in.

    Raises:
        Denied: neither.
    """
    token = request.COOKIES.get(cookie_of(session_id), "")
    found = membership(request)
    if token:
        try:
            return guest(token, session_id)
        except Denied:  # withdrawn, perhaps; a member may be in on their own account
            if found is None:
                raise
    if found is None:
        raise Denied
    return reader_of(found)
