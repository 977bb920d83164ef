"""Coming in: as a member, or by a link with a first name or a role and no account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader, reader_of
from handlerum.organisations.secrets import new_token
from handlerum.reflection import services
from handlerum.reflection.problems import Refused, in_words
from handlerum.web.reflection.who import cookie_of
from handlerum.web.scope import for_reader, membership

#: How long a guest's phone is known; the session itself forgets sooner.
_SECONDS = 60 * 60 * 24 * 30


@require_POST
@for_reader
def join(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Come in as a member whom the session is for."""
    try:
        services.join_as_member(reader, session_id)
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        return render(request, "reflection/no_link.html", {"told": told}, status=422)
    return redirect("session", session_id)


@never_cache
def come_in(request: HttpRequest, link: str) -> HttpResponse:
    """Follow a link: members come in as themselves, others say what they are to be called."""
    try:
        session = services.session_of(link)
    except Denied:
        return render(request, "reflection/no_link.html", status=404)
    context = {"session": session, "token": new_token()}
    if request.method != "POST":
        return render(request, "reflection/come_in.html", context)
    member = membership(request)
    if member and member.organisation_id == session.organisation_id and "member" in request.POST:
        services.join_by_link(reader_of(member), link)
        return redirect("session", session.id)
    return _guest(request, link, context)


def _guest(request: HttpRequest, link: str, context: dict[str, object]) -> HttpResponse:
    token = request.POST.get("token", "")
    try:
        joined = services.join_as_guest(link, request.POST.get("name", ""), token)
    except Denied:
        return render(request, "reflection/no_link.html", status=404)
    except Refused as refused:
        told = " ".join(in_words(problem) for problem in refused.problems)
        typed = request.POST.get("name", "")
        context |= {"problem": told, "typed": typed, "token": token}
        return render(request, "reflection/come_in.html", context, status=422)
    response = render(request, "reflection/welcome.html", {"joined": joined, **context})
    response.set_cookie(
        cookie_of(joined.guest.session_id),
        token,
        max_age=_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.HANDLERUM_PRODUCTION,
    )
    return response
