"""Reading the trail with a cursor: what came after N?"""

from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing


def after(cursor: int, thing: Thing, limit: int = 1000) -> list[tuple[int, int]]:
    """Entries about one kind of thing after the cursor, oldest first.

    Returns:
        Pairs of (entry id, thing id), at most `limit`.
    """
    entries = Entry.objects.filter(id__gt=cursor, thing=thing).order_by("id")
    return list(entries.values_list("id", "thing_id")[:limit])


def newest_of(thing: Thing) -> int:
    """The id of the newest entry about one kind of thing, 0 when there is none."""
    found = Entry.objects.filter(thing=thing).order_by("-id").values_list("id", flat=True)
    return found.first() or 0


def newest() -> int:
    """The id of the newest entry, 0 when nothing has happened."""
    return Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
