"""A contribution's versions as people read them: what changed, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from handlerum.core.differences import Difference, differences
from handlerum.knowledge.models import CONTENT_FIELDS, Version


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that changed."""

    label: str
    differences: list[Difference]


@dataclass(frozen=True, slots=True)
class Step:
    """One version and what it changed; the first changed nothing."""

    version: Version
    changed: list[Changed]


def changes(versions: Sequence[Version]) -> list[Step]:
    """Steps in the order of `versions`, the newest first."""
    steps = [Step(newer, _changed(older, newer)) for newer, older in pairwise(versions)]
    return [*steps, *(Step(first, []) for first in versions[-1:])]


def _changed(older: Version, newer: Version) -> list[Changed]:
    found = []
    for name in CONTENT_FIELDS:
        before, after = _in_words(older, name), _in_words(newer, name)
        if before != after:
            found.append(Changed(_labels()[name], differences(before, after)))
    return found


def _in_words(version: Version, name: str) -> str:
    display: Any = getattr(version, f"get_{name}_display", None)
    value = display() if display else getattr(version, name)
    if value is None:
        return ""
    if isinstance(value, str | Model):
        return str(value)
    return date_format(value)


def _labels() -> dict[str, str]:
    return {
        "form": _("Form"),
        "way": _("Vej"),
        "voice": _("Stemme"),
        "outcome": _("Hvordan det gik"),
        "title": _("Titel"),
        "text": _("Tekst"),
        "learned": _("Det tager vi med"),
        "participants": _("Hvem var med"),
        "context": _("Sådan opstod det"),
        "source": _("Kilde"),
        "law_date": _("Lovgivning pr."),
    }
