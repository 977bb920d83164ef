"""Acts for tests: invented, in the manner of real ones."""

from dataclasses import replace
from datetime import date
from typing import Any

from handlerum.legislation.services import store
from handlerum.legislation.texts import EditionText, PointText, SectionText, SubsectionText

TITLE = "Bekendtgørelse af lov om en aktiv beskæftigelsesindsats"
KEY = "lov-om-en-aktiv-beskaeftigelsesindsats"


def section(number: str, *texts: str, **more: Any) -> SectionText:
    """A section with those subsections."""
    parts = tuple(SubsectionText(place, text) for place, text in enumerate(texts, 1))
    return SectionText(number, parts, **more)


def edition(**changed: Any) -> EditionText:
    """An edition of an act with three sections; name what should differ."""
    told = EditionText(
        eli="lta/2024/280",
        document_kind="LBK",
        title=TITLE,
        signed=date(2024, 3, 1),
        sections=(
            section(
                "36",
                "Kommunen kan efter en konkret vurdering tilbyde en mentor på arbejdspladsen.",
                "Borgeren har ret til at få sagen forklaret.",
                chapter="6",
                chapter_title="Støtte på vejen",
            ),
            SectionText(
                "36 a",
                (
                    SubsectionText(
                        1,
                        "Kommunen skal holde en samtale:",
                        (PointText("1", "inden en uge"), PointText("2", "hver tredje måned.")),
                    ),
                ),
                chapter="6",
                chapter_title="Støtte på vejen",
            ),
            section("40", "Ministeren fastsætter regler herom."),
        ),
    )
    return replace(told, **changed)


def stored(**changed: Any) -> EditionText:
    """The same, stored."""
    text = edition(**changed)
    store(text)
    return text


def newer(**changed: Any) -> EditionText:
    """A later edition, in which § 36 says less and § 40 is gone."""
    sections = (section("36", "Kommunen kan tilbyde en mentor."), edition().sections[1])
    told: dict[str, Any] = {
        "eli": "lta/2025/900",
        "signed": date(2025, 7, 1),
        "sections": sections,
    }
    return edition(**{**told, **changed})
