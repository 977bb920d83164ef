"""What the search index is given."""

from cast import Cast, drafted, shared, telling
from handlerum.knowledge.queries import documents, existing_import_keys, shared_count, shared_ids
from handlerum.knowledge.services import contribute, withdraw


def test_a_document_holds_every_word_and_who_may_read_it(cast: Cast) -> None:
    row = shared(
        cast,
        way="colleagues",
        title="Titel",
        text="Tekst",
        learned="Lært",
        participants="To kolleger",
        context="Efter et møde",
        topics=("uro", "angst"),
        audience="team",
    )

    document = documents([row.id])[row.id]

    assert (document.id, document.form, document.title) == (row.id, "experience", "Titel")
    assert document.body.splitlines()[:4] == ["Tekst", "Lært", "To kolleger", "Efter et møde"]
    assert set(document.body.splitlines()[4].split()) == {"uro", "angst"}
    assert set(document.reach) == {f"u{cast.home.id}.{cast.anna.user_id}", f"t{cast.youth.id}"}


def test_only_what_is_shared_has_a_document(cast: Cast) -> None:
    kept, unshared, gone = shared(cast), drafted(cast), shared(cast)
    withdraw(cast.reader("anna"), gone.id)
    elsewhere = shared(cast, "carla")

    ids = [kept.id, unshared.id, gone.id, elsewhere.id, 999_999]
    assert set(documents(ids)) == {kept.id, elsewhere.id}
    assert shared_count() == 2


def test_shared_ids_come_in_order_a_few_at_a_time(cast: Cast) -> None:
    rows = [shared(cast) for _ in range(5)]
    drafted(cast)
    ids = [row.id for row in rows]

    assert shared_ids(0, 3) == ids[:3]
    assert shared_ids(ids[2], 3) == ids[3:]
    assert shared_ids(ids[4], 3) == []


def test_import_keys_are_known_in_their_own_organisation_alone(cast: Cast) -> None:
    contribute(cast.reader("anna"), telling(), import_key="file:1")
    contribute(cast.reader("carla"), telling(), import_key="file:2")

    assert existing_import_keys(cast.home.id, ["file:1", "file:2", "file:3"]) == {"file:1"}
