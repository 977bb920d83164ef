"""Nothing raw reaches the disk, also when the server is killed in the middle."""

from pathlib import Path

from bench.canaries import Canary, run

#: More of them in `make bench-privacy`.
COUNT = 60


def test_no_file_holds_anything_raw_after_crashes(tmp_path: Path) -> None:
    outcome = run(tmp_path, COUNT, kills=2)

    assert outcome.found == []
    assert (outcome.submitted, outcome.kills) == (COUNT, 2)
    assert outcome.stored > COUNT / 5, "what was approved is stored, so there was something to leak"
    assert outcome.marker_seen, "the search sees what is stored"
    assert outcome.files > 10


def test_the_search_would_see_a_leak(tmp_path: Path) -> None:
    """The same search, over a folder in which something raw was left."""
    from bench.canaries import Outcome, _search

    canary, outcome = Canary(7, "kanarie000070123456789"), Outcome()
    for number, trace in enumerate(canary.traces()):
        (tmp_path / f"{number}.bin").write_bytes(b"\0\1" + trace + b"\0")

    _search(tmp_path, [canary], outcome)

    assert len(outcome.found) == 3
