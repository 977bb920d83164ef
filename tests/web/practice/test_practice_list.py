"""The list of practices: by kind and by flag, with counts, and what to do where it is empty."""

from typing import Any

from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from handlerum.knowledge.services import link
from handlerum.practice.models import Look, Practice
from handlerum.practice.services.making import edit, set_state
from handlerum.practice.services.notes import note
from practice.agreed import agreed, made, under
from web.pages import main, page, signed_in, words
from web.test_query_counts import counted


def titles(response: Any) -> list[str]:
    return [words(one) for one in page(response).xpath("//*[contains(@class, 'card')]//h3")]


def test_an_empty_list_says_how_to_begin(cast: Cast) -> None:
    seen = main(signed_in(cast.bo).get(reverse("practices")))

    assert "Her er ingen praksis endnu" in seen
    assert "Skriv den første" in seen


def test_practices_are_found_by_kind_and_by_flag(cast: Cast) -> None:
    bo, where = signed_in(cast.bo), reverse("practices")
    looked_at = made(cast, title="Set på", kind="decision")
    Look.objects.create(practice=looked_at, conclusion="Den holder.", by=cast.anna.user)
    made(cast, title="Ikke set på")

    assert titles(bo.get(where)) == ["Ikke set på", "Set på"]
    assert titles(bo.get(f"{where}?slags=decision")) == ["Set på"]
    assert titles(bo.get(f"{where}?flag=never_reflected")) == ["Ikke set på"]
    assert titles(bo.get(f"{where}?flag=never_reflected&slags=decision")) == []
    assert titles(bo.get(f"{where}?flag=rygte&slags=rygte&side=x")) == ["Ikke set på", "Set på"]
    seen = main(bo.get(where))
    for told in ("Beslutning (1)", "Arbejdsgang (1)", "Indsatsbeskrivelse (0)"):
        assert told in seen
    assert "Den står ikke på nogen viden (2)" in seen
    assert "Ingen har set kritisk på den (1)" in seen


def test_what_is_out_of_use_has_a_list_of_its_own(cast: Cast) -> None:
    bo, where = signed_in(cast.bo), reverse("practices")
    set_state(cast.reader("anna"), made(cast, title="Gammel").id, "retired")

    assert titles(bo.get(where)) == []
    assert titles(bo.get(f"{where}?brug=nej")) == ["Gammel"]


def test_nobody_sees_what_is_not_for_them(cast: Cast) -> None:
    made(cast, title="Kun for ungeteamet", audience="team")

    for who in (cast.erik, cast.carla):
        seen = main(signed_in(who).get(reverse("practices")))
        assert "ungeteamet" not in seen


def fill(cast: Cast, row: Practice, many: int) -> None:
    """More of everything that can be on the page of a practice."""
    for number in range(many):
        piece, against = shared(cast), shared(cast, "bo", title=f"Imod {number}")
        under(cast, row, piece)
        link(cast.reader("bo"), against.id, piece.id, "challenges")
        for kind in ("exception", "doubt"):
            note(cast.reader("bo"), row.id, kind, "Noget.")
        row.refresh_from_db()
        edit(
            cast.reader("anna"),
            row.id,
            agreed(text=f"Version {number}", law="LAB § 36"),
            version=row.version,
        )


def test_more_of_everything_takes_no_more_queries(cast: Cast) -> None:
    bo, row, piece = signed_in(cast.bo), made(cast), shared(cast)
    places = [
        reverse("practices"),
        reverse("contribution", args=[piece.id]),
        *(
            reverse(name, args=[row.id])
            for name in ("practice", "practice_history", "practice_account", "find_basis")
        ),
    ]

    def look() -> dict[str, int]:
        return {
            where: counted(bo, lambda client, at=where: client.get(at))  # type: ignore[misc]
            for where in places
        }

    def grow(many: int) -> None:
        fill(cast, row, many)
        for number in range(many):
            other = made(cast, title=f"Praksis {number}")
            under(cast, other, piece)
            fill(cast, other, 1)

    grow(1)
    few = look()
    grow(3)

    assert look() == few


def test_the_outsider_finds_nothing(cast: Cast) -> None:
    row, carla = made(cast), signed_in(cast.carla)

    assert isinstance(carla, Client)
    assert carla.get(reverse("practice", args=[row.id])).status_code == 404
