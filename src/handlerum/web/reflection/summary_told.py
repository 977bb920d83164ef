"""What came of a session as plain values for a document, in the language of the screen."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.access import Who
from handlerum.reflection.queries import Summary, subject_title
from handlerum.reflection.queries.common import Agreed, Noted
from handlerum.reflection.rules.methods import shipped
from handlerum.reflection.words import Phase, SubjectKind
from handlerum.web.reflection.forms import in_language

#: What is longer is cut in a document; all of it stands on the page.
_LONGEST = 2_000


def told(who: Who, summary: Summary) -> dict[str, Any]:
    """The document's parts in order. Whatever is empty is left out of it."""
    common = summary.common
    return {
        "language": get_language() or "da",
        "title": common.question,
        "facts": _facts(who, summary),
        "options": _options(summary),
        "options_head": [_("Hvornår"), _("Mulighed"), _("Åbnet af")],
        "options_title": _("Handlerummet, før og efter"),
        "options_note": _("Flere muligheder er ikke bedre i sig selv."),
        "lists": [one for one in _lists(summary) if one["rows"]],
        "steps_title": _("Næste skridt"),
        "steps_head": [_("Hvad"), _("Hvem"), _("Ser på det igen")],
        "steps": [_step(one) for one in common.next_steps],
        "empty": _("Der blev ikke skrevet noget, som alle så.") if _is_empty(summary) else "",
        "foot": _foot(summary),
    }


def _facts(who: Who, summary: Summary) -> list[list[str]]:
    """What it was about, how and when, as pairs of a label and words."""
    about = str(SubjectKind(summary.afterwards.subject_kind).label)
    title = _title(who, summary)
    facts = [
        [_("Om"), f"{about}: {title}" if title else about],
        [_("Metode"), _method(summary.common.method)],
    ]
    if summary.closed_at:
        facts.append([_("Dato"), date_format(localtime(summary.closed_at), "DATE_FORMAT")])
    return facts


def _title(who: Who, summary: Summary) -> str:
    """What a member may read about the subject; guests have the question alone."""
    about = summary.afterwards
    if about.subject_id is None or not isinstance(who, Reader):
        return ""
    try:
        return subject_title(who, about.subject_kind, about.subject_id)
    except Denied:
        return ""


def _method(key: str) -> str:
    known = shipped().get(key)
    return in_language(known.name.as_told()) if known else key


def _options(summary: Summary) -> list[list[str]]:
    said = {one.id: one.text for one in summary.common.entries}
    return [
        [str(Phase(one.phase).label), _cut(one.text), _opened(one, summary, said)]
        for one in summary.common.options
        if one.text
    ]


def _opened(one: Noted, summary: Summary, said: dict[int, str]) -> str:
    """What made somebody think of it, where that may be read by everybody present."""
    if one.contribution_id:
        piece = summary.opened.get(one.contribution_id)
        return piece.title if piece else _("et bidrag")
    if one.entry_id:
        return _cut(said.get(one.entry_id, "")) or _("noget, der blev sagt")
    return ""


def _lists(summary: Summary) -> list[dict[str, Any]]:
    common = summary.common
    before = [one for one in common.assumptions if one.phase == Phase.BEFORE]
    after = [one for one in common.assumptions if one.phase == Phase.AFTER]
    return [
        _list(_("Det gik vi ud fra, før"), before),
        _list(_("Det går vi ud fra nu"), after),
        _list(_("Til næste gang"), common.carried),
        {"title": _("Delt som bidrag"), "rows": [row.title for row in summary.shared]},
    ]


def _list(title: str, rows: Any) -> dict[str, Any]:
    return {"title": title, "rows": [_cut(one.text) for one in rows if one.text]}


def _step(one: Agreed) -> list[str]:
    due = date_format(one.due, "DATE_FORMAT") if one.due else ""
    return [_cut(one.text), one.owner or one.owner_role, due]


def _is_empty(summary: Summary) -> bool:
    rows = any(one["rows"] for one in _lists(summary))
    return not (rows or _options(summary) or summary.common.next_steps)


def _foot(summary: Summary) -> str:
    after = summary.afterwards
    who = _("Fra Handlerum. Kun til dem, der var med.")
    if after.is_kept or after.forgotten_at or not after.keep_until:
        return who
    day = date_format(localtime(after.keep_until), "DATE_FORMAT")
    return f"{who} " + _("Ordene fra mødet bliver slettet i Handlerum den %(day)s.") % {"day": day}


def _cut(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= _LONGEST else f"{tidy[:_LONGEST]}…"
