"""An organisation of some years, made for `make bench-insight`: home-made, by bulk inserts."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.management import call_command

from bench.synthetic import Words
from handlerum.core.clock import now, today
from handlerum.core.database import look_after
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.terms import DilemmaState
from handlerum.knowledge.models import Contribution, Topic
from handlerum.knowledge.terms import Audience, Form, Outcome, Stance, State, Voice, Way
from handlerum.legislation.models import Cited
from handlerum.legislation.services import store
from handlerum.legislation.texts import EditionText, SectionText, SubsectionText
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Organisation, Team, User
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.practice.models import (
    Basis,
    FrameRequest,
    Look,
    Note,
    Practice,
    PracticeVersion,
    Trial,
)
from handlerum.practice.terms import FrameAnswer, FrameKind, NoteKind, PracticeKind, TrialState
from handlerum.reflection.models import ActionOption, Event, Session
from handlerum.reflection.words import Happened, Phase, SessionState, SubjectKind
from handlerum.trail.terms import Thing

_BATCH = 2_000
_DAYS = 5 * 365
_TITLE, _SECTION = "Lov om prøver", "7"


@dataclass(frozen=True)
class Made:
    """Who looks: a leader of the organisation."""

    user: User
    reader: Reader


def build(contributions: int, practices: int, sessions: int, *, cited: int) -> Made:
    """An organisation with all of that; so many practices cite one provision."""
    call_command("migrate", verbosity=0, interactive=False)
    place = _Place(Words())
    place.contribute(contributions)
    place.agree(practices, cited)
    place.meet(sessions)
    place.try_and_ask(practices)
    look_after()
    member = add_member(place.organisation, place.people[0], Role.LEADER, place.teams[:2])
    return Made(place.people[0], reader_of(member))


def change_the_law() -> None:
    """A newer text of the provision that is cited, in force since yesterday."""
    store(_edition("lta/2026/2", "Kommunen skal tilbyde en samtale.", today() - timedelta(days=1)))


def _edition(eli: str, text: str, since: date) -> EditionText:
    section = SectionText(_SECTION, (SubsectionText(1, text),))
    return EditionText(eli, "LBK", _TITLE, since, (section,), in_force_from=since)


class _Place:
    def __init__(self, words: Words) -> None:
        self.words, self.draw = words, words.random
        self.organisation = Organisation.objects.create(slug="stor", name="Stor Kommune")
        self.teams = Team.objects.bulk_create(
            Team(organisation=self.organisation, name=f"Team {n}") for n in range(20)
        )
        self.people = User.objects.bulk_create(
            User(email=f"{n}@stor.example", name=f"Person {n}") for n in range(50)
        )
        self.topics = Topic.objects.bulk_create(
            Topic(organisation=self.organisation, name=f"emne {n}") for n in range(200)
        )

    def contribute(self, many: int) -> None:
        through = Contribution.topics.through
        for start in range(0, many, _BATCH):
            size = min(_BATCH, many - start)
            rows = Contribution.objects.bulk_create(self._contribution() for _ in range(size))
            through._default_manager.bulk_create(
                through(contribution_id=row.pk, topic_id=self.draw.choice(self.topics).pk)
                for row in rows
            )
        self.ids = list(Contribution.objects.values_list("id", "form"))

    def agree(self, many: int, cited: int) -> None:
        first = today() - timedelta(days=_DAYS)
        store(_edition("lta/2021/1", "Kommunen kan tilbyde en samtale.", first))
        rows = Practice.objects.bulk_create(self._practice() for _ in range(many))
        PracticeVersion.objects.bulk_create(self._version(row) for row in rows)
        Basis.objects.bulk_create(one for row in rows for one in self._basis(row))
        Note.objects.bulk_create(
            Note(practice=row, kind=kind, text=self.words.title(), by=row.owner)
            for row in rows
            for kind in self.draw.choices(NoteKind.values, k=3)
        )
        Look.objects.bulk_create(Look(practice=row, by=row.owner) for row in rows[::2])
        Cited.objects.bulk_create(
            Cited(
                thing=Thing.PRACTICE,
                thing_id=row.id,
                organisation_id=self.organisation.id,
                act_key="lov-om-proever",
                section=_SECTION,
                as_of=today() - timedelta(days=30),
            )
            for row in rows[:cited]
        )

    def meet(self, many: int) -> None:
        closed: dict[str, Any] = {"state": SessionState.CLOSED, "method": "gibbs", "steps": []}
        rows = Session.objects.bulk_create(
            Session(
                **self._shared(),
                **closed,
                facilitator=self.draw.choice(self.people),
                subject_kind=SubjectKind.QUESTION,
                question=self.words.title(),
                closed_at=self._some_day(),
            )
            for _ in range(many)
        )
        ActionOption.objects.bulk_create(
            ActionOption(session=row, key=f"{phase}{n}", phase=phase, text="")
            for row in rows
            for phase in Phase.values
            for n in range(8)
        )
        Event.objects.bulk_create(
            Event(session=row, version=n, happened=Happened.JOINED)
            for row in rows
            for n in range(8)
        )

    def try_and_ask(self, many: int) -> None:
        Trial.objects.bulk_create(
            Trial(
                **self._shared(),
                owner=self.draw.choice(self.people),
                what=self.words.title(),
                until=today(),
                state=TrialState.TOLD,
                outcome=self.draw.choice([Outcome.SUCCEEDED, Outcome.FAILED, Outcome.MIXED]),
                told_at=self._some_day(),
            )
            for _ in range(many)
        )
        FrameRequest.objects.bulk_create(
            FrameRequest(
                **self._shared(),
                owner=self.draw.choice(self.people),
                kind=self.draw.choice(FrameKind.values),
                condition=self.words.title(),
                hinders=self.words.text(),
                asks=self.words.text(),
                answer_by=today(),
                answer=self.draw.choice(["", *FrameAnswer.values]),
                answered_at=self._some_day(),
            )
            for _ in range(many // 4)
        )
        Dilemma.objects.bulk_create(
            Dilemma(
                **self._shared(),
                owner=self.draw.choice(self.people),
                question=self.words.title(),
                state=self.draw.choice(DilemmaState.values),
            )
            for _ in range(many)
        )

    def _shared(self) -> dict[str, Any]:
        wide = self.draw.random() < 0.7
        return {
            "organisation": self.organisation,
            "audience": Audience.ORGANISATION if wide else Audience.TEAM,
            "team": None if wide else self.draw.choice(self.teams),
        }

    def _some_day(self) -> Any:
        return now() - timedelta(days=self.draw.randrange(_DAYS), minutes=5)

    def _contribution(self) -> Contribution:
        draw = self.draw
        return Contribution(
            **self._shared(),
            author=draw.choice(self.people),
            state=State.SHARED,
            form=draw.choice(Form.values),
            way=draw.choice(Way.values),
            voice=draw.choice(Voice.values),
            title=self.words.title(),
            text=self.words.text(),
            version=1,
            shared_at=self._some_day(),
        )

    def _practice(self) -> Practice:
        draw = self.draw
        return Practice(
            **self._shared(),
            owner=draw.choice(self.people),
            kind=draw.choice(PracticeKind.values),
            title=self.words.title(),
            text="\n\n".join(self.words.text() for _ in range(8)),
            law_as_of=today() - timedelta(days=30),
            next_look=today() + timedelta(days=draw.randrange(-100, 300)),
        )

    def _version(self, row: Practice) -> PracticeVersion:
        same = {"title": row.title, "text": row.text, "audience": row.audience, "team": row.team}
        return PracticeVersion(practice=row, number=1, by=row.owner, **same)

    def _basis(self, row: Practice) -> list[Basis]:
        return [
            Basis(practice=row, contribution_id=number, form=form, stance=Stance.SUPPORTS)
            for number, form in self.draw.sample(self.ids, 5)
        ]
