"""What an import leaves out, and why: clear, never personal, and nothing half stored."""

import os
from pathlib import Path

import pytest

from cast import Cast
from exchange.files import pdf
from exchange.importing import imported
from handlerum.exchange.readers import MAX_BYTES
from handlerum.knowledge.models import Contribution, Source
from handlerum.trail.queries import newest

BAD = {
    "låst.pdf": (pdf(["Hej"], password="x"), "Filen er låst med adgangskode."),
    "tom.txt": (b"", "Filen er tom."),
    "regneark.xlsx": (b"PK", "Den slags fil kan ikke læses her."),
    "uden_endelse": (b"tekst", "Den slags fil kan ikke læses her."),
    "billede.txt": (b"\x89PNG\r\n", "Filen er noget andet, end dens navn siger."),
    "scannet.pdf": (pdf([]), "Filen har ingen tekst, kun billeder."),
    "stor.txt": (b"a" * (MAX_BYTES + 1), "Filen er for stor: højst 25 MB."),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_skipped_with_its_reason(
    cast: Cast, tmp_path: Path, name: str
) -> None:
    data, why = BAD[name]
    (tmp_path / name).write_bytes(data)
    before = newest()

    found = imported(cast, tmp_path / name)

    assert (found.kept, found.unchanged) == (0, 0)
    [(what, said)] = found.skipped
    assert what == name
    assert said.startswith(why)
    assert (Contribution.objects.count(), newest()) == (0, before)


def test_a_file_that_is_not_there_is_told_of(cast: Cast, tmp_path: Path) -> None:
    assert imported(cast, tmp_path / "væk.txt").skipped == [("væk.txt", "Filen findes ikke.")]


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_may_never_end_is_not_opened(cast: Cast, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "uendelig.txt"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")

    assert imported(cast, path).skipped == [("uendelig.txt", "Filen kan ikke åbnes.")]


def test_one_bad_file_does_not_stop_the_others(cast: Cast, tmp_path: Path) -> None:
    for name, (data, _why) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "god.txt").write_text("En god fil\n\nMed en tekst, der kan læses.", "utf-8")

    found = imported(cast, tmp_path)

    assert (found.kept, len(found.skipped)) == (1, len(BAD))


PERSONAL = {
    "notat.txt": "Et notat\n\nHun har nummer 010190-1234 og bor her.",
    "titel.txt": "Anna Test 010190-1234\n\nDet første stod i titlen.",
    "010190-1234.txt": "x" * 200 + "\n\nFilens navn bliver titlen.",
}


@pytest.mark.parametrize("name", PERSONAL)
def test_a_text_that_points_to_a_person_is_kept_without_it(
    cast: Cast, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(PERSONAL[name], "utf-8")

    found = imported(cast, tmp_path)

    assert (found.kept, found.skipped) == (1, [])
    assert found.blurred >= 1
    assert "010190" not in str([found, *Contribution.objects.values(), *Source.objects.values()])


def test_a_file_whose_name_alone_points_to_a_person_is_reported_without_it(
    cast: Cast, tmp_path: Path
) -> None:
    (tmp_path / "010190-1234.xyz").write_bytes(b"x")

    assert imported(cast, tmp_path).skipped[0][0] == "•••.xyz"


def test_a_telling_that_is_not_complete_skips_every_piece_with_its_reason(
    cast: Cast, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("En titel\n\nEn tekst.", "utf-8")

    found = imported(cast, tmp_path, way="own_experience")

    assert found.skipped == [("a.txt · En titel", "outcome: Vælg, hvordan det gik.")]
