"""The knowledge account of one practice, as far as the reader sees what is under it."""

from collections.abc import Iterator

from handlerum.knowledge.terms import Form, Voice, Way
from handlerum.organisations.access import Reader
from handlerum.practice.models import Practice
from handlerum.practice.queries.practices import Under, under
from handlerum.practice.rules.account import Account, Piece, account_of


def account(reader: Reader, practice: Practice) -> Account:
    """Who sits at which seat under a practice that the reader may see."""
    return account_of(pieces(under(reader, practice)))


def pieces(found: Under) -> Iterator[Piece]:
    """What lies under a practice, one by one; gaps sit nowhere."""
    for form, lane in found.lanes.items():
        for one in lane:
            yield Piece(form, Way(one.contribution.way), Voice(one.contribution.voice))
    for form, many in found.hidden.items():
        yield from (Piece(Form(form)) for _ in range(many))
