"""A method that cannot be used is told line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.reflection.rules.method_nodes import MAX_CHARACTERS
from handlerum.reflection.rules.method_problem import Fault, Invalid
from handlerum.reflection.rules.methods import parse
from reflection.method_text import METHOD, spoilt

WALK = "    minutes: 5\n"
ENDS = "      left: {da: Let, en: Easy}\n      right: {da: Svær, en: Hard}\n"
HALF = "{left: {da: Let, en: Easy}}\n"
NESTED = "purpose: [[[[[[[[[[x]]]]]]]]]]"
SPOILT = [
    (Fault.NOT_YAML, 5, "most: 6}", "most: 6"),
    (Fault.NOT_YAML, 2, "En kort tur", "\x07"),
    (Fault.TOO_DEEP, 3, "purpose: {da: I går en tur., en: You take a walk.}", NESTED),
    (Fault.REFERENCE, 2, "{da: En kort", "&a {da: En kort"),
    (Fault.TYPED, 5, "minutes: 8", "minutes: !!python/object:os.system 8"),
    (Fault.NOT_A_MAPPING, 2, "{da: En kort tur, en: A short walk}", "En kort tur"),
    (Fault.NOT_A_MAPPING, 15, "- frame: options_before", "- options_before"),
    (Fault.NOT_A_MAPPING, 15, "- frame: options_before", "- [[options, before], [a, b]]"),
    (Fault.NOT_A_LIST, 12, "conduct:\n  - {da: Gå langsomt., en: Walk slowly.}", "conduct: nej"),
    (Fault.NOT_A_TEXT, 1, "key: short-walk", "key: [short-walk]"),
    (Fault.NOT_A_NUMBER, 20, WALK, "    minutes: fem\n"),
    (Fault.NOT_A_NUMBER, 20, WALK, "    minutes: -5\n"),
    (Fault.NOT_A_NUMBER, 20, WALK, "    minutes: ٥\n"),
    (Fault.NOT_YES_OR_NO, 21, WALK, f"{WALK}    optional: måske\n"),
    (Fault.DUPLICATE_KEY, 21, WALK, f"{WALK}    minutes: 5\n"),
    (Fault.UNKNOWN_KEY, 21, WALK, f"{WALK}    colour: red\n"),
    (Fault.MISSING, 16, WALK, ""),
    (Fault.MISSING, 2, "en: A short walk", "da2: x"),
    (Fault.EMPTY, 17, "da: Gå, en: Walk}", 'da: "", en: Walk}'),
    (Fault.TOO_LONG, 17, "da: Gå, en: Walk}", f"da: {'g' * 101}, en: Walk}}"),
    (Fault.OUTSIDE, 20, WALK, "    minutes: 241\n"),
    (Fault.NOT_A_WORD, 19, "input: talk", "input: shout"),
    (Fault.NOT_A_WORD, 21, WALK, f"{WALK}    asks: [a_song]\n"),
    (Fault.NOT_A_KEY, 1, "key: short-walk", "key: Kort tur"),
    (Fault.KEY_USED, 16, "key: walk", "key: options_before"),
    (Fault.NOT_AN_ADDRESS, 7, '"https://example.org/walks"', "javascript:alert(1)"),
    (Fault.NO_SUCH_FRAME, 15, "frame: options_before", "frame: coffee"),
    (Fault.NO_SUCH_STAGE, 21, WALK, f"{WALK}    stage: 2\n"),
    (Fault.NEVER_SHOWN, 21, WALK, f"{WALK}    reveal: private\n    asks: [next_steps]\n"),
    (Fault.ASKS_NOTHING, 19, "input: talk", "input: options"),
    (Fault.DOTS_ELSEWHERE, 21, WALK, f"{WALK}    dots: 3\n"),
    (Fault.ENDS_ELSEWHERE, 22, WALK, f"{WALK}    ends:\n{ENDS}"),
    (Fault.MISSING, 22, WALK, f"{WALK}    input: line\n    ends: {HALF}"),
    (Fault.TOTAL_ELSEWHERE, 21, WALK, f"{WALK}    total: 10\n"),
    (Fault.CHOICES_ELSEWHERE, 22, WALK, f"{WALK}    choices:\n      - {{da: Ja, en: Yes}}\n"),
    (Fault.CHOICES_ELSEWHERE, 21, WALK, f"{WALK}    about: options_before\n"),
    (Fault.NO_SUCH_STEP, 21, WALK, f"{WALK}    about: walk\n"),
    (Fault.MINUTES_DIFFER, 5, "minutes: 8", "minutes: 9"),
    (Fault.PEOPLE_CROSSED, 4, "least: 2", "least: 7"),
]


@pytest.mark.parametrize(("fault", "line", "old", "new"), SPOILT)
def test_each_kind_of_fault_is_told_with_its_line(
    fault: Fault, line: int, old: str, new: str
) -> None:
    with pytest.raises(Invalid) as caught:
        parse(spoilt(old, new), "walk.yaml")

    assert caught.value.name == "walk.yaml"
    assert (fault, line) in {(one.fault, one.line) for one in caught.value.problems}


def test_all_faults_are_told_at_once_and_in_order() -> None:
    text = spoilt("key: short-walk", "key: KORT").replace("input: talk", "input: shout")

    with pytest.raises(Invalid) as caught:
        parse(text, "walk.yaml")

    assert [one.line for one in caught.value.problems] == [1, 19]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        ("- en liste", Fault.NOT_A_MAPPING),
        ("x" * (MAX_CHARACTERS + 1), Fault.TOO_LARGE),
        ("[" * 5_000, Fault.TOO_DEEP),
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", Fault.REFERENCE),
        (METHOD + "---\nkey: two\n", Fault.NOT_YAML),
        (METHOD + "  - {frame: options_before, key: again}\n" * 41, Fault.TOO_MANY),
        (METHOD[: METHOD.index("steps:")] + "steps: []\n", Fault.EMPTY),
    ],
)
def test_what_is_no_method_at_all_is_refused(text: str, fault: Fault) -> None:
    with pytest.raises(Invalid) as caught:
        parse(text, "walk.yaml")

    assert fault in {one.fault for one in caught.value.problems}


def test_every_fault_has_a_test() -> None:
    tested = {row[0] for row in SPOILT} | {Fault.TOO_LARGE, Fault.TOO_MANY}

    assert tested == set(Fault)


@given(st.text(max_size=200), st.integers(0, len(METHOD)))
def test_whatever_is_typed_it_is_a_method_or_told_to_be_none(typed: str, at: int) -> None:
    lines = [1]
    try:
        parse(METHOD[:at] + typed + METHOD[at:], "walk.yaml")
    except Invalid as invalid:
        lines = [one.line for one in invalid.problems]

    assert lines
    assert min(lines) >= 1
