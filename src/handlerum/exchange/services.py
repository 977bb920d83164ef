"""Import of files: each becomes contributions, with a report of what was kept, skipped and why."""

import hashlib
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from handlerum.core.text import shorten
from handlerum.exchange.bounded import read_bounded
from handlerum.exchange.parts import parts
from handlerum.exchange.readers import MAX_BYTES, Piece, Unreadable
from handlerum.exchange.reasons import in_words
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.problems import in_words as problem_in_words
from handlerum.knowledge.queries import existing_import_keys
from handlerum.knowledge.rules import IDENTIFYING, MAX_LINE, MAX_TEXT, MAX_TITLE
from handlerum.knowledge.services import contribute
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Way
from handlerum.organisations.access import Reader
from handlerum.privacy.blur import Choice, Decision, covered, look
from handlerum.privacy.entities import Found
from handlerum.privacy.terms import Kind

#: Contributions written in one transaction: enough to be quick, few enough to let others write.
_BATCH = 100

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Report:
    """What an import did. `blurred` counts places.

    `skipped` holds pairs of what and why, and points to no person.
    """

    kept: int = 0
    unchanged: int = 0
    blurred: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)


def import_paths(
    reader: Reader,
    paths: Iterable[Path],
    like: Telling,
    progress: Progress,
    *,
    only_direct: bool | None = None,
) -> Report:
    """Import files, and the files of folders, as contributions, blurred as proposed.

    Nobody looks at each place here, so everything found is blurred; with `only_direct` only that
    which points to one person by itself. None: so for what was read, which was published.

    Args:
        like: way, form, voice, outcome and audience that every piece gets.
        progress: called with the file's name, how many of its pieces are done, and how many.
    """
    report = Report()
    if only_direct is None:
        only_direct = like.way == Way.REPORTS
    for path in _files(paths):
        name = covered(path.name)
        try:
            found = _read(path)
        except Unreadable as unreadable:
            report.skipped.append((name, in_words(unreadable.reason)))
        except OSError as error:
            report.skipped.append((name, _unopened(error)))
        else:
            _import_parts(reader, name, found, _Like(like, only_direct), report, progress)
    return report


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and those of folders, hidden ones left out."""
    for path in paths:
        if path.is_dir():
            found = sorted(child for child in path.rglob("*") if child.is_file())
            yield from (child for child in found if not _is_hidden(child.relative_to(path)))
        else:
            yield path


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


@dataclass(frozen=True, slots=True)
class _Like:
    """What every part gets, and whether only what is direct is blurred in it."""

    telling: Telling
    only_direct: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What becomes one contribution: a piece, or so much of a long one as fits."""

    key: str
    title: str
    text: str
    piece: Piece
    places: int = 0


def _read(path: Path) -> list[_Part]:
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()[:40]
    found = []
    for piece in read_bounded(path.name, data):
        texts = parts(piece.text, MAX_TEXT)
        for number, text in enumerate(texts, 1):
            where = f" ({number}/{len(texts)})" if len(texts) > 1 else ""
            title = shorten(piece.title, MAX_TITLE - len(where)) + where
            key = f"statbank:{piece.key}" if piece.key else f"file:{digest}:{number}"
            found.append(_Part(key, title, text, piece))
    return found


def _blurred(part: _Part, *, only_direct: bool) -> _Part:
    found = look({"title": part.title, "text": part.text, "source": part.piece.title})
    decided = {one.key: _decided(one) for one in found.found} if only_direct else {}
    changes = found.changes(decided)
    texts = found.blurred(decided)
    return replace(
        part,
        title=shorten(texts["title"], MAX_TITLE),
        text=texts["text"],
        piece=replace(part.piece, title=texts["source"]),
        places=part.places + len(changes["title"]) + len(changes["text"]),
    )


def _decided(one: Found) -> Decision:
    """In what was published nobody is the citizen, so a person is called nothing."""
    if not one.direct:
        return Decision(Choice.KEEP)
    return Decision(words="[navn]" if one.kind == Kind.PERSON else None)


def _bytes(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError  # a device or a pipe may never end
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)  # one more than allowed, so that too large is seen


def _import_parts(
    reader: Reader,
    name: str,
    found: list[_Part],
    like: _Like,
    report: Report,
    progress: Progress,
) -> None:
    for start in range(0, len(found), _BATCH):
        batch = found[start : start + _BATCH]
        with transaction.atomic():
            known = existing_import_keys(reader.organisation_id, [part.key for part in batch])
            for part in batch:
                if part.key in known:
                    report.unchanged += 1
                    continue
                known.add(part.key)
                try:
                    report.blurred += _contributed(reader, part, like)
                    report.kept += 1
                except Refused as refused:
                    why = " ".join(f"{p.field}: {problem_in_words(p)}" for p in refused.problems)
                    report.skipped.append((f"{name} · {covered(part.title)}", why))
        progress(name, start + len(batch), len(found))


def _contributed(reader: Reader, part: _Part, like: _Like) -> int:
    """Store a part blurred; returns how many places were.

    Other words around it can make something else look like a name, so it is looked at again.

    Raises:
        Refused: something is missing, or still points to a person after three looks.
    """
    for look_again in (True, True, False):
        part = _blurred(part, only_direct=like.only_direct)
        try:
            contribute(reader, _telling(part, like.telling), import_key=part.key)
        except Refused as refused:
            if not look_again or any(p.code not in IDENTIFYING for p in refused.problems):
                raise
        else:
            break
    return part.places


def _telling(part: _Part, like: Telling) -> Telling:
    piece = part.piece
    source = SourceTelling(
        title=shorten(piece.title, MAX_LINE),
        publisher=piece.publisher,
        year=piece.year,
        url=piece.url,
    )
    return replace(like, title=part.title, text=part.text, source=source)


def _unopened(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return _("Filen findes ikke.")
    return _("Filen kan ikke åbnes.")
