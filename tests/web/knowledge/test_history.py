"""Every version of a contribution, and what changed."""

from django.urls import reverse

from cast import Cast, drafted, shared, telling
from handlerum.knowledge.services import edit, share, withdraw
from handlerum.knowledge.telling import SourceTelling
from web.pages import main, page, signed_in, words


def test_the_first_version_was_shared_and_changed_nothing(cast: Cast) -> None:
    row = shared(cast, "anna")

    answer = signed_in(cast.bo).get(reverse("history", args=[row.id]))

    (step,) = page(answer).xpath("//ol/li")
    assert "Version 1" in words(step)
    assert "Delt første gang." in words(step)
    assert not step.xpath(".//ins | .//del")


def test_the_newest_comes_first_and_shows_what_changed_and_why(cast: Cast) -> None:
    row = shared(cast, "anna")
    changed = telling(
        text="Vi mødtes i parken ved kanalen, fordi døren var for svær.",
        outcome="succeeded",
        source=SourceTelling("En samtale", year=2025),
    )
    edit(cast.reader("anna"), row.id, changed, version=1, note="Det var parken.")

    answer = signed_in(cast.bo).get(reverse("history", args=[row.id]))

    newest, oldest = page(answer).xpath("//ol/li")
    assert "Version 2" in words(newest)
    assert "Version 1" in words(oldest)
    assert "Det var parken." in words(newest)
    assert [words(h) for h in newest.xpath("./h3")] == ["Hvordan det gik", "Tekst", "Kilde"]
    removed = " ".join(words(piece) for piece in newest.xpath(".//del"))
    added = " ".join(words(piece) for piece in newest.xpath(".//ins"))
    assert "på bænken" in removed
    assert "Mislykkedes" in removed
    assert "i parken" in added
    assert "Lykkedes" in added
    assert "En samtale (2025)" in added


def test_sharing_again_is_told_as_a_version_without_changes(cast: Cast) -> None:
    row = shared(cast, "anna")
    withdraw(cast.reader("anna"), row.id)
    share(cast.reader("anna"), row.id)

    answer = signed_in(cast.bo).get(reverse("history", args=[row.id]))

    assert "Delt igen uden ændringer." in main(answer)


def test_markup_in_an_old_version_is_shown_as_text(cast: Cast) -> None:
    row = shared(cast, "anna", text="<script>alert(1)</script> på bænken")
    edit(cast.reader("anna"), row.id, telling(text="Vi sad <b>ude</b> på bænken"), version=1)

    answer = signed_in(cast.bo).get(reverse("history", args=[row.id]))

    assert "<script>alert(1)</script>" in main(answer)
    assert not page(answer).xpath("//main//script | //main//b")


def test_a_draft_has_no_history(cast: Cast) -> None:
    row = drafted(cast, "anna")

    assert signed_in(cast.anna).get(reverse("history", args=[row.id])).status_code == 404


def test_the_history_follows_the_contribution_to_its_readers_alone(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")
    where = reverse("history", args=[row.id])

    assert signed_in(cast.bo).get(where).status_code == 200
    assert signed_in(cast.erik).get(where).status_code == 404

    withdraw(cast.reader("anna"), row.id)

    assert signed_in(cast.bo).get(where).status_code == 404
    assert signed_in(cast.anna).get(where).status_code == 200


def test_what_an_old_version_said_is_not_shown_to_those_let_in_later(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team", text="Kun for teamet: det gik helt galt på bænken.")
    wider = telling(text="Vi mødtes på bænken.", audience="organisation")
    edit(cast.reader("anna"), row.id, wider, version=1)

    answer = signed_in(cast.erik).get(reverse("history", args=[row.id]))

    assert answer.status_code == 200
    assert "Kun for teamet" not in main(answer)
