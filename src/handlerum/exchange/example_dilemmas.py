"""Example dilemmas: what is set against each other, weighed and proposed by the example people."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml

from handlerum.dilemmas import services
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.rules.making import Named
from handlerum.dilemmas.telling import (
    ChoiceTelling,
    ConsiderationTelling,
    DilemmaTelling,
    FalseTestTelling,
)
from handlerum.organisations.access import Reader

#: A written key, and the number that it got.
Numbers = dict[str, int]


def load_dilemmas(readers: Mapping[str, Reader], pieces: Mapping[str, int]) -> int:
    """Make every written dilemma with its board.

    Args:
        readers: the example people, by key.
        pieces: the numbers of the example contributions, by key.

    Returns:
        How many were made.
    """
    known: Numbers = {}
    written = _written()
    for entry in written:
        _load(entry, readers, pieces, known)
    return len(written)


def _written() -> list[dict[str, Any]]:
    text = files("handlerum.exchange").joinpath("example", "dilemmas.yaml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


def _load(
    entry: dict[str, Any],
    readers: Mapping[str, Reader],
    pieces: Mapping[str, int],
    known: Numbers,
) -> None:
    owner = readers[entry["author"]]
    dilemma = _made(owner, entry, known)
    sides = _sides(dilemma, entry, known)
    for one in entry["weighings"]:
        services.weigh(readers[one["by"]], sides[one["side"]], pieces[one["piece"]], one["stance"])
    options = _options(dilemma, entry, readers)
    if test := entry.get("false_test"):
        services.test_false(owner, dilemma.id, FalseTestTelling(**test))
    if choice := entry.get("choice"):
        services.choose(owner, dilemma.id, _choice(choice, options, known))
    services.set_state(owner, dilemma.id, entry["state"])


def _made(owner: Reader, entry: dict[str, Any], known: Numbers) -> Dilemma:
    telling = DilemmaTelling(entry["question"], entry["text"].strip(), entry["audience"])
    named = [_named(one, known) for one in entry["considerations"]]
    return services.make(owner, telling, named, is_example=True)


def _named(one: dict[str, str], known: Numbers) -> Named:
    if key := one.get("reuse"):
        return known[key]
    return ConsiderationTelling(one["name"], one["bearer"], one["at_stake"])


def _sides(dilemma: Dilemma, entry: dict[str, Any], known: Numbers) -> Numbers:
    """The numbers of the sides by key; the considerations are known by the same keys from now."""
    keys = [one.get("reuse") or one["key"] for one in entry["considerations"]]
    sides = dict(zip(keys, dilemma.sides.all(), strict=True))
    known.update((key, side.consideration_id) for key, side in sides.items())
    return {key: side.id for key, side in sides.items()}


def _options(dilemma: Dilemma, entry: dict[str, Any], readers: Mapping[str, Reader]) -> Numbers:
    made: Numbers = {}
    for one in entry["options"]:
        by = readers[one["by"]]
        made[one["key"]] = services.add_option(by, dilemma.id, one["text"]).id
        for bearer, text in one.get("consequences", {}).items():
            services.tell_consequence(by, made[one["key"]], bearer, text)
    return made


def _choice(choice: dict[str, str], options: Numbers, known: Numbers) -> ChoiceTelling:
    return ChoiceTelling(
        option_id=options[choice["option"]],
        reasons=choice["reasons"],
        residue=choice["residue"],
        owed_to=known[choice["owed_to"]],
    )
