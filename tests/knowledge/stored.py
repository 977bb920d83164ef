"""What a test of a service looks at afterwards: the rows, and what the trail says."""

from handlerum.knowledge.models import Contribution, Link, Source, Topic, Version
from handlerum.trail.models import Entry
from handlerum.trail.queries import newest

TABLES = (Contribution, Version, Source, Topic, Link, Contribution.topics.through, Entry)


def counts() -> list[int]:
    """How many rows each table of the room and the trail hold."""
    return [table.objects.count() for table in TABLES]


class Trail:
    """What is recorded from now on."""

    def __init__(self) -> None:
        self._began = newest()

    @property
    def told(self) -> list[tuple[str, str, int]]:
        """Verb, thing and id of every entry since."""
        entries = Entry.objects.filter(id__gt=self._began).order_by("id")
        return list(entries.values_list("verb", "thing", "thing_id"))
