"""A year status laid out once: the page, the PDF and the DOCX are all made of these pieces."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from handlerum.core.text import shorten
from handlerum.insight.models import Principle, YearPart
from handlerum.insight.queries.nominations import title_of
from handlerum.insight.queries.year import Document
from handlerum.insight.terms import Part
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, Form, Outcome, State, Voice, Way
from handlerum.practice.terms import FrameAnswer
from handlerum.trail.terms import Thing
from handlerum.web.insight.figures import Figure, barred, seated

#: So many characters of what somebody wrote elsewhere stand in the document; the rest stands there.
_QUOTED = 500


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the part names, where it stands, and what is said of it."""

    title: str
    url: str = ""
    said: tuple[tuple[str, str], ...] = ()
    principle: Principle | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the document."""

    part: Part
    row: YearPart
    paragraphs: Sequence[str]
    figures: list[Figure] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its heading."""
        return str(self.part.label)


def sections(document: Document) -> list[Section]:
    """The parts of a document in their order."""
    return [
        Section(
            part,
            document.parts[part],
            _paragraphs(document.parts[part].text),
            list(_FIGURES[part](document)) if part in _FIGURES else [],
            list(_ITEMS[part](document)) if part in _ITEMS else [],
        )
        for part in Part
    ]


def title_of_period(document: Document) -> str:
    """What the document is called: the year it is about, or from which day to which."""
    status = document.status
    first, last = status.starts, status.ends
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole and first.year == last.year:
        return _("Året der gik: %(year)s") % {"year": first.year}
    days = {name: date_format(day, "DATE_FORMAT") for name, day in (("a", first), ("b", last))}
    return _("Det, der gik: %(a)s til %(b)s") % days


def _tried_figures(document: Document) -> Iterable[Figure]:
    told = document.facts(Part.TRIED)["told"]
    if not sum(told.values()):
        return
    counts = {str(Outcome(word).label): n for word, n in told.items()}
    yield barred(
        _("Hvordan det gik"),
        _("Søjler: hvordan det gik med det, vi prøvede. Tallene står i tabellen."),
        (_("Udfald"), _("Antal")),
        counts,
    )


def _voices_figures(document: Document) -> Iterable[Figure]:
    if not document.facts(Part.VOICES).get("cells"):
        return
    forms = {form.value: str(form.label) for form in Form}
    voices = {voice.value: str(voice.label) for voice in Voice}
    ways = {way.value: str(way.label) for way in Way}
    yield seated(
        _("Hvem vi hørte, i hvilken form"),
        _("Cirkler: hvem der taler, i hvilken form. En stiplet ring er et tomt sted."),
        forms,
        voices,
        document.form_and_voice,
    )
    yield seated(
        _("Hvordan vi fik det at vide, i hvilken form"),
        _("Cirkler: hvordan vi fik det at vide, i hvilken form. En stiplet ring er et tomt sted."),
        forms,
        ways,
        document.form_and_way,
    )


def _leadership_figures(document: Document) -> Iterable[Figure]:
    facts = document.facts(Part.LEADERSHIP)
    if not (facts["waiting"] or facts["answers"]):
        return
    counts = {str(one.label): facts["answers"].get(one.value, 0) for one in FrameAnswer}
    yield barred(
        _("Ledelsens svar"),
        _("Søjler: hvad ledelsen svarede. Det, der ikke er besvaret, er med."),
        (_("Svar"), _("Antal")),
        {**counts, _("Ikke besvaret"): facts["waiting"]},
    )


def _room_figures(document: Document) -> Iterable[Figure]:
    facts = document.facts(Part.ROOM)
    if facts.get("few", True):
        return
    counts = {
        _("Muligheder før"): facts["before"],
        _("Muligheder efter"): facts["after"],
        _("Heraf åbnet af viden"): facts["opened"],
    }
    yield barred(
        _("Muligheder før og efter møderne"),
        _("Søjler: hvor mange muligheder vi så før og efter møderne."),
        (_("Hvornår"), _("Antal")),
        counts,
    )
    words = (
        (_("Flere efter end før"), facts["more"]),
        (_("Lige mange"), facts["same"]),
        (_("Færre efter end før"), facts["fewer"]),
    )
    yield barred(
        _("Møder efter, hvad der skete"),
        _("Søjler: i hvor mange møder der blev flere, lige mange eller færre muligheder."),
        (_("Mødet gav"), _("Antal")),
        dict(words),
    )


