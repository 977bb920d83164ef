"""The index follows the trail, and can always be built again from the tables."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from cast import Cast, drafted, make_cast, shared
from handlerum.knowledge.access import reader_reach
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import withdraw
from handlerum.search import folder
from handlerum.search.lexical import Lexical, asked
from handlerum.search.services import catch_up, catch_up_if_free, rebuild, status

Indexed = Callable[[], int]


def found(cast: Cast, words: str = "bænken kanalen") -> list[int]:
    hits = Lexical().find(asked(words), reader_reach(cast.reader("bo")), 10)
    return [id_ for lane in hits.values() for id_ in lane.ids.tolist()]


def test_following_twice_changes_nothing_the_second_time(cast: Cast, indexed: Indexed) -> None:
    row = shared(cast)
    indexed()
    second = shared(cast)
    assert indexed() == 1
    assert indexed() == 0
    assert sorted(found(cast)) == [row.id, second.id]
    assert status().behind == 0


def test_drafts_and_withdrawn_contributions_are_not_in_the_index(
    cast: Cast, indexed: Indexed
) -> None:
    drafted(cast)
    row = shared(cast)
    indexed()
    assert found(cast) == [row.id]

    withdraw(cast.reader("anna"), row.id)
    indexed()

    assert found(cast) == []


def test_a_reader_that_is_open_sees_what_was_written_after_it_opened(
    cast: Cast, indexed: Indexed
) -> None:
    lexical, reach = Lexical(), reader_reach(cast.reader("bo"))
    indexed()
    assert not len(lexical.find(asked("bænken"), reach, 5)["experience"])

    row = shared(cast)
    indexed()

    assert lexical.find(asked("bænken"), reach, 5)["experience"].ids.tolist() == [row.id]


def test_rebuilding_gives_the_same_index_and_tells_how_far_it_is(
    cast: Cast, indexed: Indexed
) -> None:
    rows = [shared(cast).id for _ in range(3)]
    indexed()
    lexical = Lexical()
    before = folder.current()
    told: list[tuple[int, int]] = []

    assert rebuild(lambda done, total: told.append((done, total))) == 3

    assert told[-1] == (3, 3)
    assert before is not None
    assert not before.path.exists() or before == folder.current()
    hits = lexical.find(asked("bænken"), reader_reach(cast.reader("bo")), 10)["experience"]
    assert sorted(hits.ids.tolist()) == rows


def test_a_missing_pointer_or_another_version_means_building_again(
    cast: Cast, indexed: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = shared(cast)
    indexed()
    (folder.root() / "current.json").write_text("not json")
    assert folder.current() is None
    indexed()
    assert found(cast) == [row.id]

    monkeypatch.setattr(folder, "VERSION", folder.VERSION + 1)
    folder._read.cache_clear()
    assert folder.current() is None


def test_damaged_index_files_are_noticed_and_made_again(cast: Cast, indexed: Indexed) -> None:
    row = shared(cast)
    indexed()
    current = folder.current()
    assert current is not None
    (current.path / "experience" / "meta.json").write_text("{}")
    assert found(cast) == []  # silent meanwhile, not broken

    second = shared(cast)
    indexed()

    assert sorted(found(cast)) == [row.id, second.id]


def test_an_index_that_is_ahead_of_a_restored_database_is_made_again(
    cast: Cast, indexed: Indexed
) -> None:
    row = shared(cast)
    indexed()
    current = folder.current()
    assert current is not None
    folder.use(current.folder, current.cursor + 1000)
    Contribution.objects.filter(id=row.id).update(state="withdrawn")

    indexed()

    assert found(cast) == []
    assert status().behind == 0


def test_only_one_process_writes_at_a_time(cast: Cast, indexed: Indexed) -> None:
    indexed()
    shared(cast)
    with folder.writing():
        with pytest.raises(folder.Busy):
            catch_up()
        catch_up_if_free()
        assert status().behind > 0
    assert catch_up() == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_makes_a_shared_contribution_found_within_a_second(
    settings: LazySettings, tmp_path: Path
) -> None:
    """A real second process. The bound is generous: the machine may be busy with other tests."""
    cast = make_cast()
    with _worker(tmp_path) as process:
        _until(lambda: folder.current() is not None, 30)
        row = shared(cast)
        _until(lambda: found(cast) == [row.id], 10)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0


def _until(holds: Callable[[], bool], seconds: float) -> None:
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit, "it did not happen in time"
        time.sleep(0.05)


def _worker(tmp_path: Path) -> subprocess.Popen[bytes]:
    """`handlerum worker` on this test's database and index."""
    name = connection.settings_dict["NAME"]
    url = os.environ.get("HANDLERUM_DATABASE_URL", "")
    url = f"{url.rsplit('/', 1)[0]}/{name}{_query(url)}" if url else f"sqlite:///{name}"
    environment = {
        **os.environ,
        "HANDLERUM_HOME": str(tmp_path),
        "HANDLERUM_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "handlerum.config.settings",
    }
    command = [sys.executable, "-m", "handlerum.cli.main", "worker", str(os.getpid())]
    return subprocess.Popen(command, env=environment)


def _query(url: str) -> str:
    return f"?{url.split('?', 1)[1]}" if "?" in url else ""
