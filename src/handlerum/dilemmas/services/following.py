"""Following dilemmas, and putting suggestions aside. Both are a person's own affair: no trail."""

from django.db import transaction

from handlerum.dilemmas.access import readable
from handlerum.dilemmas.models import Dismissed, Follow
from handlerum.organisations.access import Reader
from handlerum.trail.queries import newest


@transaction.atomic
def follow(reader: Reader, dilemma_id: int) -> None:
    """Hear of what moves in a dilemma from now on.

    Raises:
        Denied: the dilemma is not the reader's to see.
    """
    dilemma = readable(reader, dilemma_id)
    Follow.objects.get_or_create(
        dilemma=dilemma, user_id=reader.user_id, defaults={"seen": newest()}
    )


@transaction.atomic
def unfollow(reader: Reader, dilemma_id: int) -> None:
    """Hear no more of a dilemma, whether or not it can still be read."""
    Follow.objects.filter(dilemma_id=dilemma_id, user_id=reader.user_id).delete()


@transaction.atomic
def seen(reader: Reader, dilemma_id: int, cursor: int | None = None) -> None:
    """Remember that the reader has looked at a dilemma they may follow.

    Args:
        cursor: the newest entry of the trail that was shown; without it, everything until now.

    Raises:
        Denied: the dilemma is not the reader's to see.
    """
    dilemma = readable(reader, dilemma_id)
    rows = Follow.objects.filter(dilemma=dilemma, user_id=reader.user_id)
    rows.update(seen=newest() if cursor is None else cursor)


@transaction.atomic
def dismiss(reader: Reader, fingerprint: str) -> None:
    """Do not show a suggestion to this person again."""
    Dismissed.objects.get_or_create(
        organisation_id=reader.organisation_id, user_id=reader.user_id, fingerprint=fingerprint[:64]
    )
