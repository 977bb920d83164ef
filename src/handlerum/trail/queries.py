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


def newest() -> int:
    """The id of the newest entry, 0 when nothing has happened."""
    return Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
