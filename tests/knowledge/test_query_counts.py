"""How often the database is asked does not grow with how much there is."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast, drafted, report
from handlerum.knowledge import queries
from handlerum.knowledge.histories import changes
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, edit, link
from handlerum.organisations.access import Reader


def cards(rows: list[Contribution]) -> list[object]:
    """What a card shows of each."""
    return [
        (row.title, row.author.name, row.team, str(row.source), queries.topics_of(row))
        for row in rows
    ]


READS: dict[str, Callable[[Reader, Contribution], object]] = {
    "browse": lambda reader, _: cards(list(queries.browse(reader, queries.Wanted()))),
    "by_ids": lambda reader, _: cards(
        list(queries.by_ids(reader, Contribution.objects.values_list("id", flat=True)).values())
    ),
    "mine": lambda reader, _: [cards(rows) for rows in queries.mine(reader).values()],
    "topics": lambda reader, _: queries.topics(reader),
    "counts": lambda reader, _: queries.count_by_form(reader),
    "connections": lambda reader, row: [
        cards(rows) for rows in queries.connections(reader, row).incoming.values()
    ],
    "linkable": lambda reader, row: queries.linkable(reader, row),
    "documents": lambda _, row: queries.documents(queries.shared_ids(0, 1000)),
    "history": lambda reader, row: [
        [str(step.version.source), step.changed] for step in changes(queries.versions(reader, row))
    ],
}


def fill(cast: Cast, row: Contribution, many: int) -> None:
    """More of everything: contributions with topics and sources, drafts, links and versions."""
    reader = cast.reader("anna")
    for number in range(many):
        told = report(
            title=f"Nummer {number}",
            topics=(f"emne {number}", "fælles"),
            audience="team",
            team_id=cast.youth.id,
        )
        made = contribute(reader, told)
        link(reader, made.id, row.id, "supports")
        contribute(reader, report(title="Endnu ikke forbundet"))
        drafted(cast, "anna", topics=("fælles",))
        row = edit(reader, row.id, report(title=f"Udgave {number}"), version=row.version)


def asked(reader: Reader, row: Contribution) -> dict[str, int]:
    """How many questions each read asks. Every read finds something, else it would prove little."""
    found = {}
    for name, read in READS.items():
        with CaptureQueriesContext(connection) as questions:
            assert read(reader, row), name
        found[name] = len(questions)
    return found


def test_thirty_cost_no_more_questions_than_three(cast: Cast) -> None:
    reader = cast.reader("anna")
    row = contribute(reader, report())
    fill(cast, row, 3)
    few = asked(reader, row)

    fill(cast, Contribution.objects.get(id=row.id), 27)

    assert asked(reader, row) == few
    assert min(few.values()) > 0
