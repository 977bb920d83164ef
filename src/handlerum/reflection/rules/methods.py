"""Methods as they are written in files: reading with line numbers, and writing. Pure."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from handlerum.reflection.rules.method import Method, Role, Source, Step, Text
from handlerum.reflection.rules.method_nodes import Faulty, Fields, has_field, tree
from handlerum.reflection.rules.method_problem import Fault, Invalid, Problem
from handlerum.reflection.rules.session_steps import (
    AT_ONCE,
    MAX_INSTRUCTION,
    MAX_MINUTES,
    MAX_NAME,
    MAX_STEPS,
    ON_REVEAL,
)
from handlerum.reflection.terms import Ask, InputKind, Reveal, Rule, Sees

_FRAME = "frame.yaml"
MAX_PEOPLE = 500
MAX_DOTS = 20
MAX_TOTAL = 1_000
MAX_CHOICES = 12
MAX_ROWS = 20
MAX_LINE = 300
_TOP = ("key", "name", "purpose", "people", "minutes", "sources", "roles", "conduct", "steps")
_TOP_MORE = ("own_times", "origin", "stages")
_STEP = ("key", "name", "instruction", "minutes")
_CHOICE = ("dots", "ends", "choices", "about", "total")
_STEP_MORE = ("sees", "input", "reveal", "rule", "asks", *_CHOICE, "optional", "stage")
_FRAMED_MORE = ("key", "name", "instruction", "minutes", "optional", "stage")
#: Kinds of input that are nothing unless they are written down as one of these.
_MUST_ASK: dict[str, frozenset[str]] = {
    InputKind.OPTIONS: frozenset({Ask.OPTIONS_BEFORE, Ask.OPTIONS_AFTER}),
    InputKind.ASSUMPTIONS: frozenset({Ask.ASSUMPTIONS_BEFORE, Ask.ASSUMPTIONS_AFTER}),
    InputKind.NEXT_STEPS: frozenset({Ask.NEXT_STEPS}),
}
#: Kinds of input in which there is something to choose among.
_CHOOSING = frozenset({"dots", "line", "allocation", "statements"})


def parse(text: str, name: str) -> Method:
    """The method that a file describes.

    Args:
        name: the file's, for whoever reads of its faults.

    Raises:
        Invalid: with everything that is wrong, each with its line.
    """
    found: list[Problem] = []
    try:
        method = _method(Fields(tree(text), found, _TOP, _TOP_MORE), found)
    except Faulty as error:
        raise Invalid(name, [error.problem]) from error
    if found:
        raise Invalid(name, found)
    return method


@cache
def shipped() -> dict[str, Method]:
    """The methods that come with the product, by key."""
    folder = files("handlerum.reflection").joinpath("methods")
    names = {file.name for file in folder.iterdir() if file.name.endswith(".yaml")}
    found = sorted(names - {_FRAME})
    methods = [parse(folder.joinpath(name).read_text("utf-8"), name) for name in found]
    return {method.key: method for method in methods}


@cache
def frame() -> dict[str, Step]:
    """The steps that methods share, by key."""
    folder = files("handlerum.reflection").joinpath("methods")
    found: list[Problem] = []
    nodes = tree(folder.joinpath(_FRAME).read_text("utf-8")).value
    steps = [_own_step(Fields(node, found, _STEP, _STEP_MORE)) for node in nodes]
    if found:
        raise Invalid(_FRAME, found)
    return {step.key: replace(step, frame=step.key) for step in steps}


def written(method: Method) -> str:
    """The method as a file that `parse` reads to the same method."""
    told = {
        "key": method.key,
        "name": method.name.as_told(),
        "purpose": method.purpose.as_told(),
        "people": {"least": method.least, "most": method.most},
        "minutes": method.minutes,
        "own_times": method.own_times,
        **({"origin": method.origin} if method.origin else {}),
        "sources": [{"title": one.title, "url": one.url} for one in method.sources],
        "roles": [_written_role(role) for role in method.roles],
        "conduct": [rule.as_told() for rule in method.conduct],
        **({"stages": [stage.as_told() for stage in method.stages]} if method.stages else {}),
        "steps": [_written(step) for step in method.steps],
    }
    dumped: str = yaml.dump(told, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    return dumped


class _Plain(yaml.SafeDumper):
    """Repeats what is the same, since `parse` takes no references."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _written(step: Step) -> dict[str, Any]:
    told = step.as_told()
    del told["frame"]
    if step.frame:
        return {"frame": step.frame, **{name: told[name] for name in _FRAMED_MORE}}
    return {name: value for name, value in told.items() if value not in ("", [])}


def _written_role(role: Role) -> dict[str, Any]:
    return {"key": role.key, "name": role.name.as_told(), "does": role.does.as_told()}


def _method(top: Fields, found: list[Problem]) -> Method:
    stages = _texts(top, "stages")
    people = top.fields("people", ("least", "most"))
    method = Method(
        key=top.key("key"),
        name=_both(top, "name", MAX_NAME),
        purpose=_both(top, "purpose", MAX_INSTRUCTION),
        least=people.number("least", MAX_PEOPLE),
        most=people.number("most", MAX_PEOPLE),
        own_times=top.yes("own_times"),
        sources=_sources(top),
        roles=_roles(top),
        conduct=_texts(top, "conduct"),
        stages=stages,
        steps=_steps(top, found, len(stages)),
        origin=top.key("origin"),
    )
    if not 1 <= method.least <= method.most and not found:
        people.note("least", Fault.PEOPLE_CROSSED, f"{method.least} > {method.most}")
    told = top.number("minutes", MAX_MINUTES * MAX_STEPS)
    if told != method.minutes and not found:
        top.note("minutes", Fault.MINUTES_DIFFER, f"{told} ≠ {method.minutes}")
    return method


