"""What points to a person is refused before anything is stored, drafts included."""

from collections.abc import Callable
from typing import Any

import pytest

from cast import Cast, drafted, report, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.rules import Code
from handlerum.knowledge.services import contribute, draft, edit
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.organisations.access import Reader
from knowledge.stored import counts

PATTERN = "010190-1234"
CHANGES: dict[str, dict[str, Any]] = {
    "title": {"title": PATTERN},
    "text": {"text": f"Hun er {PATTERN}"},
    "learned": {"learned": PATTERN},
    "participants": {"participants": PATTERN},
    "context": {"context": PATTERN},
    "topics": {"topics": ("nyt", PATTERN)},
    "source.title": {"source": SourceTelling(PATTERN)},
    "source.authors": {"source": SourceTelling("Ny kilde", authors="en@test.example")},
    "source.publisher": {"source": SourceTelling("Ny kilde", publisher="22 33 44 55")},
}


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("keep", [draft, contribute])
def test_nothing_is_stored_of_a_telling_that_points_to_a_person(
    cast: Cast, keep: Callable[[Reader, Telling], Contribution], field: str
) -> None:
    before = counts()

    with pytest.raises(Refused) as refused:
        keep(cast.reader("anna"), report(**{"topics": ("nyt",), **CHANGES[field]}))

    assert [(p.field, p.code) for p in refused.value.problems] == [(field, Code.IDENTIFIES)]
    assert counts() == before


@pytest.mark.parametrize("state", ["draft", "shared"])
def test_nothing_is_stored_of_a_change_that_points_to_a_person(cast: Cast, state: str) -> None:
    row = drafted(cast) if state == "draft" else shared(cast)
    before = counts(), Contribution.objects.values().get()

    with pytest.raises(Refused):
        edit(
            cast.reader("anna"),
            row.id,
            telling(text=PATTERN, title="Ny titel"),
            version=row.version,
        )

    assert (counts(), Contribution.objects.values().get()) == before


def test_a_note_on_a_change_points_to_nobody_either(cast: Cast) -> None:
    row = shared(cast)
    before = counts()

    with pytest.raises(Refused) as refused:
        edit(
            cast.reader("anna"), row.id, telling(title="Ny"), version=1, note=f"Fjernede {PATTERN}"
        )

    assert [p.field for p in refused.value.problems] == ["note"]
    assert counts() == before
    assert Contribution.objects.get(id=row.id).title == row.title


def test_every_field_is_told_of_at_once(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        draft(cast.reader("anna"), telling(title=PATTERN, text=f"{PATTERN} {PATTERN}"))

    assert [(p.field, len(p.findings)) for p in refused.value.problems] == [
        ("title", 1),
        ("text", 2),
    ]


def test_the_digits_of_a_link_to_a_source_are_no_person(cast: Cast) -> None:
    source = SourceTelling("En artikel", url="https://doi.org/10.1177/22334455")

    assert contribute(cast.reader("anna"), report(source=source)).source is not None
