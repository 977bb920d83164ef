"""A practice laid out once, for the PDF and the word processor: its text, and what it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from handlerum.core.clock import today
from handlerum.legislation.citing import citations_of
from handlerum.organisations.access import Reader
from handlerum.practice.queries.flags import flags_of
from handlerum.practice.queries.practices import Opened
from handlerum.practice.terms import NoteKind
from handlerum.trail.terms import Thing
from handlerum.web.dilemmas.words import STANCES

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 to 3), a point of a list, or a paragraph (level 0)."""

    text: str
    level: int = 0
    is_point: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What stands beside the text: a heading with its lines. No lines: it says so."""

    title: str
    lines: list[str]
    empty: str


def text_blocks(text: str) -> Iterator[Block]:
    """The text of a practice, piece by piece."""
    level, in_list = 0, 0
    for token in _MARKDOWN.parse(text):
        if token.type == "heading_open":
            level = min(int(token.tag[1]), _DEEPEST)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            in_list += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            in_list -= 1
        elif token.type == "inline":
            plain = "".join(
                child.content if child.type in ("text", "code_inline") else "\n"
                for child in token.children or ()
                if child.type in ("text", "code_inline", "softbreak", "hardbreak")
            )
            yield Block(plain.replace("\n", " "), level, is_point=bool(in_list))
            level = 0
        elif token.type in ("fence", "code_block"):
            yield Block(token.content.strip())


def parts(reader: Reader, found: Opened) -> list[Part]:
    """What a practice stands on, what is doubted, and when it is looked at again."""
    row = found.practice
    laws = [one.label for one in citations_of(Thing.PRACTICE, [row.id], today())]
    flags = [str(flag.reason.label) for flag in flags_of([row], today())[row.id]]
    return [
        Part(_("Den viden, den står på"), list(_basis(found)), _("Ingen viden er lagt under den.")),
        Part(_("Lov"), list(dict.fromkeys(laws)), _("Ingen paragraffer er nævnt.")),
        *(_noted(found, kind, title) for kind, title in _kinds()),
        Part(_("Hensyn, der er vejet"), list(_weighed(found)), _("Ingen hensyn er vejet.")),
        Part(_("Se på den igen"), flags, _("Intet beder om et nyt blik.")),
        Part(_("Det næste kritiske blik"), _next(found), _("Der er ikke valgt en dag.")),
    ]


def _kinds() -> list[tuple[NoteKind, str]]:
    return [
        (NoteKind.ASSUMPTION, _("Vi antager")),
        (NoteKind.EXCEPTION, _("Undtagelser")),
        (NoteKind.DOUBT, _("Tvivl")),
    ]


def _basis(found: Opened) -> Iterator[str]:
    """All five forms; those that are silent say so."""
    for form, lane in found.under.lanes.items():
        named = [f"{one.contribution.title} ({STANCES[one.stance].label})" for one in lane]
        if hidden := found.under.hidden[form]:
            named.append(_("%(n)s bidrag, du ikke må se") % {"n": hidden})
        yield f"{form.label}: {'; '.join(named) or _('tavs')}"
    for gap in found.under.gaps:
        yield _("%(form)s: noget, der ikke er her mere") % {"form": gap.form.label}


def _noted(found: Opened, kind: NoteKind, title: str) -> Part:
    standing = [one.text for one in found.notes[kind] if one.settled_at is None]
    return Part(title, standing, _("Ingen er skrevet."))


def _weighed(found: Opened) -> Iterator[str]:
    for one in found.weighed:
        named = one.row.consideration.name if one.row.consideration else _("Et hensyn")
        owed = _("Vi skylder stadig: %(text)s") % {"text": one.row.residue}
        yield f"{named}. {owed}" if one.row.residue else named


def _next(found: Opened) -> list[str]:
    day = found.practice.next_look
    return [date_format(day, "DATE_FORMAT")] if day else []
