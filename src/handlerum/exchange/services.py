"""Import of files: each becomes contributions, with a report of what was kept, skipped and why."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from handlerum.core.text import shorten
from handlerum.exchange.bounded import read_bounded
from handlerum.exchange.parts import parts
from handlerum.exchange.readers import ENDINGS, MAX_BYTES, Piece, Reason, Unreadable
from handlerum.exchange.reasons import in_words
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.problems import in_words as problem_in_words
from handlerum.knowledge.queries import existing_import_keys
from handlerum.knowledge.rules import MAX_TEXT, MAX_TITLE
from handlerum.knowledge.services import contribute
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.organisations.access import Reader

#: Contributions written in one transaction: enough to be quick, few enough to let others write.
_BATCH = 100

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Report:
    """What an import did. `skipped` holds pairs of what and why."""

    kept: int = 0
    unchanged: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)


def import_paths(
    reader: Reader, paths: Iterable[Path], like: Telling, progress: Progress
) -> Report:
    """Import files, and the files of folders, as contributions.

    Args:
        like: way, form, voice, outcome and audience that every piece gets.
        progress: called with the file's name, how many of its pieces are done, and how many.
    """
    report = Report()
    for path in _files(paths):
        try:
            pieces = _read(path)
        except (Unreadable, OSError) as error:
            reason = error.reason if isinstance(error, Unreadable) else None
            report.skipped.append((path.name, in_words(reason) if reason else _unopened(error)))
            continue
        _import_pieces(reader, path.name, pieces, like, report, progress)
    return report


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(child for child in path.rglob("*") if child.suffix.lower() in ENDINGS)
            yield from (child for child in found if child.is_file())
        else:
            yield path


def _read(path: Path) -> list[tuple[str, Piece]]:
    if path.stat().st_size > MAX_BYTES:
        raise Unreadable(Reason.too_large)
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:40]
    found = []
    for piece in read_bounded(path.name, data):
        texts = parts(piece.text, MAX_TEXT)
        for number, text in enumerate(texts, 1):
            where = f" ({number}/{len(texts)})" if len(texts) > 1 else ""
            title = shorten(piece.title, MAX_TITLE - len(where)) + where
            key = f"statbank:{piece.key}" if piece.key else f"file:{digest}:{number}"
            found.append((key, replace(piece, title=title, text=text)))
    return found


def _import_pieces(
    reader: Reader,
    name: str,
    pieces: list[tuple[str, Piece]],
    like: Telling,
    report: Report,
    progress: Progress,
) -> None:
    for start in range(0, len(pieces), _BATCH):
        batch = pieces[start : start + _BATCH]
        known = existing_import_keys(reader.organisation_id, [key for key, _piece in batch])
        with transaction.atomic():
            for key, piece in batch:
                if key in known:
                    report.unchanged += 1
                    continue
                known.add(key)
                try:
                    contribute(reader, _telling(piece, like), import_key=key)
                    report.kept += 1
                except Refused as refused:
                    why = " ".join(f"{p.field}: {problem_in_words(p)}" for p in refused.problems)
                    report.skipped.append((f"{name} · {piece.title}", why))
        progress(name, start + len(batch), len(pieces))


def _telling(piece: Piece, like: Telling) -> Telling:
    source = SourceTelling(
        title=piece.title, publisher=piece.publisher, year=piece.year, url=piece.url
    )
    return replace(like, title=piece.title, text=piece.text, source=source)


def _unopened(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return _("Filen findes ikke.")
    return _("Filen kan ikke åbnes.")
