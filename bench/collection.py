"""A database of synthetic contributions in a folder of its own."""

from dataclasses import dataclass

from django.core.management import call_command
from django.utils import timezone

from bench.synthetic import Words
from handlerum.core.database import look_after
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, Form, State, Voice, Way
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Organisation, Team, User
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role

_BATCH = 2000


@dataclass(frozen=True)
class Place:
    """One organisation with its teams and people."""

    organisation: Organisation
    teams: list[Team]
    people: list[User]


def build(count: int) -> Reader:
    """Make `count` shared contributions: seven in ten in one organisation, the rest in three.

    Returns:
        A practitioner of the large organisation, who is in two of its twenty teams.
    """
    call_command("migrate", verbosity=0, interactive=False)
    places = [_place(f"org{n}") for n in range(4)]
    words = Words()
    for start in range(0, count, _BATCH):
        size = min(_BATCH, count - start)
        Contribution.objects.bulk_create(_row(places, words) for _ in range(size))
    look_after()
    here = places[0]
    member = add_member(here.organisation, here.people[0], Role.PRACTITIONER, here.teams[:2])
    return reader_of(member)


def _place(slug: str) -> Place:
    organisation = Organisation.objects.create(slug=slug, name=slug)
    teams = Team.objects.bulk_create(
        Team(organisation=organisation, name=f"{n}") for n in range(20)
    )
    people = User.objects.bulk_create(
        User(email=f"{n}@{slug}.example", name=f"Person {n}") for n in range(50)
    )
    return Place(organisation, teams, people)


def _row(places: list[Place], words: Words) -> Contribution:
    draw = words.random
    place = places[0] if draw.random() < 0.7 else draw.choice(places[1:])
    audience = draw.choices([Audience.ORGANISATION, Audience.TEAM, Audience.ME], [70, 25, 5])[0]
    return Contribution(
        organisation=place.organisation,
        author=draw.choice(place.people),
        audience=audience,
        team=draw.choice(place.teams) if audience == Audience.TEAM else None,
        state=State.SHARED,
        form=draw.choice(Form.values),
        way=draw.choice(Way.values),
        voice=draw.choice(Voice.values),
        title=words.title(),
        text=words.text(),
        version=1,
        shared_at=timezone.now(),
    )
