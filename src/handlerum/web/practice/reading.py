"""Pages for reading practices: all of them, one of them, its history and its account."""

from collections import Counter
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from handlerum.core.clock import today
from handlerum.core.differences import Difference, differences
from handlerum.dilemmas.access import visible as visible_dilemmas
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Form, Way
from handlerum.legislation.citing import citations_of
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import readable
from handlerum.practice.access import trials as visible_trials
from handlerum.practice.models import PracticeVersion
from handlerum.practice.queries import practices as queries
from handlerum.practice.queries.account import account as account_of
from handlerum.practice.queries.flags import flags_of
from handlerum.practice.rules.flags import Flag
from handlerum.practice.rules.making import TEXTS
from handlerum.practice.services.making import may_hand_over
from handlerum.practice.services.practice_erasure import may_erase
from handlerum.practice.terms import FlagReason, NoteKind, PracticeKind, PracticeState
from handlerum.reflection.access import visible as visible_sessions
from handlerum.reflection.services.critical_look import sessions_about
from handlerum.reflection.words import SessionState
from handlerum.trail.terms import Thing
from handlerum.web.dilemmas.words import STANCES
from handlerum.web.practice import drawing
from handlerum.web.practice.flagging import told
from handlerum.web.practice.practice_forms import PlanForm
from handlerum.web.practice.practice_text import rendered
from handlerum.web.scope import for_reader

PAGE = 24


@for_reader
def practices(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The practices the reader may see, of a kind or all, with a flag or all."""
    kind, reason = request.GET.get("slags", ""), request.GET.get("flag", "")
    retired = request.GET.get("brug") == "nej"
    state = PracticeState.RETIRED if retired else PracticeState.IN_USE
    everything = queries.listed(reader, state=state)
    flags = flags_of(everything, today())
    rows = [row for row in everything if kind not in PracticeKind.values or row.kind == kind]
    counted = Counter(flag.reason for row in rows for flag in flags[row.id])
    if reason in FlagReason.values:
        rows = [row for row in rows if any(one.reason == reason for one in flags[row.id])]
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    kinds = Counter(row.kind for row in everything)
    context = {
        "page": page,
        "rows": [(row, flags[row.id]) for row in page],
        "kinds": [(one.value, one.label, kinds[one.value]) for one in PracticeKind],
        "kind": kind if kind in PracticeKind.values else "",
        "reasons": [(one.value, one.label, counted[one]) for one in FlagReason if counted[one]],
        "reason": reason if reason in FlagReason.values else "",
        "all": len(everything),
        "retired": retired,
        "kept": _kept(slags=kind, flag=reason, brug="nej" if retired else ""),
    }
    return render(request, "practice/practices.html", context)


@for_reader
def practice(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """One practice: its text, what it stands on, and why it may be looked at again."""
    found = queries.opened(reader, practice_id)
    row = found.practice
    flags: list[Flag] = flags_of([row], today())[row.id]
    sessions = sessions_about(reader, row)
    names = {one.id: one for one in sessions}
    context = {
        "found": found,
        "row": row,
        "reader": reader,
        "text": rendered(row.text),
        "flags": told(reader, flags),
        "lanes": [
            (form, [(one, STANCES[one.stance]) for one in lane], found.under.hidden[form])
            for form, lane in found.under.lanes.items()
        ],
        "notes": [(kind, found.notes[kind]) for kind in NoteKind],
        "looks": [(look, names.get(look.session_id or 0)) for look in found.looks],
        "open_sessions": [one for one in sessions if one.state != SessionState.CLOSED],
        "citations": citations_of(Thing.PRACTICE, [row.id], today()),
        "plan": PlanForm(initial={"next_look": row.next_look}),
        "may_hand_over": may_hand_over(reader, row),
        "may_erase": found.is_own and may_erase(row),
    }
    return render(request, "practice/practice.html", context)


@for_reader
def history(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """Every version, with what changed from one to the next, why, and what led to it."""
    row = readable(reader, practice_id)
    versions = queries.versions(reader, row)
    if not versions:
        raise Denied
    came = _origins(reader, versions)
    older: list[PracticeVersion | None] = [one for _newer, one in pairwise(versions)]
    steps = [
        (newer, _changed(before, newer), came.get((newer.origin_thing, newer.origin_id)))
        for newer, before in zip(versions, [*older, None], strict=True)
    ]
    return render(request, "practice/practice_history.html", {"row": row, "steps": steps})


@for_reader
def account(request: HttpRequest, reader: Reader, practice_id: int) -> HttpResponse:
    """The knowledge account: who sits at which seat, and which seats are empty."""
    row = readable(reader, practice_id)
    found = account_of(reader, row)
    context = {
        "row": row,
        "account": found,
        "seats": drawing.seats(found),
        "voices": drawing.voices(found),
        "forms": list(Form),
        "table": [(way, [found.seats[form][way] for form in Form], found.ways[way]) for way in Way],
        "hidden": [found.hidden[form] for form in Form] if any(found.hidden.values()) else [],
        "totals": list(found.forms.values()),
    }
    return render(request, "practice/account.html", context)


def _kept(**chosen: str) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})


def _changed(
    older: PracticeVersion | None, newer: PracticeVersion
) -> list[tuple[str, list[Difference]]]:
    if older is None:
        return []
    labels = {
        "title": _("Navn"),
        "applies_to": _("Hvor gælder den?"),
        "law": _("Hvilken lov står den på?"),
        "text": _("Teksten"),
    }
    pairs = [(labels[name], getattr(older, name), getattr(newer, name)) for name in TEXTS]
    return [(label, differences(one, other)) for label, one, other in pairs if one != other]


def _origins(
    reader: Reader, versions: list[PracticeVersion]
) -> dict[tuple[str, int | None], tuple[str, str]]:
    """The name of the page, and the words, of what led to versions, where the reader sees it."""
    ids: dict[str, set[int]] = {}
    for one in versions:
        if one.origin_thing and one.origin_id:
            ids.setdefault(one.origin_thing, set()).add(one.origin_id)
    seen: list[tuple[Thing, str, Any, str]] = [
        (Thing.CONTRIBUTION, "contribution", by_ids(reader, ids.get("contribution", ())), "title"),
        (Thing.DILEMMA, "dilemma", _of(visible_dilemmas(reader), ids, "dilemma"), "question"),
        (Thing.TRIAL, "trial", _of(visible_trials(reader), ids, "trial"), "what"),
        (Thing.SESSION, "session", _of(visible_sessions(reader), ids, "session"), "question"),
    ]
    return {
        (thing.value, number): (page, getattr(row, words))
        for thing, page, rows, words in seen
        for number, row in rows.items()
    }


def _of(rows: Any, ids: dict[str, set[int]], thing: str) -> dict[int, Any]:
    return {row.pk: row for row in rows.filter(pk__in=ids.get(thing, set()))}
