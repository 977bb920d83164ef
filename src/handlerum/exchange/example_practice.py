"""Example practices, a trial, a frame request and offers of sparring, by the example people."""

from collections.abc import Mapping
from datetime import timedelta
from importlib.resources import files
from typing import Any

import yaml

from handlerum.core.clock import today
from handlerum.organisations.access import Reader
from handlerum.practice.services.basis import stand_on
from handlerum.practice.services.frames import ask
from handlerum.practice.services.making import make
from handlerum.practice.services.notes import note
from handlerum.practice.services.trials import begin
from handlerum.practice.telling import FrameTelling, Origin, PracticeTelling, TrialTelling
from handlerum.sparring.services import offer
from handlerum.trail.terms import Thing

Readers = Mapping[str, Reader]


def load_practice(readers: Readers, pieces: Mapping[str, int]) -> None:
    """Make everything that is written of practice.

    Args:
        readers: the example people, by key.
        pieces: the numbers of the example contributions, by key.
    """
    written = _written()
    for entry in written["practices"]:
        _agree(entry, readers, pieces)
    for entry in written["trials"]:
        _try(entry, readers, pieces)
    for entry in written["frames"]:
        _ask(entry, readers)
    for entry in written["offers"]:
        offer(readers[entry["by"]], entry["topic"])


def _written() -> dict[str, list[dict[str, Any]]]:
    text = files("handlerum.exchange").joinpath("example", "practice.yaml").read_text("utf-8")
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return found


def _agree(entry: dict[str, Any], readers: Readers, pieces: Mapping[str, int]) -> None:
    words = ("kind", "title", "text", "applies_to", "law", "audience")
    telling = PracticeTelling(
        **{word: entry[word] for word in words},
        next_look=today() + timedelta(days=entry["days"]),
    )
    row = make(readers[entry["author"]], telling, is_example=True)
    for one in entry["basis"]:
        stand_on(readers[one["by"]], row.id, pieces[one["piece"]], one["stance"])
    for one in entry["notes"]:
        note(readers[one["by"]], row.id, one["kind"], one["text"])


def _try(entry: dict[str, Any], readers: Readers, pieces: Mapping[str, int]) -> None:
    reader = readers[entry["author"]]
    words = ("what", "expected", "surprise", "sign", "audience")
    telling = TrialTelling(
        **{word: entry[word] for word in words},
        until=today() + timedelta(days=entry["days"]),
        team_id=min(reader.team_ids),
    )
    begin(reader, telling, Origin(Thing.CONTRIBUTION, pieces[entry["piece"]]), is_example=True)


def _ask(entry: dict[str, Any], readers: Readers) -> None:
    words = ("kind", "condition", "hinders", "asks", "audience")
    telling = FrameTelling(
        **{word: entry[word] for word in words},
        leader_id=readers[entry["leader"]].user_id,
        answer_by=today() + timedelta(days=entry["days"]),
    )
    ask(readers[entry["author"]], telling, is_example=True)
