"""Writing practices: looked through first, and nobody's text is lost."""

from typing import Any

from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import chosen
from dilemmas.making import made as dilemma_made
from handlerum.practice.models import Basis, Practice, Weighed
from handlerum.practice.services.making import edit
from practice.agreed import agreed, made, rows
from web.pages import decided, main, page, signed_in, value, words
from web.practice.practice_sheets import changing, writing

PHONE = "Ring til Mette Jensen på 22 33 44 55."


def test_a_practice_is_written_and_shown(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(reverse("make_practice"), writing(), follow=True)

    row = Practice.objects.get()
    assert answer.redirect_chain == [(reverse("practice", args=[row.id]), 302)]
    assert "Vi spørger, hvor borgeren helst vil mødes." in main(answer)


def test_what_points_at_somebody_is_seen_before_it_is_stored(cast: Cast) -> None:
    anna, sent = signed_in(cast.anna), writing(text=PHONE)

    first = anna.post(reverse("make_practice"), sent)
    assert first.status_code == 422
    assert not Practice.objects.exists()
    anna.post(reverse("make_practice"), {**sent, **decided(first)})

    row = Practice.objects.get()
    assert "Mette" not in row.text
    assert "22 33" not in row.text


def test_what_is_missing_is_told_and_what_was_typed_stays(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(
        reverse("make_practice"), writing(title="", kind="", next_look="2020-01-01")
    )

    assert answer.status_code == 422
    for said in ("Giv det et navn.", "Vælg, hvad det er.", "Dagen er gået."):
        assert said in main(answer)
    assert value(answer, "applies_to") == "Alle nye forløb"


def test_what_it_came_from_lies_under_it_and_stands_in_its_history(cast: Cast) -> None:
    piece, anna = shared(cast, "bo"), signed_in(cast.anna)

    anna.post(f"{reverse('make_practice')}?bidrag={piece.id}", writing())

    row = Practice.objects.get()
    assert Basis.objects.get().contribution == piece
    seen = main(anna.get(reverse("practice_history", args=[row.id])))
    assert f"Den kommer fra: {piece.title}" in seen
    assert row.title in main(anna.get(reverse("contribution", args=[piece.id])))


def test_an_origin_of_others_does_not_exist(cast: Cast) -> None:
    piece = shared(cast, "erik", audience="team")

    answer = signed_in(cast.anna).get(f"{reverse('make_practice')}?bidrag={piece.id}")

    assert answer.status_code == 404


def stale(cast: Cast, **changed: Any) -> Any:
    """Anna sends an edit, and Dorte was first."""
    row = made(cast, text="Vi ringer.\n\nVi venter.")
    edit(cast.reader("dorte"), row.id, agreed(text="Vi ringer.\n\nVi skriver."), version=1)
    sent = changing(1, text="Vi ringer.\n\nVi besøger.", **changed)
    return signed_in(cast.anna).post(reverse("edit_practice", args=[row.id]), sent)


def test_the_second_of_two_sees_the_difference_and_everything_they_typed(cast: Cast) -> None:
    answer = stale(cast)

    assert answer.status_code == 422
    assert [words(one) for one in page(answer).xpath("//ins")][-1] == "besøger."
    assert "En anden har ændret den, mens du skrev." in main(answer)
    assert value(answer, "text") == "Vi ringer.\n\nVi besøger."
    assert value(answer, "why") == "Det blev for snævert."
    assert value(answer, "version") == "2"


def test_the_second_takes_both_texts_and_puts_them_together(cast: Cast) -> None:
    anna, first = signed_in(cast.anna), stale(cast)
    row = Practice.objects.get()
    where = reverse("edit_practice", args=[row.id])

    answer = anna.post(where, {**changing(2, text=value(first, "text")), "both": "1"})

    assert answer.status_code == 200
    assert value(answer, "text") == "Vi ringer.\n\nVi skriver.\nVi besøger."
    anna.post(where, changing(2, text=value(answer, "text")))
    row.refresh_from_db()
    assert (row.version, row.text) == (3, "Vi ringer.\n\nVi skriver.\nVi besøger.")


def test_the_second_keeps_their_own_and_the_others_stays_in_the_history(cast: Cast) -> None:
    first = stale(cast)
    row = Practice.objects.get()

    signed_in(cast.anna).post(
        reverse("edit_practice", args=[row.id]), changing(2, text=value(first, "text"))
    )

    texts = list(row.versions.values_list("text", flat=True))
    assert texts[:2] == ["Vi ringer.\n\nVi besøger.", "Vi ringer.\n\nVi skriver."]


def test_an_edit_without_a_version_overwrites_nothing(cast: Cast) -> None:
    row = made(cast)

    for version in ("", "x", "9" * 30):
        answer = signed_in(cast.anna).post(
            reverse("edit_practice", args=[row.id]), {**changing(), "version": version}
        )
        assert answer.status_code == 422
    row.refresh_from_db()
    assert row.version == 1


def test_a_consideration_is_taken_from_a_dilemma_with_what_is_owed_filled_in(cast: Cast) -> None:
    row, dilemma, anna = made(cast), dilemma_made(cast), signed_in(cast.anna)
    choice = chosen(cast, dilemma)
    where = f"{reverse('weigh_in', args=[row.id])}?dilemma={dilemma.id}"

    first = anna.get(where)
    assert value(first, "residue") == choice.residue
    sent = {"consideration": str(choice.owed_to_id), "residue": choice.residue}
    answer = anna.post(where, sent, follow=True)

    assert choice.residue in main(answer)
    assert Weighed.objects.get().consideration_id == choice.owed_to_id
    assert row.title in main(anna.get(reverse("dilemma", args=[dilemma.id])))


def test_laying_is_refused_in_words(cast: Cast) -> None:
    row, anna = made(cast), signed_in(cast.anna)
    copied = shared(cast, text=row.text)

    answer = anna.post(
        reverse("stand_on", args=[row.id]),
        {"contribution": str(copied.id), "stance": "supports"},
        follow=True,
    )

    assert "En praksis kan ikke stå på sig selv." in main(answer)
    assert not Basis.objects.exists()


def test_a_piece_of_others_cannot_be_laid_under(cast: Cast) -> None:
    row, hidden = made(cast), shared(cast, "erik", audience="team")
    before = rows()

    for given in (str(hidden.id), "", "x", "9" * 40):
        answer = signed_in(cast.anna).post(
            reverse("stand_on", args=[row.id]), {"contribution": given, "stance": "supports"}
        )
        assert answer.status_code == 404
    assert rows() == before


def test_a_reader_cannot_change_it(cast: Cast) -> None:
    row, bo = made(cast), signed_in(cast.bo)
    before = rows()

    for name in (
        *("edit_practice", "practice_state", "hand_over_practice", "erase_practice"),
        *("weigh_in", "look_at_practice", "plan_look", "prepare_look"),
    ):
        assert bo.post(reverse(name, args=[row.id]), changing()).status_code == 404
    assert rows() == before
