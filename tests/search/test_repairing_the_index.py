"""A rebuild that is broken off goes on, and damage is noticed at start."""

from collections.abc import Callable

import pytest

from cast import Cast, shared
from handlerum.knowledge.access import reader_reach
from handlerum.search import folder, services
from handlerum.search.lexical import Lexical, asked

Indexed = Callable[[], int]


def found(cast: Cast) -> list[int]:
    """Experiences about the bench, by words."""
    hits = Lexical().find(asked("bænken kanalen"), reader_reach(cast.reader("bo")), 10)
    return sorted(hits["experience"].ids.tolist())


def test_a_rebuild_that_is_broken_off_goes_on_where_it_was(
    cast: Cast, indexed: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [shared(cast).id for _ in range(3)]
    indexed()
    monkeypatch.setattr(services, "_CHUNK", 1)
    monkeypatch.setattr(services, "_KEPT", 1)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        services.rebuild(stop)
    assert found(cast) == rows  # the old one answers meanwhile
    building = folder.building()
    assert building is not None
    assert building.done == 2
    told: list[int] = []

    assert services.rebuild(lambda done, _total: told.append(done)) == 3

    assert told == [3]
    assert found(cast) == rows
    assert folder.building() is None


@pytest.mark.parametrize("ending", [".term", ".idx", ".fast"])
def test_a_file_with_a_turned_bit_is_noticed_and_made_again(
    cast: Cast, indexed: Indexed, ending: str
) -> None:
    row = shared(cast)
    indexed()
    assert services.repair()
    current = folder.current()
    assert current is not None
    path = next((current.path / "experience").glob(f"*{ending}"))
    data = bytearray(path.read_bytes())
    data[len(data) // 4] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)

    assert not services.repair()

    assert found(cast) == [row.id]
    assert services.repair()


def test_a_missing_file_is_noticed_and_made_again(cast: Cast, indexed: Indexed) -> None:
    row = shared(cast)
    indexed()
    current = folder.current()
    assert current is not None
    (current.path / "experience" / "meta.json").unlink()

    assert not services.repair()

    assert found(cast) == [row.id]
