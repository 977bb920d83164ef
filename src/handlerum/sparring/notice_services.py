"""Telling people by e-mail that a question waits for them, once for each time it does."""

import logging
from collections import defaultdict
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation

from handlerum.core.clock import now
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Membership, User
from handlerum.sparring.access import visible, waits_for
from handlerum.sparring.models import Mailed, Question
from handlerum.sparring.notice import body, subject
from handlerum.sparring.terms import Turn

#: Nobody's telephone rings at night: the hours, in Denmark, between which notices are sent.
_FROM_HOUR, _TO_HOUR = 7, 19
#: What is wrong with one person's mail; any other trouble with the server would meet the next too.
_THEIRS = (SMTPRecipientsRefused, SMTPDataError)

log = logging.getLogger(__name__)


def send_notices() -> int:
    """Tell everybody for whom a question has begun to wait since they were last told.

    Without a mail server nothing happens: the page tells. Where the server does not answer, the
    round ends, and the next one tries again.

    Returns:
        How many were sent.
    """
    hour = timezone.localtime(now()).hour
    if not settings.EMAIL_HOST or not _FROM_HOUR <= hour < _TO_HOUR:
        return 0
    sent = 0
    for places in _people():
        try:
            sent += _sent(places)
        except Exception as error:  # its words may hold an address, so they stay unsaid
            log.warning("A notice was not sent: %s", type(error).__name__)
            if isinstance(error, OSError) and not isinstance(error, _THEIRS):
                break
    return sent


def _people() -> list[list[Membership]]:
    """The active memberships where a question waits for somebody, by person.

    The addresses of example organisations are invented; nobody is there to read.
    """
    waiting = Question.objects.exclude(turn=Turn.NOBODY).values("organisation_id")
    rows = Membership.objects.filter(
        is_active=True,
        user__is_active=True,
        organisation__is_example=False,
        organisation_id__in=waiting,
    )
    found: dict[int, list[Membership]] = defaultdict(list)
    for row in rows.select_related("user").order_by("user_id", "id"):
        found[row.user_id].append(row)
    return list(found.values())


def _sent(places: list[Membership]) -> bool:
    """Tell one person, where something waits that they were not told of. Returns whether it did."""
    user = places[0].user
    claimed = _claimed(places)
    if not claimed:
        return False
    try:
        _send(user, len(claimed))
    except BaseException:
        _give_back(user, claimed)
        raise
    return True


@transaction.atomic
def _claimed(places: list[Membership]) -> list[int]:
    """The questions to tell of, noted as told before they are: of two machines one sends."""
    me = places[0].user
    User.objects.select_for_update().get(id=me.id)
    told = dict(Mailed.objects.filter(user=me).values_list("question_id", "at"))
    new = []
    for place in places:
        reader = reader_of(place)
        rows = visible(reader).filter(waits_for(reader)).order_by("id")
        new += [row.id for row in rows if row.id not in told or told[row.id] < row.moved_at]
    for question_id in new:
        Mailed.objects.update_or_create(question_id=question_id, user=me, defaults={"at": now()})
    return new


@transaction.atomic
def _give_back(user: User, question_ids: list[int]) -> None:
    """Nothing was sent after all."""
    Mailed.objects.filter(user=user, question_id__in=question_ids).delete()


def _send(user: User, count: int) -> None:
    with translation.override(user.language):
        message = EmailMessage(
            subject(),
            body(count, settings.HANDLERUM_ADDRESS),
            to=[user.email],
            headers={"Auto-Submitted": "auto-generated"},  # nobody answers it with "I am away"
        )
    message.send()
