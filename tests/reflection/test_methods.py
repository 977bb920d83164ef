"""The twelve methods that come with the product."""

import re

import pytest

from handlerum.reflection.rules.method import Method, Step, Text
from handlerum.reflection.rules.methods import frame, parse, shipped, written
from handlerum.reflection.rules.session_steps import telling_problems
from handlerum.reflection.telling import SessionTelling
from handlerum.reflection.terms import Ask, InputKind, Reveal
from reflection.method_text import METHOD

METHODS = pytest.mark.parametrize("method", shipped().values(), ids=shipped())
SHOWN = (Reveal.ON_REVEAL, Reveal.SHARED_AT_ONCE)


def texts(method: Method) -> list[Text]:
    steps = [text for step in method.steps for text in (step.name, step.instruction)]
    roles = [text for role in method.roles for text in (role.name, role.does)]
    return [method.name, method.purpose, *method.conduct, *method.stages, *roles, *steps]


def lix(text: str) -> float:
    words = re.findall(r"\w+", text)
    sentences = len(re.findall(r"[.!?:](?:\s|$)", text)) or 1
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def asked(method: Method) -> list[str]:
    return [ask for step in method.steps for ask in step.asks]


def test_there_are_twelve() -> None:
    assert len(shipped()) == 12
    assert all(key == method.key for key, method in shipped().items())


@METHODS
def test_every_text_is_there_in_both_languages(method: Method) -> None:
    for text in texts(method):
        assert text.da.strip()
        assert text.en.strip()


@METHODS
def test_the_danish_is_plain(method: Method) -> None:
    told = [method.purpose, *method.conduct, *(step.instruction for step in method.steps)]

    assert lix(" ".join(text.da for text in told)) <= 35


@METHODS
def test_it_begins_with_options_and_ends_with_options_and_next_steps(method: Method) -> None:
    found = asked(method)

    first = next(step for step in method.steps if not step.optional)

    assert first.frame == Ask.OPTIONS_BEFORE
    assert found.index(Ask.OPTIONS_BEFORE) < found.index(Ask.OPTIONS_AFTER)
    assert Ask.NEXT_STEPS in found[found.index(Ask.OPTIONS_AFTER) :]


@METHODS
def test_what_is_written_down_can_be_shown(method: Method) -> None:
    assert all(step.reveal in SHOWN for step in method.steps if step.asks)


@METHODS
def test_a_session_takes_its_steps(method: Method) -> None:
    telling = SessionTelling(method.key, method.as_told(), "Hvad gør vi så?", audience="me")

    assert telling_problems(telling, frozenset()) == []


@METHODS
def test_it_names_a_source_by_title_and_address(method: Method) -> None:
    assert method.sources
    assert all(one.title and one.url.startswith("http") for one in method.sources)


@METHODS
def test_it_is_the_same_after_being_written_and_read(method: Method) -> None:
    assert parse(written(method), "again.yaml") == method


def test_every_kind_of_input_is_used() -> None:
    used = {step.input for method in shipped().values() for step in method.steps}

    assert used == set(InputKind)


def test_minutes_are_those_of_the_steps_and_can_leave_out_the_optional() -> None:
    method = parse(METHOD, "walk.yaml")

    assert method.minutes == 8
    assert method.shortest == 8
    assert all(one.shortest <= one.minutes for one in shipped().values())


def test_a_word_that_looks_like_a_switch_stays_a_word() -> None:
    assert parse(METHOD, "walk.yaml").steps[1].instruction.en == "No"


def test_a_step_is_told_as_plain_values() -> None:
    step = Step("walk", Text("Gå", "Walk"), Text("Gå en tur.", "Take a walk."), 5)

    assert step.as_told() == {
        "key": "walk",
        "name": {"da": "Gå", "en": "Walk"},
        "instruction": {"da": "Gå en tur.", "en": "Take a walk."},
        "sees": "everyone",
        "input": "talk",
        "minutes": 5,
        "rule": "",
        "reveal": "on_reveal",
        "asks": [],
        "optional": False,
        "frame": False,
        "stage": 1,
    }


def test_the_frame_is_written_once_and_marked_where_it_is_used() -> None:
    first = parse(METHOD, "walk.yaml").steps[0]

    assert first == frame()["options_before"]
    assert first.as_told()["frame"] is True
