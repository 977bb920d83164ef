"""The counter-voice: one piece that complicates the others, when there is one."""

from cast import Cast, shared
from handlerum.knowledge.services import link
from handlerum.search.answer_services import respond
from handlerum.search.answers import Against
from handlerum.search.services import catch_up

BENCH = "bænken ved kanalen"


def test_what_contradicts_by_a_link_is_offered_though_it_shares_no_word(cast: Cast) -> None:
    row = shared(cast)
    other = shared(cast, "bo", title="Det gik ikke", text="Hun følte sig set ned på.", learned="")
    link(cast.reader("bo"), other.id, row.id, "challenges")
    catch_up()

    counter = respond(cast.reader("bo"), BENCH).counter

    assert counter is not None
    assert (counter.piece.contribution, counter.other) == (other, row)
    assert counter.against is Against.CHALLENGES


def test_what_turned_out_the_other_way_is_offered_when_all_that_is_shown_agrees(
    cast: Cast,
) -> None:
    for number, text in enumerate(
        ("Bænken ved kanalen.", "Kanalen og bænken.", "Bænken, kanalen!")
    ):
        shared(cast, outcome="succeeded", title=f"Bænk {number}", text=text, learned="")
    failed = shared(cast, outcome="failed", title="Det regnede", text="Bænken.", learned="")
    catch_up()

    counter = respond(cast.reader("bo"), BENCH, limit=3).counter

    assert counter is not None
    assert counter.piece.contribution == failed
    assert counter.against is Against.OUTCOME


def test_there_is_none_when_nothing_complicates(cast: Cast) -> None:
    shared(cast)
    catch_up()

    assert respond(cast.reader("bo"), BENCH).counter is None


def test_carla_and_other_teams_hear_no_counter_voice_that_is_not_theirs(cast: Cast) -> None:
    row = shared(cast)
    secret = shared(cast, "bo", title="Til teamet", text="Anderledes.", learned="", audience="team")
    link(cast.reader("bo"), secret.id, row.id, "challenges")
    catch_up()

    assert respond(cast.reader("bo"), BENCH).counter is not None
    assert respond(cast.reader("erik"), BENCH).counter is None
    assert respond(cast.reader("carla"), BENCH).counter is None
