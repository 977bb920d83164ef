"""Erasing for good: text, versions and links go; a line without content stays; backups obey."""

import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from cast import Cast, drafted, report, shared, telling
from handlerum.knowledge.erasure_services import (
    erase,
    erase_all,
    everything_of,
    replay_erasures,
)
from handlerum.knowledge.models import Contribution, Link, Source, Topic, Version
from handlerum.knowledge.services import contribute, discard, edit, link
from handlerum.knowledge.telling import SourceTelling
from handlerum.organisations.access import Denied
from handlerum.search.answer_services import respond
from handlerum.search.services import catch_up
from knowledge.stored import Trail, counts

WORD = "gråspurvekvidder"


@pytest.fixture(autouse=True)
def ledger(settings: LazySettings, tmp_path: Path) -> Path:
    """A deletion ledger of this test's own."""
    settings.HANDLERUM_LEDGER = tmp_path / "erasures.jsonl"
    return tmp_path / "erasures.jsonl"


def test_everything_of_it_goes_and_the_trail_keeps_a_line(cast: Cast) -> None:
    anna = cast.reader("anna")
    row = contribute(anna, report(text=f"Om {WORD}.", topics=("spurve",)))
    edit(anna, row.id, report(text="Noget nyt", topics=("spurve",)), version=1)
    other = shared(cast, "bo")
    link(anna, row.id, other.id, "supports")
    trail = Trail()

    erase(anna, row.id)

    left = [Contribution.objects.get(), *Version.objects.all()]
    assert [str(one) for one in left] == [other.title, f"{other.title} v1"]
    assert not any(table.objects.exists() for table in (Source, Topic, Link))
    assert trail.told == [("erased", "contribution", row.id)]


def test_it_is_no_longer_found(cast: Cast) -> None:
    row = shared(cast, text=f"Om {WORD}.")
    catch_up()

    erase(cast.reader("anna"), row.id)
    catch_up()

    answer = respond(cast.reader("bo"), WORD, 5)
    assert all(not lane.pieces for lane in answer.lanes)


@pytest.mark.parametrize("by", ["bo", "dorte", "gitte", "carla"])
def test_nobody_erases_what_is_anothers(cast: Cast, by: str, ledger: Path) -> None:
    row = shared(cast)
    before = counts()

    with pytest.raises(Denied):
        erase(cast.reader(by), row.id)

    assert counts() == before
    assert not ledger.exists()


def test_a_person_takes_everything_out_and_erases_it(cast: Cast) -> None:
    shared(cast, title="Delt"), drafted(cast, title="Kladde"), shared(cast, "bo", title="Bos")
    anna = cast.reader("anna")

    found = json.loads(json.dumps(everything_of(anna)))["contributions"]
    count = erase_all(anna)

    assert [(one["title"], len(one["versions"])) for one in found] == [("Delt", 1), ("Kladde", 0)]
    assert found[0]["text"] == telling().text
    assert count == 2
    assert [row.title for row in Contribution.objects.all()] == ["Bos"]


def test_the_ledger_holds_no_content(cast: Cast, ledger: Path) -> None:
    row = shared(cast, title=WORD, text=WORD)

    erase(cast.reader("anna"), row.id)

    (line,) = ledger.read_text("utf-8").splitlines()
    assert set(json.loads(line)) == {"thing", "id", "made", "at"}
    assert WORD not in line


def test_what_comes_back_with_an_older_database_is_erased_again(cast: Cast) -> None:
    row = shared(cast)
    kept = Contribution.objects.filter(id=row.id).values().get()
    erase(cast.reader("anna"), row.id)
    trail = Trail()
    Contribution.objects.bulk_create([Contribution(**kept)])  # as a backup would bring it back
    Contribution.objects.filter(id=row.id).update(created_at=kept["created_at"])

    assert replay_erasures() == 1

    assert not Contribution.objects.exists()
    assert trail.told == [("erased", "contribution", row.id)]
    assert replay_erasures() == 0


def test_somebody_elses_contribution_with_the_same_number_stays(cast: Cast) -> None:
    row = shared(cast)
    kept = Contribution.objects.filter(id=row.id).values().get()
    erase(cast.reader("anna"), row.id)
    Contribution.objects.bulk_create([Contribution(**kept)])  # made at another moment

    assert replay_erasures() == 0
    assert Contribution.objects.filter(id=row.id).exists()


def test_a_ledger_that_broke_off_is_read_as_far_as_it_goes(cast: Cast, ledger: Path) -> None:
    ledger.write_text('{"thing": "contribution", "id": 1, "ma\n[]\n\nikke json\n', "utf-8")

    assert replay_erasures() == 0


def test_what_is_written_after_a_torn_line_is_read(cast: Cast, ledger: Path) -> None:
    ledger.write_bytes(b'\xff{"thing": "contri')
    row = shared(cast)
    kept = Contribution.objects.filter(id=row.id).values().get()
    erase(cast.reader("anna"), row.id)
    Contribution.objects.bulk_create([Contribution(**kept)])
    Contribution.objects.filter(id=row.id).update(created_at=kept["created_at"])

    assert replay_erasures() == 1


def test_a_deleted_draft_stays_deleted_too(cast: Cast) -> None:
    row = drafted(cast)
    kept = Contribution.objects.filter(id=row.id).values().get()
    discard(cast.reader("anna"), row.id)
    Contribution.objects.bulk_create([Contribution(**kept)])
    Contribution.objects.filter(id=row.id).update(created_at=kept["created_at"])

    assert replay_erasures() == 1


def test_topics_and_sources_of_earlier_edits_are_gone(cast: Cast) -> None:
    anna = cast.reader("anna")
    row = drafted(cast, topics=("mettes sag",), source=SourceTelling("Et brev"))

    edit(anna, row.id, telling(topics=("fremmøde",)), version=0)

    assert [topic.name for topic in Topic.objects.all()] == ["fremmøde"]
    assert not Source.objects.exists()


def test_without_a_ledger_nothing_is_erased(
    cast: Cast, settings: LazySettings, tmp_path: Path
) -> None:
    row = shared(cast)
    settings.HANDLERUM_LEDGER = tmp_path  # a folder cannot be written to

    with pytest.raises(OSError):
        erase(cast.reader("anna"), row.id)

    assert Contribution.objects.filter(id=row.id).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into the files of SQLite")
def test_no_file_holds_the_words_of_what_was_erased(
    transactional_db: None, settings: LazySettings
) -> None:
    from cast import make_cast

    cast = make_cast()
    row = shared(cast, text=f"Om {WORD} i parken.")
    catch_up()

    erase(cast.reader("anna"), row.id)
    catch_up()

    database = Path(str(connection.settings_dict["NAME"]))
    files = [*database.parent.glob(f"{database.name}*"), *Path(settings.HANDLERUM_INDEX).rglob("*")]
    holding = [f.name for f in files if f.is_file() and WORD.encode() in f.read_bytes()]
    assert holding == []
