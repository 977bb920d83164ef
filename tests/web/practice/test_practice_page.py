"""The page of a practice: its text, what it stands on, and what it asks for."""

import pytest
from django.urls import reverse

from cast import Cast, report, shared
from handlerum.knowledge.services import contribute, link, withdraw
from handlerum.practice.services.making import edit, set_state
from handlerum.practice.services.notes import note
from handlerum.reflection.models import Session
from handlerum.web.practice.practice_text import rendered
from practice.agreed import agreed, made, stopped, under
from web.pages import main, page, signed_in, words


def look(cast: Cast, row_id: int, who: str = "bo") -> str:
    return main(signed_in(getattr(cast, who)).get(reverse("practice", args=[row_id])))


def test_the_text_has_its_headings_below_the_pages_own(cast: Cast) -> None:
    row = made(cast, text="# Først\n\nVi **ringer**.\n\n### Så\n\n- Et punkt\n\n# Sidst")

    tree = page(signed_in(cast.bo).get(reverse("practice", args=[row.id])))

    (text,) = tree.xpath("//*[contains(@class, 'practice-text')]")
    assert [(one.tag, words(one)) for one in text.xpath(".//h3 | .//h4")] == [
        ("h3", "Først"),
        ("h4", "Så"),
        ("h3", "Sidst"),
    ]
    assert [words(one) for one in text.xpath(".//strong | .//li")] == ["ringer", "Et punkt"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[tryk](javascript:alert(1))",
        "![billede](https://ude.example/x.png)",
        '<img src=x onerror="alert(1)">',
    ],
)
def test_nothing_in_the_text_is_run_or_fetched(text: str) -> None:
    html = rendered(text)

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_what_it_stands_on_is_shown_by_form_and_the_silent_ones_are_silent(cast: Cast) -> None:
    row = made(cast)
    under(cast, row, contribute(cast.reader("bo"), report()), "nuances")

    seen = look(cast, row.id)

    assert "Nuancerer Støtte på arbejdspladsen" in seen
    assert "Forskning tavs" not in seen
    for form in ("Erfaring", "Statistik", "Teori", "Fortælling"):
        assert f"{form} tavs" in seen


def test_what_one_may_not_see_is_counted_and_not_named(cast: Cast) -> None:
    row = made(cast, "dorte")
    piece = shared(cast, "dorte", audience="team", title="Kun for ungeteamet")
    under(cast, row, piece, by="dorte")
    against = shared(cast, "dorte", audience="team", title="Også kun for ungeteamet")
    link(cast.reader("dorte"), against.id, piece.id, "challenges")

    seen = look(cast, row.id, "erik")

    assert "1 bidrag, du ikke må se" in seen
    assert "Det gør et bidrag, du ikke må se" in seen
    assert "ungeteamet" not in seen
    assert "modsiger Kun for ungeteamet" in look(cast, row.id, "bo")


def test_a_gap_is_marked_and_can_be_closed(cast: Cast) -> None:
    row, piece = made(cast), shared(cast, "bo", title="Det, der er væk")
    under(cast, row, piece)
    withdraw(cast.reader("bo"), piece.id)

    seen = look(cast, row.id, "anna")

    assert "Her stod et bidrag (Erfaring), der er trukket tilbage." in seen
    assert "1 bidrag er trukket tilbage eller slettet." in seen
    assert "Det, der er væk" not in seen
    (basis,) = row.basis.all()
    signed_in(cast.anna).post(reverse("leave_basis", args=[basis.id]))
    assert "Her stod et bidrag" not in look(cast, row.id)


def test_a_reader_may_note_and_lay_but_not_change(cast: Cast) -> None:
    row = made(cast)

    bos, annas = look(cast, row.id), look(cast, row.id, "anna")

    assert "Skriv en undtagelse" in bos
    assert "Læg et bidrag under" in bos
    for said in ("Tag den ud af brug", "Skriv et kritisk blik", "Skriv en antagelse"):
        assert said not in bos
        assert said in annas


