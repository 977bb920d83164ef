"""Rooms point downwards, also where no import shows it: foreign keys may be written as strings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field

from contracts.house import DOORS, SOURCE, modules, name, project, tree

HTTP = re.compile(r"django\.(http|shortcuts|template|urls|views|forms|contrib\.messages)\b")
CONTRACT = "Rooms import downwards only (docs/ARCHITECTURE.md)"


def layers() -> list[list[str]]:
    """The rooms from the top down, as import-linter's contract in pyproject.toml has them."""
    contracts = project()["tool"]["importlinter"]["contracts"]
    (contract,) = (one for one in contracts if one["name"] == CONTRACT)
    return [re.findall(r"\w+", layer) for layer in contract["layers"]]


def height() -> dict[str, int]:
    """How high up each room is; the lowest is 0."""
    return {room: level for level, rooms in enumerate(reversed(layers())) for room in rooms}


def room_of(model: type) -> str | None:
    """The room that a table belongs to; None for a table of a library."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "handlerum" else None


def relations() -> Iterator[tuple[str, str, str | None]]:
    """Every relation that one of our tables declares: (from room, how it is named, to room)."""
    for model in apps.get_models(include_auto_created=True):
        room = room_of(model)
        for field in model._meta.get_fields(include_parents=False):
            if room and isinstance(field, Field) and field.is_relation and field.related_model:
                target = field.related_model
                if isinstance(target, type):
                    yield room, f"{model.__name__}.{field.name}", room_of(target)


def test_every_folder_of_the_product_is_a_room_in_the_contract() -> None:
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert rooms <= set(height()), (
        f"Rooms without a place in pyproject.toml's layers: {sorted(rooms - set(height()))}. "
        "A room needs one, so that everybody knows what it may import."
    )


def test_no_foreign_key_points_upwards() -> None:
    found = [
        f"  {room}: {what} -> {target}"
        for room, what, target in relations()
        if target and height()[target] > height()[room]
    ]
    assert not found, (
        "A table points at a room above its own, so the lower room cannot be understood, tested "
        "or moved without the upper one. Put the key on the upper table, or keep an id and a "
        "fixed word as the trail does.\n" + "\n".join(found)
    )


def test_the_check_sees_the_relations_there_are() -> None:
    """A check that finds nothing to look at would pass for ever."""
    assert len(list(relations())) > 5


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The full names that a file imports, with their lines."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_rooms_know_nothing_of_http() -> None:
    found = [
        f"  {name(path)}:{line} {what}"
        for path in modules()
        if path.relative_to(SOURCE).parts[0] not in {*DOORS, "config"}
        for line, what in imported(path)
        if HTTP.match(what)
    ]
    assert not found, (
        "A room speaks HTTP. Requests, pages and addresses belong to the doors; a room that knows "
        "them cannot be used from the command line or another door. Give it plain values, and "
        "let it raise an exception of its own.\n" + "\n".join(found)
    )


@pytest.mark.parametrize("folder", ["models.py", "services.py", "queries.py"])
def test_the_lowest_room_has_no_tables_services_or_queries(folder: str) -> None:
    assert not (SOURCE / "core" / folder).exists(), (
        f"core/{folder}: core has no domain, only what every room needs (clock, ids, text)."
    )
