"""Sources: told once, and never changed under those who stand on them."""

from dataclasses import replace

import pytest

from cast import Cast, report
from handlerum.knowledge.models import Source
from handlerum.knowledge.services import contribute, edit
from handlerum.knowledge.telling import SourceTelling

TOLD = SourceTelling("En rapport", "En forsker", 2022, "Et forlag", "https://x.example/1")


def test_the_same_source_is_kept_once_in_an_organisation(cast: Cast) -> None:
    for name in ("anna", "bo", "carla"):
        contribute(cast.reader(name), report(source=TOLD))
    contribute(cast.reader("anna"), report(source=replace(TOLD, title=" En rapport ")))

    assert Source.objects.filter(organisation=cast.home).count() == 1
    assert Source.objects.filter(organisation=cast.away).count() == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "En anden"},
        {"authors": ""},
        {"year": None},
        {"publisher": "Et andet"},
        {"url": ""},
    ],
)
def test_a_source_that_differs_in_anything_is_another(
    cast: Cast, changed: dict[str, str | None]
) -> None:
    first = contribute(cast.reader("anna"), report(source=TOLD)).source
    other = contribute(cast.reader("anna"), report(source=replace(TOLD, **changed))).source  # type: ignore[arg-type]
    again = contribute(cast.reader("anna"), report(source=replace(TOLD, **changed))).source  # type: ignore[arg-type]

    assert first != other == again


def test_a_corrected_source_leaves_the_old_versions_their_own(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report(source=TOLD))
    other = contribute(cast.reader("bo"), report(source=TOLD))

    edit(cast.reader("anna"), row.id, report(source=replace(TOLD, year=2023)), version=1)

    assert [v.source.year for v in row.versions.all() if v.source] == [2023, 2022]
    other.refresh_from_db()
    assert other.source is not None
    assert other.source.year == 2022


def test_a_source_told_twice_in_one_moment_does_no_harm(cast: Cast) -> None:
    fields = {"title": "En", "organisation": cast.home}
    first, _second = Source.objects.create(**fields), Source.objects.create(**fields)

    row = contribute(cast.reader("anna"), report(source=SourceTelling("En")))

    assert row.source == first


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (TOLD, "En rapport (En forsker, 2022, Et forlag)"),
        (SourceTelling("En rapport"), "En rapport"),
        (SourceTelling("En rapport", year=2022), "En rapport (2022)"),
    ],
)
def test_a_source_reads_as_people_cite_it(cast: Cast, source: SourceTelling, said: str) -> None:
    assert str(contribute(cast.reader("anna"), report(source=source)).source) == said
