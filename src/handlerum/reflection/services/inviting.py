"""Letting people in: links, and mails with a link. Addresses are used and kept nowhere."""

import smtplib
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from handlerum.core.clock import now
from handlerum.organisations.access import Denied
from handlerum.organisations.models import User
from handlerum.organisations.secrets import digest, new_token
from handlerum.reflection.access import Who
from handlerum.reflection.models import Link
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.inviting import (
    LINK_DAYS,
    address_problems,
    addresses,
    link_problems,
)
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.words import Happened


def mail_works() -> bool:
    """Whether there is a server to send mail by."""
    return bool(settings.EMAIL_HOST)


@transaction.atomic
def invite(who: Who, session_id: int, *, days: int = LINK_DAYS, uses: int | None = None) -> str:
    """Make a link that lets people in.

    Args:
        uses: how many may come by it; None: as many as like.

    Returns:
        The secret that belongs in the link; it cannot be shown again.

    Raises:
        Denied: not somebody who leads.
        Refused: too many days, uses or links, or the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    live = Link.objects.filter(session=here.session, expires_at__gt=now()).exclude(uses_left=0)
    refuse(link_problems(days, uses, live.count()))
    token = new_token()
    Link.objects.create(
        session=here.session,
        digest=digest(token),
        expires_at=now() + timedelta(days=days),
        uses_left=uses,
    )
    moved(here, Happened.INVITED, leader_id(who))
    return token


def invite_by_mail(
    who: Who,
    session_id: int,
    typed: str,
    address_of: Callable[[str], str],
    *,
    days: int = LINK_DAYS,
    uses: int | None = None,
) -> int:
    """Send a new link to the addresses that were typed: a mail to each, so nobody sees the others.

    Args:
        typed: addresses, between commas, semicolons, spaces or lines; kept nowhere.
        address_of: makes the link's address of its secret.

    Returns:
        How many mails were sent.

    Raises:
        Denied: not somebody who leads, or there is no server to send by.
        Refused: no, too many or wrong addresses; as `invite`; or the server did not take them.
            Then the link is made useless again.
    """
    if not mail_works():
        raise Denied
    to = addresses(typed)
    refuse(address_problems(to))
    token = invite(who, session_id, days=days, uses=uses)
    try:
        _send(to, *_written(who, token, address_of(token)))
    except (OSError, smtplib.SMTPException):  # its words name the addresses, so they go nowhere
        Link.objects.filter(digest=digest(token)).delete()
        refuse_for("addresses", Code.MAIL_FAILED)
    return len(to)


@transaction.atomic
def revoke_link(who: Who, session_id: int, link_id: int) -> None:
    """Make one link useless; those who came by it stay.

    Raises:
        Denied: not somebody who leads, or no such link of this session.
    """
    here = held_leading(who, session_id)
    if not Link.objects.filter(session=here.session, id=link_id).delete()[0]:
        raise Denied
    moved(here, Happened.INVITED, leader_id(who))


@transaction.atomic
def revoke_links(who: Who, session_id: int) -> None:
    """Make every link of the session useless; those who came by one stay.

    Raises:
        Denied: not somebody who leads.
    """
    here = held_leading(who, session_id)
    Link.objects.filter(session=here.session).delete()
    moved(here, Happened.INVITED, leader_id(who))


def _written(who: Who, token: str, address: str) -> tuple[str, str]:
    """The subject and the words of the mail."""
    row = Link.objects.select_related("session").get(digest=digest(token))
    name = User.objects.get(id=leader_id(who)).name
    said = _(
        "%(name)s inviterer dig til et møde i Handlerum:\n\n%(question)s\n\n"
        "Kom ind her:\n%(address)s\n\n"
        "Du skal ikke have en konto. Linket virker til og med %(day)s. "
        "Din adresse er ikke gemt i Handlerum."
    )
    told = {
        "name": name,
        "question": row.session.question,
        "address": address,
        "day": date_format(localtime(row.expires_at), "DATE_FORMAT"),
    }
    return _("%(name)s inviterer dig til et møde") % {"name": name}, said % told


def _send(to: list[str], subject: str, body: str) -> None:
    with get_connection() as server:
        for one in to:
            EmailMessage(subject, body, to=[one], connection=server).send()
