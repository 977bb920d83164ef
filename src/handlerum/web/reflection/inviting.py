"""Letting people in: a link, its QR code to show or print, mails, and taking links back."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import leading
from handlerum.reflection.problems import Refused
from handlerum.reflection.rules.inviting import LINK_DAYS
from handlerum.web.reflection.forms import LinkForm, MailForm, SessionForm
from handlerum.web.scope import for_reader


@never_cache
@for_reader
def invite(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Choose how long a link lets in; it is shown this once, as text and as a QR code."""
    leading(reader, session_id)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            token = services.invite(reader, session_id, **_how(form))
        except Refused as refused:
            form.refuse(refused.problems)
        else:
            return _shown_once(request, reader, session_id, token)
    return _show(request, reader, session_id, form=form)


@require_POST
@for_reader
def mail(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Send a link to addresses, which are kept nowhere."""
    leading(reader, session_id)
    form = MailForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data["addresses"]
        try:
            sent = services.invite_by_mail(
                reader, session_id, typed, lambda token: _address(request, token), **_how(form)
            )
        except Refused as refused:
            form.refuse(refused.problems)
        else:
            told = ngettext("%(n)s mail er sendt.", "%(n)s mails er sendt.", sent) % {"n": sent}
            messages.success(request, told)
            return redirect("session_link", session_id)
    return _show(request, reader, session_id, mail_form=form)


@require_POST
@for_reader
def revoke(request: HttpRequest, reader: Reader, session_id: int) -> HttpResponse:
    """Take back one link, or all of them."""
    one = request.POST.get("link", "")
    if one.isdecimal():
        services.revoke_link(reader, session_id, int(one))
    elif one:
        raise Denied
    else:
        services.revoke_links(reader, session_id)
    messages.success(request, _("Taget tilbage. De, der er kommet ind, bliver i mødet."))
    return redirect("session_link", session_id)


def _show(
    request: HttpRequest,
    reader: Reader,
    session_id: int,
    *,
    form: LinkForm | None = None,
    mail_form: MailForm | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "session": leading(reader, session_id).session,
        "form": form or LinkForm(),
        "mail_form": mail_form or (MailForm(auto_id="mail_%s") if services.mail_works() else None),
        "links": queries.links(reader, session_id),
    }
    refused = any(one and one.errors for one in (form, mail_form))
    return render(request, "reflection/invite.html", context, status=422 if refused else 200)


def _shown_once(request: HttpRequest, reader: Reader, session_id: int, token: str) -> HttpResponse:
    link = _address(request, token)
    context = {
        "session": leading(reader, session_id).session,
        "link": link,
        "code": _code(link),
        "made": queries.links(reader, session_id)[0],
    }
    return render(request, "reflection/link.html", context)


def _how(form: SessionForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {"days": given["days"] or LINK_DAYS, "uses": given["uses"]}


def _address(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("join_link", args=[token]))


def _code(link: str) -> SafeString:
    """The QR code of an address of ours, as SVG."""
    drawn = segno.make(link, error="m").svg_inline(
        omitsize=True, border=2, dark="#000", light="#fff"
    )
    safe: SafeString = mark_safe(drawn)  # noqa: S308  drawn from numbers: no letter of the link is in it
    return safe