def test_who_looks_after_practice_is_asked_who_has_it_when_its_owner_left(cast: Cast) -> None:
    row = made(cast)
    stopped(cast, cast.anna)

    assert "Vælg, hvem der har den nu" in look(cast, row.id, "dorte")
    assert "Vælg, hvem der har den nu" not in look(cast, row.id)
    dorte = signed_in(cast.dorte)
    dorte.post(reverse("hand_over_practice", args=[row.id]), {"colleague": str(cast.bo.user_id)})
    row.refresh_from_db()
    assert row.owner_id == cast.bo.user_id


def test_the_history_tells_what_changed_and_why(cast: Cast) -> None:
    row = made(cast, text="Vi ringer først.")
    edit(
        cast.reader("anna"),
        row.id,
        agreed(text="Vi skriver først."),
        version=1,
        why="Ingen svarer.",
    )

    seen = page(signed_in(cast.bo).get(reverse("practice_history", args=[row.id])))

    assert "Ingen svarer." in words(seen)
    assert [words(one) for one in seen.xpath("//ins")] == ["skriver"]
    assert [words(one) for one in seen.xpath("//del")] == ["ringer"]


def test_the_account_draws_every_seat_and_says_the_same_in_a_table(cast: Cast) -> None:
    row = made(cast)
    under(cast, row, shared(cast))

    tree = page(signed_in(cast.bo).get(reverse("practice_account", args=[row.id])))

    seats, voices = tree.xpath("//svg[@role='img']")
    assert len(seats.xpath(".//circle")) == 30
    assert len(seats.xpath(".//*[contains(@class, 'free')]")) == 29
    assert len(voices.xpath(".//circle")) == 11
    (told,) = tree.xpath("//tr[th='Egen erfaring']")
    assert [words(cell) for cell in told.xpath("td")] == ["1", "0", "0", "0", "0", "1"]
    assert "Tavse former: Statistik, Forskning, Teori, Fortælling" in words(tree)


def test_the_third_exception_makes_a_session_ready_for_the_owner_once(cast: Cast) -> None:
    row, bo = made(cast), signed_in(cast.bo)
    where = reverse("note_practice", args=[row.id])

    for number in range(3):
        assert not Session.objects.exists()
        answer = bo.post(
            where,
            {"note_kind": "exception", "text": f"Vi gjorde noget andet ({number})."},
            follow=True,
        )
    assert "Der er nu tre undtagelser." in main(answer)
    bo.post(where, {"note_kind": "exception", "text": "Og igen."})

    session = Session.objects.get()
    assert (session.facilitator_id, session.subject_id) == (cast.anna.user_id, row.id)
    assert session.method == "critical-reflection"
    assert session.question in look(cast, row.id, "anna")


def test_an_editor_makes_a_session_ready_and_writes_what_came_of_it(cast: Cast) -> None:
    row, dorte = made(cast), signed_in(cast.dorte)
    doubt = note(cast.reader("bo"), row.id, "doubt", "Når alle frem?").note

    dorte.post(reverse("prepare_look", args=[row.id]))
    session = Session.objects.get()
    answer = dorte.post(
        reverse("look_at_practice", args=[row.id]),
        {"conclusion": "Vi spørger først.", "settled": [str(doubt.id)], "session": str(session.id)},
        follow=True,
    )

    assert "Vi spørger først." in main(answer)
    assert session.question in main(answer)
    assert "Når alle frem?" not in main(answer)
    assert "Ingen har set kritisk på den" not in main(answer)


def test_the_day_of_the_next_look_is_set_and_a_past_one_is_refused(cast: Cast) -> None:
    row, anna = made(cast), signed_in(cast.anna)
    where = reverse("plan_look", args=[row.id])

    assert "Dagen er gået." in main(anna.post(where, {"next_look": "2020-01-01"}, follow=True))
    assert "Skriv dagen som" in main(anna.post(where, {"next_look": "i morgen"}, follow=True))
    assert "Dagen er gemt." in main(anna.post(where, {"next_look": ""}, follow=True))


def test_what_is_out_of_use_says_so_and_asks_for_nothing(cast: Cast) -> None:
    row = made(cast)
    set_state(cast.reader("anna"), row.id, "retired")

    seen = look(cast, row.id)

    assert "Den er ikke i brug mere." in seen
    assert "Se på den igen" not in seen
