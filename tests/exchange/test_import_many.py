"""Importing thousands of pieces: made ready by several processes, stored as by one."""

from pathlib import Path
from typing import Any

import pytest

from cast import Cast, report
from exchange.importing import imported
from exchange.test_import_statbank import listed
from handlerum.exchange import preparing, services
from handlerum.exchange.preparing import Part, Task, prepare
from handlerum.exchange.services import import_paths
from handlerum.knowledge.models import Contribution, Source, Version
from handlerum.knowledge.telling import SourceTelling
from handlerum.trail.models import Entry


@pytest.fixture
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "_BATCH", 20)


def tables(path: Path) -> Path:
    """A hundred and five tables, every one of which names somebody."""
    return listed(
        path, *(f"T{n}" for n in range(105)), text="Tal fra Mette Jensen, tlf. 21 43 65 87"
    )


@pytest.mark.usefixtures("_small_batches")
@pytest.mark.parametrize("cores", [1, 2])
def test_many_pieces_are_blurred_and_stored_in_their_order(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(services, "cores", lambda: cores)

    found = imported(cast, tables(tmp_path / "a.json"), form="statistics", topics=("tal",))

    assert (found.kept, found.unchanged, found.skipped) == (105, 0, [])
    assert found.blurred == 4 * 105
    rows = Contribution.objects.order_by("id")
    assert [row.import_key for row in rows] == [f"statbank:T{n}" for n in range(105)]
    stored = str([*rows.values(), *Source.objects.values(), *Version.objects.values()])
    assert "Mette" not in stored
    assert "21 43" not in stored
    ids = [row.id for row in rows]
    assert list(Entry.objects.filter(thing="contribution").values_list("thing_id", flat=True)) == [
        id_ for id_ in ids for _verb in ("created", "shared")
    ]
    assert imported(cast, tmp_path / "a.json").unchanged == 105


@pytest.mark.usefixtures("_small_batches")
def test_progress_is_told_batch_by_batch(cast: Cast, tmp_path: Path) -> None:
    told: list[int] = []

    import_paths(
        cast.reader("anna"),
        [tables(tmp_path / "a.json")],
        report(),
        lambda name, done, total: told.append(done),
    )

    assert told == [20, 40, 60, 80, 100, 105]


@pytest.mark.usefixtures("_small_batches")
def test_what_cannot_be_shared_is_skipped_and_the_rest_is_kept(cast: Cast, tmp_path: Path) -> None:
    path = listed(tmp_path / "a.json", *(f"T{n}" for n in range(30)))

    found = imported(cast, path, way="own_experience")

    assert (found.kept, len(found.skipped)) == (0, 30)
    assert Contribution.objects.count() == Entry.objects.filter(thing="contribution").count() == 0


def part(title: str, text: str, source: str, key: str = "k") -> Part:
    """A part whose source is called so."""
    return Part(key, title, text, SourceTelling(source))


@pytest.mark.parametrize("source", ["Om Mette Jensen", "Rapport om Mette Jensen"])
@pytest.mark.parametrize("only_direct", [True, False])
def test_a_source_is_blurred_whether_or_not_it_is_called_as_the_piece(
    source: str, only_direct: bool
) -> None:
    parts = (part("Om Mette Jensen", "Mette Jensen var glad for det hele.", source),)

    [ready] = prepare(Task(parts, report(audience="organisation"), only_direct, frozenset()))

    assert "Mette" not in str(ready)
    assert ready.checked.problems == ()


def test_an_empty_task_is_ready_at_once() -> None:
    assert prepare(Task((), report(), True, frozenset())) == []


def test_a_part_is_looked_at_three_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    def never(one: Part, _task: Any, _seen: Any) -> Part:
        looks.append(1)
        return one

    monkeypatch.setattr(preparing, "_blurred", never)
    parts = (part("Et notat", "Cpr 010190-1234", "Et notat"), part("To", "Intet.", "To", "l"))

    refused, kept = prepare(Task(parts, report(), True, frozenset()))

    assert [problem.code for problem in refused.checked.problems] == ["identifies"]
    assert kept.checked.problems == ()
    assert len(looks) == 2 + 1 + 1
