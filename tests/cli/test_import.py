"""`handlerum import`."""

from pathlib import Path

import pytest

from cast import Cast
from cli.running import Ended, handlerum
from handlerum.knowledge.access import visible
from handlerum.knowledge.models import Contribution
from handlerum.search.services import status


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A text file to import."""
    path = tmp_path / "notat.txt"
    path.write_text("Mentorer virker\n\nBorgeren fik en mentor på arbejdspladsen.", "utf-8")
    return path


def imported(*paths: Path, **changed: str) -> Ended:
    """Import as Anna; name the options that should differ."""
    options = {
        "organisation": "hjemby",
        "as": "anna@test.example",
        "form": "research",
        "way": "reports",
        "audience": "organisation",
        **changed,
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return handlerum("import", *map(str, paths), *words)


def test_a_file_is_kept_and_can_be_found_at_once(cast: Cast, note: Path) -> None:
    ended = imported(note)

    assert (ended.code, ended.out) == (
        0,
        "Lagt ind: 1. Uændret: 0. Sprunget over: 0. Steder sløret: 0.\n",
    )
    assert "notat.txt" in ended.err
    assert "1/1" in ended.err
    row = Contribution.objects.get()
    assert (row.author, row.voice, row.audience) == (cast.anna.user, "researcher", "organisation")
    assert status().behind == 0


def test_the_same_file_twice_changes_nothing(cast: Cast, note: Path) -> None:
    imported(note)
    before = list(Contribution.objects.values())

    ended = imported(note)

    assert (ended.code, ended.out) == (
        0,
        "Lagt ind: 0. Uændret: 1. Sprunget over: 0. Steder sløret: 0.\n",
    )
    assert list(Contribution.objects.values()) == before


def test_what_is_skipped_is_told_with_its_reason(cast: Cast, note: Path, tmp_path: Path) -> None:
    (tmp_path / "tom.txt").touch()

    ended = imported(note, tmp_path / "tom.txt", tmp_path / "væk.txt")

    assert (ended.code, ended.out) == (
        0,
        "Lagt ind: 1. Uændret: 0. Sprunget over: 2. Steder sløret: 0.\n",
    )
    assert "tom.txt: Filen er tom. væk.txt: Filen findes ikke." in ended.err


def test_an_import_that_kept_nothing_ends_as_a_failure(cast: Cast, tmp_path: Path) -> None:
    ended = imported(tmp_path / "væk.txt")

    assert (ended.code, "væk.txt: Filen findes ikke." in ended.err) == (1, True)


WRONG = [
    ({"organisation": "ukendt"}, "Ingen person med den e-mail hører til den organisation."),
    ({"organisation": "udeby"}, "Ingen person med den e-mail hører til den organisation."),
    ({"as": "ukendt@test.example"}, "Ingen person med den e-mail hører til den organisation."),
    ({"as": "carla@test.example"}, "Ingen person med den e-mail hører til den organisation."),
    ({"organisation": ""}, "Sig både --organisation og --as."),
    ({"form": "rygte"}, "--form kan være: experience, statistics, research, theory, narrative."),
    ({"way": "rygte"}, "--way kan være: own_experience, colleagues,"),
    ({"audience": "alle"}, "--audience kan være: me, team, organisation,"),
    ({"voice": "alle"}, "--voice kan være: practitioner,"),
    ({"outcome": "alle"}, "--outcome kan være: succeeded, failed, mixed, unknown."),
]


@pytest.mark.parametrize(("changed", "said"), WRONG)
def test_a_wrong_word_is_answered_in_danish_and_nothing_is_read(
    cast: Cast, note: Path, changed: dict[str, str], said: str
) -> None:
    ended = imported(note, **changed)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert not Contribution.objects.exists()


def test_without_the_needed_options_nothing_happens(cast: Cast, note: Path) -> None:
    assert handlerum("import", str(note)).code == 2
    assert handlerum("import").code == 2


def test_a_persons_team_is_the_audience_unless_told_otherwise(cast: Cast, note: Path) -> None:
    words = ("--organisation", "hjemby", "--as", "anna@test.example")

    assert handlerum("import", str(note), *words, "--form", "theory", "--way", "reports").code == 0

    assert list(visible(cast.reader("bo"))) == list(Contribution.objects.all())
    assert not visible(cast.reader("erik")).exists()


def test_who_has_no_team_is_asked_for_another_audience(cast: Cast, note: Path) -> None:
    ended = imported(note, audience="team", **{"as": "gitte@test.example"})

    assert ended.code == 1
    assert "audience: Vælg et af dine egne team" in ended.err


def test_ones_own_experience_says_how_it_went(cast: Cast, note: Path) -> None:
    own = {"form": "experience", "way": "own_experience"}

    assert "outcome: Vælg, hvordan det gik." in imported(note, **own).err
    assert imported(note, **own, outcome="mixed").code == 0
    assert Contribution.objects.get().outcome == "mixed"


def test_what_points_to_a_person_is_blurred_counted_and_not_repeated(
    cast: Cast, tmp_path: Path
) -> None:
    (tmp_path / "010190-1234.txt").write_text("Notat 020290-4321\n\nTlf. 22334455", "utf-8")

    ended = imported(tmp_path)

    assert ended.out.endswith("Steder sløret: 3.\n")
    row = Contribution.objects.get()
    assert (row.title, row.text) == (
        "Notat [cpr-nummer]",
        "Notat [cpr-nummer]\n\nTlf. [telefonnummer]",
    )
    for part in ("010190", "020290", "2233"):
        assert part not in ended.out + ended.err


@pytest.mark.parametrize(
    ("blur", "said"), [("all", "Notat fra foråret 2025"), ("direct", "Notat fra 14. marts 2025")]
)
def test_what_was_published_can_keep_what_points_to_nobody_by_itself(
    cast: Cast, tmp_path: Path, blur: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text("Notat fra 14. marts 2025\n\nRing 22334455.", "utf-8")

    imported(tmp_path, blur=blur)

    row = Contribution.objects.get()
    assert (row.title, row.text) == (said, f"{said}\n\nRing [telefonnummer].")


def test_an_unknown_way_of_blurring_is_told_of(cast: Cast, note: Path) -> None:
    assert "--blur kan være: all, direct." in imported(note, blur="lidt").err


def test_signs_in_a_files_name_are_shown_as_they_stand(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "[red]plan[b].txt"
    path.write_text("En plan\n\nMed en tekst.", "utf-8")

    assert "[red]plan[b].txt" in imported(path).err
