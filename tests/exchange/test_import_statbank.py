"""Importing Statistikbanken's list of tables: each table once, by its own name."""

import json
from pathlib import Path
from typing import Any

from cast import Cast
from exchange.importing import imported
from handlerum.knowledge.models import Contribution

TABLE: dict[str, Any] = {
    "text": "Fuldtidsledige",
    "unit": "Antal",
    "updated": "2025-08-11T08:00:00",
    "firstPeriod": "2008",
    "latestPeriod": "2025",
    "active": True,
    "variables": ["område", "tid"],
}


def listed(path: Path, *ids: str, **changed: Any) -> Path:
    """A list of tables on disk."""
    path.write_text(json.dumps([{**TABLE, "id": id_, **changed} for id_ in ids]), "utf-8")
    return path


def test_each_table_is_a_contribution_with_a_link_to_the_table(cast: Cast, tmp_path: Path) -> None:
    found = imported(cast, listed(tmp_path / "a.json", "AUP01", "AUP02"), form="statistics")

    assert found.kept == 2
    rows = Contribution.objects.order_by("id")
    assert [row.import_key for row in rows] == ["statbank:AUP01", "statbank:AUP02"]
    sources = [(row.source.title, row.source.url, row.source.year) for row in rows if row.source]
    assert sources == [
        (f"Fuldtidsledige ({id_})", f"https://www.statistikbanken.dk/{id_}", 2025)
        for id_ in ("AUP01", "AUP02")
    ]


def test_a_newer_list_adds_only_the_tables_that_are_new(cast: Cast, tmp_path: Path) -> None:
    imported(cast, listed(tmp_path / "a.json", "AUP01", "AUP02"))

    newer = listed(tmp_path / "b.json", "AUP02", "AUP03", updated="2026-01-01T08:00:00")
    found = imported(cast, newer)

    assert (found.kept, found.unchanged) == (1, 1)
    assert Contribution.objects.count() == 3


def test_many_tables_are_written_in_several_steps(cast: Cast, tmp_path: Path) -> None:
    path = listed(tmp_path / "a.json", *(f"T{number}" for number in range(230)))

    assert imported(cast, path).kept == 230
    assert imported(cast, path).unchanged == 230
