"""The example organisation: people, teams and all they tell, written for this project."""

from dataclasses import dataclass
from importlib.resources import files
from itertools import zip_longest
from typing import Any

import yaml
from django.db import transaction

from handlerum.exchange.example_dilemmas import load_dilemmas
from handlerum.exchange.example_practice import load_practice
from handlerum.knowledge.services import contribute, link
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Organisation
from handlerum.organisations.services import add_member, found_organisation, make_team, register
from handlerum.organisations.terms import Role
from handlerum.privacy.blur import Choice, direct
from handlerum.privacy.terms import Kind

SLUG = "eksempelkommunen"
NAME = "Eksempelkommunen"


@dataclass(frozen=True, slots=True)
class Person:
    """One example person. The address ends in .example, which can never be anybody's."""

    key: str
    name: str
    role: Role
    team: str


YOUTH, COMPANIES = "Ungeteamet", "Virksomhedsteamet"
PEOPLE = (
    Person("gitte", "Gitte Eksempel", Role.ADMINISTRATOR, COMPANIES),
    Person("anna", "Anna Eksempel", Role.PRACTITIONER, YOUTH),
    Person("bo", "Bo Eksempel", Role.PRACTITIONER, YOUTH),
    Person("dorte", "Dorte Eksempel", Role.KEY_PERSON, YOUTH),
    Person("erik", "Erik Eksempel", Role.PRACTITIONER, COMPANIES),
    Person("fatima", "Fatima Eksempel", Role.LEADER, COMPANIES),
)


@transaction.atomic
def load_example() -> int:
    """Make the example organisation with all that is told there; again changes nothing.

    Returns:
        How many contributions were made.
    """
    if Organisation.objects.filter(slug=SLUG).exists():
        return 0
    readers = _people(found_organisation(slug=SLUG, name=NAME, is_example=True))
    made: dict[str, tuple[Reader, int]] = {}
    # In turns, so that the newest ones shown are of every form.
    rounds = zip_longest(*([(form, entry) for entry in _entries(form)] for form in Form.values))
    entries = [pair for turn in rounds for pair in turn if pair]
    for form, entry in entries:
        reader = readers[entry["author"]]
        row = contribute(reader, _telling(form, entry, reader), is_example=True)
        made[entry["key"]] = (reader, row.id)
    for _form, entry in entries:
        reader, origin = made[entry["key"]]
        for each in entry.get("links", []):
            link(reader, origin, made[each["to"]][1], each["stance"])
    pieces = {key: number for key, (_, number) in made.items()}
    load_dilemmas(readers, pieces)
    load_practice(readers, pieces)
    return len(made)


def _people(organisation: Organisation) -> dict[str, Reader]:
    administrator = add_member(organisation, _register(PEOPLE[0]), PEOPLE[0].role)
    manager = reader_of(administrator)
    teams = {name: make_team(manager, name) for name in (YOUTH, COMPANIES)}
    administrator.teams.set([teams[PEOPLE[0].team]])
    members = {
        person.key: add_member(organisation, _register(person), person.role, [teams[person.team]])
        for person in PEOPLE[1:]
    }
    return {key: reader_of(member) for key, member in members.items()}


def _register(person: Person) -> Any:
    return register(email=f"{person.key}@handlerum.example", name=person.name, password=None)


def _entries(form: str) -> list[dict[str, Any]]:
    text = files("handlerum.exchange").joinpath("example", f"{form}.yaml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


def _telling(form: str, entry: dict[str, Any], reader: Reader) -> Telling:
    words = ("title", "text", "learned", "participants", "context", "outcome")
    told = {word: str(entry.get(word, "")).strip() for word in words}
    return Telling(
        form=form,
        way=entry["way"],
        voice=entry["voice"],
        **told,
        kept=_named(told | {"topics": " · ".join(entry.get("topics", ()))}),
        source=SourceTelling(**entry.get("source", {})),
        law_date=entry.get("law_date"),
        topics=tuple(entry.get("topics", ())),
        audience=entry["audience"],
        team_id=min(reader.team_ids) if entry["audience"] == "team" else None,
    )


def _named(told: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Who is named in the collection is an author: it was written, and looked through, by us."""
    return tuple((one.key, Choice.CITE.value) for one in direct(told) if one.kind == Kind.PERSON)
