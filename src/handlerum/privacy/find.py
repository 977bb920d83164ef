"""Find everything in a text that points to a person: by its shape, and by a trained model. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from handlerum.core.text import fold
from handlerum.privacy import kinds, names
from handlerum.privacy.geography import is_coarse
from handlerum.privacy.replace.people import is_nobody
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

_ORGANISATIONS = (Kind.EMPLOYER, Kind.SCHOOL, Kind.INSTITUTION)
#: Bodies that speak for everybody and point to nobody.
_PUBLIC = frozenset(
    """
    folketinget regeringen ankestyrelsen beskæftigelsesministeriet socialstyrelsen
    beskæftigelsesrådet star vive kl eu fn who oecd sfi cabi kora dst sst dr tv2
    socialministeriet sundhedsstyrelsen datatilsynet jobnet jobindsats borger.dk
    ombudsmanden statistikbanken retsinformation skat udbetaling_danmark danmarks_statistik
    """.replace("_", " ").split()
) | {"udbetaling danmark", "danmarks statistik", "landsorganisationen", "region", "kommunen"}
#: A place or an organisation must be this likely; a person is marked at less, by the model itself.
_LIKELY = 0.2
#: A whole name must be this likely to be refused to others; below, its author is asked as for a
#: detail. Most of what the model takes for a name by mistake lies below.
_SURE = 0.5
#: Letters, with what may stand inside a name.
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[-'’. ])*")
_OWNER = re.compile(r"['’]s?(?=[\s,.]|\Z)")
_IN = re.compile(r"\s+i\s+")


def find(text: str) -> list[Span]:
    """Every place that points to a person, in order and without overlap.

    What is found by its shape wins over what the model found in the same characters.
    """
    return _together(text, kinds.find(text), names.tag(text))


def find_many(texts: Sequence[str]) -> list[list[Span]]:
    """What `find` finds in each of several texts, in less time."""
    tagged = names.tag_many(texts)
    return [_together(t, kinds.find(t), found) for t, found in zip(texts, tagged, strict=True)]


def _together(text: str, shaped: list[Span], tagged: list[Span]) -> list[Span]:
    if not (shaped or tagged):
        return []
    taken = bytearray(len(text))
    for span in shaped:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    named = [
        replace(span, direct=span.direct and _is_whole(text, span))
        for span in map(partial(_with_owner, text), tagged)
        if not any(taken[span.start : span.end]) and _points(text, span)
    ]
    return _with_their_towns(text, sorted([*shaped, *named]))


def _with_owner(text: str, span: Span) -> Span:
    """The sign of an owner belongs to the name: "Lars' bil"."""
    sign = _OWNER.match(text, span.end)
    return replace(span, end=sign.end()) if sign else span


def _is_whole(text: str, span: Span) -> bool:
    """Whether it is surely somebody's whole name, and not a code or a phrase taken for one."""
    if span.confidence < _SURE or not _NAME.fullmatch(text, span.start, span.end):
        return False
    words = text[span.start : span.end].split()
    line = text[max(0, span.start - 300) : span.end].rpartition("\n")[2]
    # Whoever writes without capitals writes names without them too.
    return all(word[0].isupper() for word in words) or not any(map(str.isupper, line))


def _points(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    if len(words.rstrip("s'’")) < 2:  # the letter of a stand-in: "person B's"
        return False
    if text[span.start - 1 : span.start] == "[" and text[span.end : span.end + 1] == "]":
        return False  # another stand-in: "[e-mail]"
    if span.kind == Kind.PERSON:
        return not is_nobody(words)
    if span.confidence < _LIKELY:
        return False
    if span.kind == Kind.PLACE:
        return not (is_coarse(words) or is_coarse(words.removesuffix("s")))
    return fold(words).removesuffix("s") not in _PUBLIC


def _with_their_towns(text: str, spans: list[Span]) -> list[Span]:
    """What lies in a town is one detail with it: "Jensens Tømrerfirma i Hobro"."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if (
            last is not None
            and last.kind in (*_ORGANISATIONS, Kind.PLACE)
            and span.kind == Kind.PLACE
            and _IN.fullmatch(text, last.end, span.start)
        ):
            found[-1] = replace(last, end=span.end)
        else:
            found.append(span)
    return found
