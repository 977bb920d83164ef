"""Changing and deleting a dilemma and its considerations: the owner's affair."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from dilemmas.making import made, rows, side_ids, with_options
from handlerum.dilemmas.models import Consideration, Dilemma, Side
from web.pages import decided, main, page, signed_in, value


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def changed(**more: str) -> dict[str, str]:
    return {"question": "Et nyt spørgsmål?", "text": "Nye ord.", "audience": "organisation"} | more


def test_the_owner_changes_the_words(cast: Cast, anna: Client) -> None:
    row = made(cast)

    anna.post(reverse("edit_dilemma", args=[row.id]), changed(version="1"))

    row.refresh_from_db()
    assert (row.question, row.text, row.version) == ("Et nyt spørgsmål?", "Nye ord.", 2)


def test_the_second_of_two_sees_the_difference_and_loses_nothing(cast: Cast, anna: Client) -> None:
    row = made(cast)
    where = reverse("edit_dilemma", args=[row.id])
    anna.post(where, changed(version="1"))

    answer = anna.post(where, changed(version="1", text="Mine egne ord."))

    assert answer.status_code == 422
    assert "Dilemmaet blev ændret i et andet vindue." in main(answer)
    assert value(answer, "text") == "Mine egne ord."
    assert [mark.text for mark in page(answer).xpath("//del")] == ["Nye "]
    anna.post(where, changed(version=value(answer, "version"), text="Mine egne ord."))
    row.refresh_from_db()
    assert row.text == "Mine egne ord."


@pytest.mark.parametrize("version", ["", "x", "9" * 30])
def test_a_version_that_is_none_overwrites_nothing(cast: Cast, anna: Client, version: str) -> None:
    row = made(cast)

    answer = anna.post(reverse("edit_dilemma", args=[row.id]), changed(version=version))

    assert answer.status_code == 422
    assert Dilemma.objects.get().text == row.text


def test_what_was_kept_alone_is_seen_again_when_it_is_changed(cast: Cast, anna: Client) -> None:
    row = made(cast, audience="me")
    where = reverse("edit_dilemma", args=[row.id])
    sent = changed(audience="me", version="1", text="Ring 21 43 65 87.")
    keep = decided(anna.post(where, sent)) | {"blur.0.choice": "keep"}
    anna.post(where, sent | decided(anna.post(where, sent | keep)))
    row.refresh_from_db()
    assert row.text == "Ring 21 43 65 87."

    assert page(anna.get(where)).xpath("//input[@value='keep'][@checked]")
    refused = anna.post(where, sent | {"audience": "organisation", "version": "2"})
    assert refused.status_code == 422
    row.refresh_from_db()
    assert row.audience == "me"


def test_a_reader_cannot_change_or_delete(cast: Cast) -> None:
    row, bo = made(cast), signed_in(cast.bo)
    before = rows()

    for name in ("edit_dilemma", "delete_dilemma", "choose_option", "dilemma_state"):
        assert bo.post(reverse(name, args=[row.id]), changed(version="1")).status_code == 404
    assert bo.post(reverse("remove_side", args=[side_ids(row)[0]])).status_code == 404
    consideration = row.sides.all()[0].consideration_id
    assert bo.get(reverse("edit_side", args=[consideration])).status_code == 404
    assert rows() == before


def test_deleting_asks_first(cast: Cast, anna: Client) -> None:
    row = made(cast)
    where = reverse("delete_dilemma", args=[row.id])

    assert row.question in main(anna.get(where))
    assert Dilemma.objects.exists()
    answer = anna.post(where)

    assert answer["Location"] == reverse("dilemmas")
    assert not Dilemma.objects.exists()


def test_a_consideration_is_added_by_a_reader_anew_and_by_using_one_again(cast: Cast) -> None:
    row, other = made(cast), made(cast, question="Et andet?")
    bo = signed_in(cast.bo)
    known = other.sides.all()[0].consideration_id

    bo.post(reverse("add_side", args=[row.id]), {"reuse": str(known)})
    bo.post(reverse("add_side", args=[row.id]), {"name": "Kollegernes ro", "bearer": "colleagues"})

    assert row.sides.count() == 4
    assert Consideration.objects.filter(name="Kollegernes ro").exists()


def test_a_consideration_is_changed_by_who_wrote_it(cast: Cast, anna: Client) -> None:
    one = made(cast).sides.all()[0].consideration

    anna.post(reverse("edit_side", args=[one.id]), {"name": "Nyt navn", "bearer": "citizen"})

    one.refresh_from_db()
    assert one.name == "Nyt navn"


def test_a_side_is_taken_off_after_asking_but_two_stay(cast: Cast, anna: Client) -> None:
    row = made(cast)
    anna.post(reverse("add_side", args=[row.id]), {"name": "Loven", "bearer": "law"})
    first, second, _ = side_ids(row)

    assert anna.get(reverse("remove_side", args=[first])).status_code == 200
    assert Side.objects.count() == 3
    anna.post(reverse("remove_side", args=[first]))
    refused = anna.post(reverse("remove_side", args=[second]))

    assert refused.status_code == 422
    assert "Et dilemma har mindst to hensyn." in main(refused)
    assert Side.objects.count() == 2


def test_other_readers_are_refused_where_others_have_written(cast: Cast, anna: Client) -> None:
    row = made(cast)
    with_options(cast, row, 1, by="bo")

    answer = anna.post(reverse("edit_dilemma", args=[row.id]), changed(audience="me", version="1"))

    assert answer.status_code == 422
    assert "Andre har skrevet på tavlen" in main(answer)