def _learned_items(document: Document) -> Iterable[Item]:
    for row in document.named.nominations:
        where = (
            reverse("contribution", args=[row.contribution_id])
            if row.contribution_id
            else reverse("trial", args=[row.trial_id])
        )
        yield _item(
            title_of(row),
            where,
            (_("Indstillet, fordi"), row.reason),
            (_("Valgt af"), row.group),
            (_("Valgt, fordi"), row.why),
        )


def _weighed_items(document: Document) -> Iterable[Item]:
    told = set()
    for row in document.named.choices:
        told.add(row.dilemma_id)
        yield _item(
            row.dilemma.question,
            reverse("dilemma", args=[row.dilemma_id]),
            (_("Hvor det er nu"), row.dilemma.get_state_display()),
            (_("Valg"), row.option.text),
            (_("Fordi"), row.reasons),
            (_("Vi skylder stadig"), row.residue),
        )
    for one in document.named.dilemmas:
        if one.id not in told:
            state = (_("Hvor det er nu"), one.get_state_display())
            yield _item(one.question, reverse("dilemma", args=[one.id]), state)


def _tried_items(document: Document) -> Iterable[Item]:
    for row in document.named.trials:
        learned = row.contribution.learned if row.contribution and _open(row.contribution) else ""
        yield _item(
            row.what,
            reverse("trial", args=[row.id]),
            (_("Hvordan det gik"), row.get_outcome_display()),
            (_("Det ventede vi"), row.expected),
            (_("Det tager vi med"), learned),
        )


def _open(told: Contribution) -> bool:
    """Whether what became of a trial is for the whole organisation as well."""
    return told.state == State.SHARED and told.audience == Audience.ORGANISATION


def _changed_items(document: Document) -> Iterable[Item]:
    came_from = {
        Thing.SESSION: _("Et møde"),
        Thing.TRIAL: _("En prøvehandling"),
        Thing.DILEMMA: _("Et dilemma"),
        Thing.CONTRIBUTION: _("Et bidrag"),
    }
    for row in document.named.versions:
        is_new = row.number == 1
        what = _("Ny") if is_new else _("Ændret, nr. %(n)s") % {"n": row.number}
        yield _item(
            row.title,
            reverse("practice", args=[row.practice_id]),
            (_("Hvad der skete"), what),
            (_("Fordi"), row.why),
            (_("Kom af"), came_from.get(Thing(row.origin_thing), "") if row.origin_thing else ""),
        )


def _leadership_items(document: Document) -> Iterable[Item]:
    for row in document.named.frames:
        by = date_format(row.answer_by, "DATE_FORMAT")
        yield _item(
            row.condition,
            reverse("frame", args=[row.id]),
            (_("Det hindrer"), row.hinders),
            (_("Vi beder om"), row.asks),
            (_("Svar"), row.get_answer_display() or _("Intet svar. Frist: %s.") % by),
            (_("Fordi"), row.reason),
        )


def _principle_items(document: Document) -> Iterable[Item]:
    for row in document.principles:
        made = _item(
            row.name,
            "",
            (_("Gav det mening?"), row.meaningful),
            (_("Fulgte vi det?"), row.followed),
            (_("Førte det til det, vi ville?"), row.results),
        )
        yield Item(made.title, "", made.said, row)


def _ahead_items(document: Document) -> Iterable[Item]:
    for one in document.named.open_dilemmas:
        yield _item(one.question, reverse("dilemma", args=[one.id]))


def _item(title: str, url: str, *said: tuple[str, str]) -> Item:
    told = tuple((label, shorten(text, _QUOTED)) for label, text in said if text.strip())
    return Item(title, url, told)


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


_FIGURES: dict[Part, Callable[[Document], Iterable[Figure]]] = {
    Part.TRIED: _tried_figures,
    Part.VOICES: _voices_figures,
    Part.LEADERSHIP: _leadership_figures,
    Part.ROOM: _room_figures,
}
_ITEMS: dict[Part, Callable[[Document], Iterable[Item]]] = {
    Part.LEARNED: _learned_items,
    Part.WEIGHED: _weighed_items,
    Part.TRIED: _tried_items,
    Part.CHANGED: _changed_items,
    Part.LEADERSHIP: _leadership_items,
    Part.PRINCIPLES: _principle_items,
    Part.AHEAD: _ahead_items,
}
