"""One cast for every test: Anna owns, Bo is on her team, Carla must see nothing.

Dorte is a key person and Gitte the administrator of the same organisation; Erik works there in
another team. Carla is in another organisation, as its administrator: the strongest outsider.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, draft
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Membership, Organisation, Team, User
from handlerum.organisations.services import add_member, found_organisation, make_team, register
from handlerum.organisations.terms import Role

PASSWORD = "korrekt hest batteri"


@dataclass(frozen=True)
class Cast:
    """People as members; `reader` gives anybody's scope."""

    home: Organisation
    away: Organisation
    youth: Team
    companies: Team
    anna: Membership
    bo: Membership
    dorte: Membership
    erik: Membership
    gitte: Membership
    carla: Membership

    def reader(self, name: str) -> Reader:
        """The scope of one of the cast."""
        return reader_of(getattr(self, name))


def make_cast() -> Cast:
    """Two organisations with their people, and no contributions yet."""
    home = found_organisation(slug="hjemby", name="Hjemby Kommune")
    away = found_organisation(slug="udeby", name="Udeby Kommune")
    gitte = add_member(home, person("gitte"), Role.ADMINISTRATOR)
    youth = make_team(reader_of(gitte), "Ungeteamet")
    companies = make_team(reader_of(gitte), "Virksomhedsteamet")
    return Cast(
        home=home,
        away=away,
        youth=youth,
        companies=companies,
        anna=add_member(home, person("anna"), Role.PRACTITIONER, [youth]),
        bo=add_member(home, person("bo"), Role.PRACTITIONER, [youth]),
        dorte=add_member(home, person("dorte"), Role.KEY_PERSON, [youth]),
        erik=add_member(home, person("erik"), Role.PRACTITIONER, [companies]),
        gitte=gitte,
        carla=add_member(away, person("carla"), Role.ADMINISTRATOR),
    )


def person(name: str) -> User:
    """A person who signs in as NAME@test.example with PASSWORD."""
    return register(email=f"{name}@test.example", name=name.title(), password=PASSWORD)


def telling(**changed: Any) -> Telling:
    """A complete experience for the whole organisation; name what should differ."""
    told = {
        "way": "own_experience",
        "form": "experience",
        "voice": "practitioner",
        "outcome": "failed",
        "title": "Mødet på bænken",
        "text": "Vi mødtes på bænken ved kanalen, fordi døren var for svær.",
        "learned": "Spørg til vejen hen til mødet.",
        "audience": "organisation",
    }
    return Telling(**{**told, **changed})


def report(**changed: Any) -> Telling:
    """A complete piece of research with its source."""
    told = {
        "way": "reports",
        "form": "research",
        "voice": "researcher",
        "outcome": "",
        "title": "Støtte på arbejdspladsen",
        "text": "Undersøgelsen fulgte mennesker, der fik støtte ude på arbejdspladsen.",
        "source": SourceTelling(
            "En rapport", "En forsker", 2022, "Et forlag", "https://x.example/1"
        ),
        "law_date": date(2024, 5, 1),
        "topics": ("støtte", "arbejdsplads"),
    }
    return telling(**{**told, **changed})


def shared(cast: Cast, by: str = "anna", **changed: Any) -> Contribution:
    """A contribution by one of the cast, shared with the organisation unless told otherwise."""
    if changed.get("audience") == "team":
        changed.setdefault("team_id", min(cast.reader(by).team_ids))
    return contribute(cast.reader(by), telling(**changed))


def drafted(cast: Cast, by: str = "anna", **changed: Any) -> Contribution:
    """A draft by one of the cast."""
    return draft(cast.reader(by), telling(**changed))
