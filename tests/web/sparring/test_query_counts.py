"""No page of sparring asks the database more often because there is more on it."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from cast import Cast, person, shared
from handlerum.core.clock import now
from handlerum.organisations.services import add_member, make_team
from handlerum.organisations.terms import Role
from handlerum.search.services import catch_up
from handlerum.sparring.models import Question
from handlerum.sparring.services import accept, offer, propose_times, write
from handlerum.sparring.telling import TimesTelling
from sparring.talks import to_bo, to_topic
from web.pages import ask, signed_in
from web.test_query_counts import counted


def grow(cast: Cast, many: int, state: str) -> None:
    """More of everything: questions in each state, offers, colleagues, teams and topics."""
    for number in range(many):
        named = f"{state}{number}"
        member = add_member(cast.home, person(f"p{named}"), Role.PRACTITIONER)
        make_team(cast.reader("gitte"), f"Team {named}")
        for who in ("bo", "dorte"):
            offer(cast.reader(who), f"Emne {named}")
        shared(cast, topics=(f"sag {named}",))
        to_bo(cast), to_topic(cast, by="bo"), to_topic(cast, by="dorte")
        accept(cast.reader("bo"), to_bo(cast).id)
        accept(cast.reader("dorte"), to_topic(cast).id)
        write(cast.reader("anna"), to_bo(cast, by="anna").id, "Noget")
        offer(cast.reader("erik"), f"Emne {member.id}")
    catch_up()


def fill(cast: Cast, question: Question, many: int) -> None:
    """More that was written between the two."""
    for _ in range(many):
        write(cast.reader("bo"), question.id, "Et svar")
        write(cast.reader("anna"), question.id, "Tak")
    times = [now() + timedelta(hours=hour + 1) for hour in range(min(many, 3))]
    propose_times(cast.reader("bo"), question.id, TimesTelling(times))


def test_more_sparring_takes_no_more_queries_anywhere(cast: Cast) -> None:
    bo = signed_in(cast.bo)
    leader = signed_in(add_member(cast.home, person("lise"), Role.LEADER))

    def look() -> dict[str, int]:
        found = {
            name: counted(bo, lambda client, at=name: client.get(reverse(at)))
            for name in ("sparring", "ask", "offers")
        }
        found["answer"] = counted(bo, lambda client: ask(client, "mødet på bænken om emne"))
        where = reverse("sparring_waiting")
        return found | {"waiting": counted(leader, lambda client: client.get(where))}

    grow(cast, 1, "a")
    few = look()
    grow(cast, 4, "b")

    assert look() == few


def test_a_longer_talk_takes_no_more_queries(cast: Cast) -> None:
    anna, question = signed_in(cast.anna), to_bo(cast)

    def look(client: Client) -> object:
        return client.get(reverse("question", args=[question.id]))

    fill(cast, question, 1)
    few = counted(anna, look)
    fill(cast, question, 4)

    assert counted(anna, look) == few
