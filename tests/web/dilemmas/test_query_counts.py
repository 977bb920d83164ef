"""No page of dilemmas asks the database more often because there is more on it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import chosen, made, side_ids
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.services import follow, tell_consequence, weigh
from web.pages import signed_in
from web.test_query_counts import counted


def fill(cast: Cast, row: Dilemma, many: int) -> None:
    """More of everything that can lie on a board."""
    for number in range(many):
        piece = shared(cast, title=f"Bidrag {number}", topics=(f"emne {number}",))
        for side in side_ids(row):
            weigh(cast.reader("anna"), side, piece.id, "supports")
        option = chosen(cast, row).option
        for bearer in ("citizen", "employer"):
            tell_consequence(cast.reader("anna"), option.id, bearer, "Det betyder noget.")


def grow(cast: Cast, many: int) -> None:
    """More dilemmas that Bo follows, and on which something moved, and more that hints at one."""
    for number in range(many):
        row = made(cast, question=f"Spørgsmål {number}?")
        follow(cast.reader("bo"), row.id)
        fill(cast, row, 1)
        for outcome in ("succeeded", "failed"):
            shared(cast, topics=(f"sag {number}",), outcome=outcome)


def test_a_fuller_board_takes_no_more_queries(cast: Cast) -> None:
    bo, row = signed_in(cast.bo), made(cast)

    def look(client: Client) -> Any:
        return client.get(reverse("dilemma", args=[row.id]))

    fill(cast, row, 1)
    few = counted(bo, look)
    fill(cast, row, 3)

    assert counted(bo, look) == few


def test_more_dilemmas_take_no_more_queries_anywhere(cast: Cast) -> None:
    bo, row = signed_in(cast.bo), made(cast)
    piece = shared(cast)
    places = [
        *(reverse(name) for name in ("dilemmas", "followed", "dilemma_map", "make_dilemma")),
        reverse("add_side", args=[row.id]),
        reverse("put", args=[piece.id]),
        reverse("find_piece", args=[side_ids(row)[0]]),
    ]

    def look() -> dict[str, int]:
        return {where: counted(bo, lambda client, at=where: client.get(at)) for where in places}

    grow(cast, 1)
    few = look()
    grow(cast, 4)

    assert look() == few
