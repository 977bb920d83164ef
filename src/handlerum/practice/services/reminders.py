"""Quiet e-mails: a trial's day has come, and a request waits for a leader. Once each."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handlerum.core.clock import now, today
from handlerum.organisations.models import Membership, User
from handlerum.practice.models import FrameRequest, Trial
from handlerum.practice.rules.frames import LEADERS
from handlerum.practice.terms import TrialState

#: Nobody's telephone rings at night: the hour, in Denmark, from which mails are sent.
_FROM_HOUR = 7
#: What is wrong with one person's mail; any other trouble with the server would meet the next too.
_THEIRS = (SMTPRecipientsRefused, SMTPDataError)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Waiting:
    """What waits for one person: ids of trials and of requests, with what they were told before."""

    user: User
    trials: list[int]
    frames: list[int]


def send_due() -> int:
    """Remind everybody for whose trials the day has come, and leaders of what waits for them.

    Without a mail server nothing happens: the pages tell. A mail names nothing of what was
    written. Where the server does not answer, the round ends, and the next one tries again.

    Returns:
        How many were sent.
    """
    if not settings.EMAIL_HOST or timezone.localtime(now()).hour < _FROM_HOUR:
        return 0
    sent = 0
    for waiting in _waiting():
        try:
            sent += _sent(waiting)
        except Exception as error:  # its words may hold an address, so they stay unsaid
            log.warning("A reminder was not sent: %s", type(error).__name__)
            if isinstance(error, OSError) and not isinstance(error, _THEIRS):
                break
    return sent


def _waiting() -> list[Waiting]:
    """Everybody for whom something waits, with all of it."""
    found: dict[int, Waiting] = {}
    trials: dict[int, list[int]] = defaultdict(list)
    frames: dict[int, list[int]] = defaultdict(list)
    people: dict[int, User] = {}
    for trial in _trials().select_related("owner"):
        people[trial.owner_id] = trial.owner
        trials[trial.owner_id].append(trial.id)
    for frame in _frames().select_related("leader"):
        assert frame.leader is not None
        people[frame.leader.id] = frame.leader
        frames[frame.leader.id].append(frame.id)
    for user_id, user in sorted(people.items()):
        found[user_id] = Waiting(user, trials[user_id], frames[user_id])
    return list(found.values())


def _trials() -> QuerySet[Trial]:
    """Those whose day has come and whose owner, who still works there, was not told."""
    there = _places(OuterRef("organisation_id"), OuterRef("owner_id"))
    waiting = Trial.objects.filter(state=TrialState.UNDER_WAY, until__lte=today())
    return waiting.filter(Exists(there), reminded_on=None).order_by("id")


def _frames() -> QuerySet[FrameRequest]:
    """Those that are new to a leader who still leads, or that have become overdue since."""
    there = _places(OuterRef("organisation_id"), OuterRef("leader_id")).filter(role__in=LEADERS)
    overdue = Q(told_on__lte=F("answer_by"), answer_by__lt=today())
    waiting = FrameRequest.objects.filter(Q(told_on=None) | overdue, answer="")
    return waiting.filter(Exists(there)).order_by("id")


def _places(organisation_id: OuterRef, user_id: OuterRef) -> QuerySet[Membership]:
    """Where people work. The addresses of example organisations are invented: nobody reads."""
    return Membership.objects.filter(
        organisation_id=organisation_id,
        user_id=user_id,
        is_active=True,
        user__is_active=True,
        organisation__is_example=False,
    )


def _sent(waiting: Waiting) -> bool:
    """Send one person's mail. Returns whether there was something to send still."""
    claimed = _claimed(waiting)
    if not (claimed.trials or claimed.frames):
        return False
    try:
        _send(claimed)
    except BaseException:
        _give_back(claimed)
        raise
    return True


@transaction.atomic
def _claimed(waiting: Waiting) -> Waiting:
    """Note what is told before it is: of two machines one sends, and none sends twice."""
    trials = _trials().filter(id__in=waiting.trials).select_for_update(of=("self",))
    frames = _frames().filter(id__in=waiting.frames).select_for_update(of=("self",))
    claimed = Waiting(waiting.user, _ids(trials), _ids(frames))
    Trial.objects.filter(id__in=claimed.trials).update(reminded_on=today())
    FrameRequest.objects.filter(id__in=claimed.frames).update(told_on=today())
    return claimed


def _ids(rows: Iterable[Trial | FrameRequest]) -> list[int]:
    return [row.pk for row in rows]


@transaction.atomic
def _give_back(claimed: Waiting) -> None:
    """Nothing was sent after all: the next round tells of all of it."""
    Trial.objects.filter(id__in=claimed.trials).update(reminded_on=None)
    FrameRequest.objects.filter(id__in=claimed.frames).update(told_on=None)


def _send(waiting: Waiting) -> None:
    with translation.override(waiting.user.language):
        message = EmailMessage(
            _("Noget venter på dig i Handlerum"),
            _body(waiting, settings.HANDLERUM_ADDRESS),
            to=[waiting.user.email],
            headers={"Auto-Submitted": "auto-generated"},  # nobody answers it with "I am away"
        )
    message.send()


def _body(waiting: Waiting, address: str) -> str:
    """The text of a mail. It names nothing: mailboxes show it to whoever looks."""
    parts = []
    if n := len(waiting.trials):
        said = ngettext(
            "Dagen er kommet, hvor du vil se på en prøvehandling igen. Fortæl, hvad der skete. "
            "Det tager to minutter.",
            "Dagen er kommet, hvor du vil se på %(n)s prøvehandlinger igen. Fortæl, hvad der "
            "skete. Det tager to minutter.",
            n,
        )
        parts.append(_with_link(said % {"n": n}, address, "/praksis/proever/mine/"))
    if n := len(waiting.frames):
        said = ngettext(
            "En anmodning om rammer venter på dit svar.",
            "%(n)s anmodninger om rammer venter på dit svar.",
            n,
        )
        parts.append(_with_link(said % {"n": n}, address, "/praksis/rammer/?vis=to_me"))
    return "\n\n".join(parts)


def _with_link(said: str, address: str, path: str) -> str:
    return f"{said}\n{address}{path}" if address else said
