"""What others say about a contribution, as far as the reader may see it."""

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import connections
from handlerum.knowledge.services import link, withdraw
from handlerum.knowledge.terms import Stance


def test_both_directions_are_shown_by_stance(cast: Cast) -> None:
    row, before, after = shared(cast, "anna"), shared(cast, "bo"), shared(cast, "bo")
    link(cast.reader("anna"), row.id, before.id, "nuances")
    link(cast.reader("bo"), after.id, row.id, "challenges")

    found = connections(cast.reader("erik"), row)

    assert found.outgoing == {Stance.NUANCES: [before]}
    assert found.incoming == {Stance.CHALLENGES: [after]}


def test_within_a_stance_the_oldest_comes_first(cast: Cast) -> None:
    row = shared(cast, "anna")
    said = [shared(cast, "bo") for _ in range(3)]
    for other in said:
        link(cast.reader("bo"), other.id, row.id, "supports")

    assert connections(cast.reader("anna"), row).incoming == {Stance.SUPPORTS: said}


def linked(cast: Cast, audience: str) -> tuple[Contribution, Contribution]:
    """A contribution for all, and Bo's answer for fewer."""
    row, answer = shared(cast, "anna"), shared(cast, "bo", audience=audience)
    link(cast.reader("bo"), answer.id, row.id, "challenges")
    return row, answer


def test_an_answer_for_a_team_is_shown_to_the_team_alone(cast: Cast) -> None:
    row, answer = linked(cast, "team")

    assert connections(cast.reader("anna"), row).incoming == {Stance.CHALLENGES: [answer]}
    assert not connections(cast.reader("erik"), row)


def test_an_answer_that_is_a_draft_or_withdrawn_is_not_shown(cast: Cast) -> None:
    row, answer = linked(cast, "organisation")
    unshared = drafted(cast, "bo")
    link(cast.reader("bo"), unshared.id, row.id, "supports")
    withdraw(cast.reader("bo"), answer.id)

    for name in ("anna", "bo", "erik"):
        assert not connections(cast.reader(name), row)


def test_carla_sees_no_connections(cast: Cast) -> None:
    row, _answer = linked(cast, "organisation")

    assert connections(cast.reader("anna"), row)
    assert not connections(cast.reader("carla"), row)
