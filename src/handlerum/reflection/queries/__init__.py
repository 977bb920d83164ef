"""Reading live sessions. What others wrote and nobody has shown is absent from every answer."""

from handlerum.reflection.queries.afterwards import (
    Afterwards,
    Summary,
    afterwards,
    next_steps,
    summary,
)
from handlerum.reflection.queries.changes import Changes, changes_since, versions
from handlerum.reflection.queries.common import Common, common
from handlerum.reflection.queries.everything import everything_of
from handlerum.reflection.queries.laid_out import laid_out
from handlerum.reflection.queries.last_time import LastTime, last_time, left_about
from handlerum.reflection.queries.links import links
from handlerum.reflection.queries.lists import listed
from handlerum.reflection.queries.state import State, state
from handlerum.reflection.queries.subjects import subject_title
from handlerum.reflection.queries.tried import tried
from handlerum.reflection.queries.variants import variant, variants
from handlerum.reflection.queries.votes import votes

__all__ = [
    "Afterwards",
    "Changes",
    "Common",
    "LastTime",
    "State",
    "Summary",
    "afterwards",
    "changes_since",
    "common",
    "everything_of",
    "laid_out",
    "last_time",
    "left_about",
    "links",
    "listed",
    "next_steps",
    "state",
    "subject_title",
    "summary",
    "tried",
    "variant",
    "variants",
    "versions",
    "votes",
]