def _both(fields: Fields, name: str, limit: int) -> Text:
    within = fields.fields(name, ("da", "en"))
    return Text(within.text("da", limit), within.text("en", limit))


def _sources(top: Fields) -> tuple[Source, ...]:
    rows = top.all_fields("sources", MAX_ROWS, ("title", "url"))
    return tuple(Source(row.text("title", 200), row.address("url")) for row in rows)


def _roles(top: Fields) -> tuple[Role, ...]:
    rows = top.all_fields("roles", MAX_ROWS, ("key", "name", "does"))
    return tuple(
        Role(row.key("key"), _both(row, "name", MAX_NAME), _both(row, "does", MAX_LINE))
        for row in rows
    )


def _texts(top: Fields, name: str) -> tuple[Text, ...]:
    rows = top.all_fields(name, MAX_ROWS, ("da", "en"))
    return tuple(Text(row.text("da", MAX_LINE), row.text("en", MAX_LINE)) for row in rows)


def _steps(top: Fields, found: list[Problem], stages: int) -> tuple[Step, ...]:
    steps: dict[str, Step] = {}
    for node in top.items("steps", MAX_STEPS):
        framed = has_field(node, "frame")
        needed, more = (("frame",), _FRAMED_MORE) if framed else (_STEP, _STEP_MORE)
        fields = Fields(node, found, needed, more)
        step = _framed_step(fields) if framed else _own_step(fields)
        if step.key and step.key in steps:
            fields.note("key", Fault.KEY_USED, step.key)
        if step.about and step.about not in steps:
            fields.note("about", Fault.NO_SUCH_STEP, step.about)
        if not 1 <= step.stage <= max(1, stages):
            fields.note("stage", Fault.NO_SUCH_STAGE, str(step.stage))
        steps[step.key] = step
    if "steps" in top and not steps:
        top.note("steps", Fault.EMPTY, "steps")
    return tuple(steps.values())


def _framed_step(fields: Fields) -> Step:
    key = fields.text("frame", MAX_NAME)
    if key not in frame():
        fields.note("frame", Fault.NO_SUCH_FRAME, f"{key[:60]} ({', '.join(frame())})")
        return next(iter(frame().values()))
    step = frame()[key]
    return replace(
        step,
        key=fields.key("key") if "key" in fields else step.key,
        name=_both(fields, "name", MAX_NAME) if "name" in fields else step.name,
        instruction=_instruction(fields) if "instruction" in fields else step.instruction,
        minutes=fields.number("minutes", MAX_MINUTES) if "minutes" in fields else step.minutes,
        optional=fields.yes("optional") if "optional" in fields else step.optional,
        stage=_stage(fields),
    )


def _stage(fields: Fields) -> int:
    return fields.number("stage", MAX_ROWS) if "stage" in fields else 1


def _instruction(fields: Fields) -> Text:
    return _both(fields, "instruction", MAX_INSTRUCTION)


def _own_step(fields: Fields) -> Step:
    step = Step(
        key=fields.key("key"),
        name=_both(fields, "name", MAX_NAME),
        instruction=_instruction(fields),
        sees=Sees(fields.word("sees", Sees.values, Sees.EVERYONE)),
        input=InputKind(fields.word("input", InputKind.values, InputKind.TALK)),
        minutes=fields.number("minutes", MAX_MINUTES),
        reveal=Reveal(fields.word("reveal", Reveal.values, Reveal.ON_REVEAL)),
        rule=fields.word("rule", Rule.values),
        asks=fields.words("asks", Ask.values),
        dots=fields.number("dots", MAX_DOTS),
        ends=_ends(fields),
        choices=_choices(fields),
        about=fields.key("about"),
        total=fields.number("total", MAX_TOTAL),
        optional=fields.yes("optional"),
        stage=_stage(fields),
    )
    _check(step, fields)
    return step


def _ends(fields: Fields) -> tuple[Text, ...]:
    if "ends" not in fields:
        return ()
    within = fields.fields("ends", ("left", "right"))
    return _both(within, "left", MAX_NAME), _both(within, "right", MAX_NAME)


def _choices(fields: Fields) -> tuple[Text, ...]:
    rows = fields.all_fields("choices", MAX_CHOICES, ("da", "en"))
    return tuple(Text(row.text("da", MAX_LINE), row.text("en", MAX_LINE)) for row in rows)


def _check(step: Step, fields: Fields) -> None:
    """Note what does not fit together within a step."""
    if step.asks and step.reveal in (Reveal.PRIVATE, Reveal.FACILITATOR_ONLY):
        fields.note("reveal", Fault.NEVER_SHOWN, f"{step.reveal} ({ON_REVEAL}, {AT_ONCE})")
    needed = _MUST_ASK.get(step.input)
    if needed and not needed & set(step.asks):
        fields.note("input", Fault.ASKS_NOTHING, f"{step.input} ({', '.join(sorted(needed))})")
    if step.dots and step.input != InputKind.DOTS:
        fields.note("dots", Fault.DOTS_ELSEWHERE)
    if step.ends and step.input != InputKind.LINE:
        fields.note("ends", Fault.ENDS_ELSEWHERE)
    if step.total and step.input != InputKind.ALLOCATION:
        fields.note("total", Fault.TOTAL_ELSEWHERE)
    for name in ("choices", "about"):
        if getattr(step, name) and step.input not in _CHOOSING:
            fields.note(name, Fault.CHOICES_ELSEWHERE, ", ".join(sorted(_CHOOSING)))
