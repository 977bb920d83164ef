"""Sending digests: one quiet e-mail a day at most, and never the same news twice."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation

from handlerum.core.clock import now, today
from handlerum.dilemmas.digest import body, subject
from handlerum.dilemmas.models import Digest, Follow
from handlerum.dilemmas.queries import Followed, moved
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Membership, User
from handlerum.trail.queries import newest

#: Nobody's telephone rings at night: the hour, in Denmark, from which a day's digest is sent.
_FROM_HOUR = 7
#: What is wrong with one person's mail; any other trouble with the server would meet the next too.
_THEIRS = (SMTPRecipientsRefused, SMTPDataError)

log = logging.getLogger(__name__)


def send_digests() -> int:
    """Send everybody who follows dilemmas what moved, if they have heard nothing today.

    Without a mail server nothing happens: the page tells. Where the server does not answer, the
    round ends, and the next one tries again.

    Returns:
        How many were sent.
    """
    if not settings.EMAIL_HOST or timezone.localtime(now()).hour < _FROM_HOUR:
        return 0
    sent = 0
    for places in _people():
        try:
            sent += _sent(places)
        except Exception as error:  # its words may hold an address, so they stay unsaid
            log.warning("A digest was not sent: %s", type(error).__name__)
            if isinstance(error, OSError) and not isinstance(error, _THEIRS):
                break
    return sent


def _people() -> list[list[Membership]]:
    """The active memberships of everybody who follows something, by person.

    The addresses of example organisations are invented; nobody is there to read.
    """
    rows = Membership.objects.filter(
        is_active=True,
        user__is_active=True,
        organisation__is_example=False,
        user_id__in=Follow.objects.values("user_id"),
    )
    found: dict[int, list[Membership]] = defaultdict(list)
    for row in rows.select_related("user").order_by("user_id", "id"):
        found[row.user_id].append(row)
    return list(found.values())


def _sent(places: list[Membership]) -> bool:
    """Send one person's digest, where there is news. Returns whether it was sent."""
    user, until = places[0].user, newest()  # read first: what happens meanwhile waits for the next
    before = Digest.objects.filter(user=user).first()
    if before and timezone.localdate(before.at) >= today():
        return False
    news = _news(places, before.cursor if before else 0)
    if not news or not _claimed(user, before, until):
        return False
    try:
        _send(user, news)
    except BaseException:
        _give_back(user, before, until)
        raise
    return True


def _news(places: Iterable[Membership], cursor: int) -> list[Followed]:
    """What the person may read at this moment and neither saw nor was told yet."""
    found = [one for place in places for one in moved(reader_of(place))]
    fresh = [
        replace(one, moves=tuple(move for move in one.moves if move.id > cursor)) for one in found
    ]
    return [one for one in fresh if one.moves]


@transaction.atomic
def _claimed(user: User, before: Digest | None, until: int) -> bool:
    """Note the digest as sent before it is: of two machines one sends, and none sends twice."""
    if before is None:
        return Digest.objects.get_or_create(user=user, defaults={"cursor": until, "at": now()})[1]
    same = Digest.objects.filter(user=user, cursor=before.cursor, at=before.at)
    return bool(same.update(cursor=until, at=now()))


@transaction.atomic
def _give_back(user: User, before: Digest | None, until: int) -> None:
    """Nothing was sent after all."""
    mine = Digest.objects.filter(user=user, cursor=until)
    if before is None:
        mine.delete()
    else:
        mine.update(cursor=before.cursor, at=before.at)


def _send(user: User, news: list[Followed]) -> None:
    with translation.override(user.language):
        message = EmailMessage(
            subject(),
            body(news, settings.HANDLERUM_ADDRESS),
            to=[user.email],
            headers={"Auto-Submitted": "auto-generated"},  # nobody answers it with "I am away"
        )
    message.send()
