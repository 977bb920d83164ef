"""The six ways in, and what each asks for."""

import pytest

from cast import telling
from handlerum.knowledge.rules import WAYS_WITH_OUTCOME, WAYS_WITH_PARTICIPANTS, problems
from handlerum.knowledge.telling import SourceTelling
from handlerum.knowledge.terms import Form, Voice, Way
from handlerum.knowledge.ways import WAYS


def test_every_way_has_its_own_form_in_the_order_of_the_letter() -> None:
    assert list(WAYS) == list(Way)
    assert all(asked.way is way for way, asked in WAYS.items())


@pytest.mark.parametrize("way", Way)
def test_what_a_way_asks_for_is_what_its_rules_expect(way: Way) -> None:
    asked = WAYS[way]

    assert asked.asks_outcome == (way in WAYS_WITH_OUTCOME)
    assert way not in WAYS_WITH_PARTICIPANTS or asked.participants
    assert bool(asked.source) == (way == Way.REPORTS)


@pytest.mark.parametrize("way", Way)
def test_answering_everything_that_a_way_asks_is_enough_to_share(way: Way) -> None:
    asked = WAYS[way]
    told = telling(
        way=way.value,
        form=asked.forms[0].value,
        voice=asked.voices[0].value,
        outcome="mixed" if asked.asks_outcome else "",
        participants="To kolleger" if asked.participants else "",
        source=SourceTelling("En rapport") if asked.source else SourceTelling(),
    )

    assert problems(told, sharing=True, team_ids=frozenset()) == []


@pytest.mark.parametrize("way", Way)
def test_likely_forms_and_voices_are_named_once(way: Way) -> None:
    asked = WAYS[way]

    assert len(set(asked.forms)) == len(asked.forms) > 0
    assert len(set(asked.voices)) == len(asked.voices) > 0


def test_every_form_and_every_voice_has_a_way_in() -> None:
    assert {form for asked in WAYS.values() for form in asked.forms} == set(Form)
    assert {voice for asked in WAYS.values() for voice in asked.voices} == set(Voice)
