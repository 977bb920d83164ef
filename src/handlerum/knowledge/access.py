"""Who may read, and who may change: one place for every room and door."""

from django.db.models import Q, QuerySet

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, State
from handlerum.organisations.access import Denied, Reader


def may_read(reader: Reader) -> Q:
    """The condition under which a contribution is the reader's to see.

    Shared with the organisation, shared with one of the reader's teams, or the reader's own.
    No role reads more than its person was given.
    """
    shared = Q(state=State.SHARED) & reached(reader)
    return Q(organisation_id=reader.organisation_id) & (shared | Q(author_id=reader.user_id))


def reached(reader: Reader) -> Q:
    """The condition under which an audience of the reader's organisation includes the reader."""
    team = Q(audience=Audience.TEAM, team_id__in=reader.team_ids)
    return Q(audience=Audience.ORGANISATION) | team


def visible(reader: Reader) -> QuerySet[Contribution]:
    """Every contribution the reader may see, drafts and withdrawn ones of their own included."""
    return Contribution.objects.filter(may_read(reader))


def readable(reader: Reader, contribution_id: int) -> Contribution:
    """One contribution the reader may see.

    Raises:
        Denied: it does not exist, or is not for this reader; which of them is not told.
    """
    found = (
        visible(reader)
        .filter(id=contribution_id)
        .select_related("author", "team", "source")
        .first()
    )
    if found is None:
        raise Denied
    return found


def own(reader: Reader, contribution_id: int) -> Contribution:
    """One of the reader's own contributions.

    Raises:
        Denied: it does not exist or belongs to somebody else.
    """
    found = readable(reader, contribution_id)
    if found.author_id != reader.user_id:
        raise Denied
    return found


def reach(contribution: Contribution) -> list[str]:
    """Marks that say who may read, for the search index; `reader_reach` is its counterpart."""
    if contribution.state != State.SHARED:
        return []
    marks = [f"u{contribution.organisation_id}.{contribution.author_id}"]
    if contribution.audience == Audience.ORGANISATION:
        marks.append(f"o{contribution.organisation_id}")
    elif contribution.audience == Audience.TEAM and contribution.team_id:
        marks.append(f"t{contribution.team_id}")
    return marks


def reader_reach(reader: Reader) -> list[str]:
    """The marks that this reader may see."""
    return [
        f"o{reader.organisation_id}",
        f"u{reader.organisation_id}.{reader.user_id}",
        *(f"t{team_id}" for team_id in sorted(reader.team_ids)),
    ]
