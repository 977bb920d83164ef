"""Practices for the tests of the room, and what a test looks at afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cast import Cast, shared
from handlerum.core.clock import today
from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import link, withdraw
from handlerum.organisations.models import Membership
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role
from handlerum.practice.models import (
    Basis,
    Look,
    Note,
    Practice,
    PracticeVersion,
    Weighed,
)
from handlerum.practice.queries.flags import flags_of
from handlerum.practice.services.basis import stand_on, weigh_in
from handlerum.practice.services.looking import looked
from handlerum.practice.services.making import edit, make, set_state, telling_of
from handlerum.practice.services.notes import note
from handlerum.practice.telling import PracticeTelling
from handlerum.practice.terms import FlagReason
from handlerum.trail.models import Entry

#: The name of the practice that has everything.
FULL = "Det første møde, hvor borgeren vil"
TABLES: tuple[Any, ...] = (Practice, PracticeVersion, Basis, Weighed, Note, Look, Entry)
TEXT = (
    "# Første møde\n\nVi mødes dér, hvor borgeren vil.\n\n## Hvem gør hvad\n\n- Vi spørger først."
)


def rows() -> list[list[dict[str, Any]]]:
    """Every row of the room and the trail."""
    return [list(table.objects.order_by("id").values()) for table in TABLES]


def agreed(**changed: Any) -> PracticeTelling:
    """A procedure for the whole organisation; name what should differ."""
    told = {
        "kind": "procedure",
        "title": "Det første møde",
        "text": TEXT,
        "applies_to": "Alle nye forløb",
        "audience": "organisation",
    }
    return PracticeTelling(**{**told, **changed})


def made(cast: Cast, by: str = "anna", **changed: Any) -> Practice:
    """A practice by one of the cast."""
    if changed.get("audience") == "team":
        changed.setdefault("team_id", min(cast.reader(by).team_ids))
    return make(cast.reader(by), agreed(**changed))


def under(
    cast: Cast, practice: Practice, row: Contribution, stance: str = "supports", by: str = "anna"
) -> Basis:
    """A contribution laid under a practice."""
    return stand_on(cast.reader(by), practice.id, row.id, stance)


def full_practice(cast: Cast, row: Contribution, board: Dilemma, word: str) -> Practice:
    """A practice with everything that can be on its page, and one that is out of use."""
    anna, bo = cast.reader("anna"), cast.reader("bo")
    text = (
        f"# {word}\n\nVi spørger først.\n\n## Så\n\n| Hvem | Hvad |\n|---|---|\n| {word} | {word} |"
    )
    practice = made(cast, title=FULL, text=text, law="LAB § 36, stk. 2", applies_to=word)
    gone, against = shared(cast, "bo"), shared(cast, "bo", title=f"Imod: {word}")
    for stance, piece in (("supports", row), ("nuances", gone), ("challenges", against)):
        under(cast, practice, piece, stance)
    link(bo, against.id, row.id, "challenges")
    withdraw(bo, gone.id)
    side = board.sides.all()[0]
    weigh_in(anna, practice.id, board.id, side.consideration_id, f"Et opkald. {word}.")
    looked(anna, practice.id, conclusion=f"Vi ringer ikke mere. {word}.", next_look=in_days(90))
    for number in range(3):
        note(bo, practice.id, "exception", f"Vi gjorde noget andet ({number}). {word}.")
    note(anna, practice.id, "assumption", f"Alle kan komme. {word}.")
    note(anna, practice.id, "doubt", f"Gælder det om vinteren? {word}.")
    edit(anna, practice.id, replace(telling_of(practice), text="Vi spørger."), version=1, why=word)
    edit(anna, practice.id, replace(telling_of(practice), text=text), version=2, why="Tilbage.")
    retired = made(cast, title=f"Gammel praksis om {word}")
    set_state(anna, retired.id, "retired")
    return practice


def practice_things(cast: Cast, row: Contribution, dilemma: Dilemma) -> dict[str, int]:
    """Ids of a practice and of everything that lies under it and beside it."""
    anna, practice = cast.reader("anna"), made(cast)
    side = dilemma.sides.all()[0]
    residue = "Et opkald efter en uge."
    return {
        "practice": practice.id,
        "basis": under(cast, practice, row).id,
        "weighed": weigh_in(anna, practice.id, dilemma.id, side.consideration_id, residue).id,
        "practice_note": note(anna, practice.id, "doubt", "Gælder det også om vinteren?").note.id,
    }


def reasons(practice: Practice, day: date | None = None) -> set[FlagReason]:
    """Why a practice asks to be looked at, as it stands in the tables."""
    practice.refresh_from_db()
    return {flag.reason for flag in flags_of([practice], day or today())[practice.id]}


def in_days(days: int) -> date:
    """A day from today."""
    return today() + timedelta(days=days)


def stopped(cast: Cast, member: Membership) -> None:
    """Somebody works there no more."""
    change_member(
        cast.reader("gitte"), member.id, role=Role(member.role), teams=[], is_active=False
    )
