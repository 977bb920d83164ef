"""Import of files: each becomes contributions, with a report of what was kept, skipped and why."""

import hashlib
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from handlerum.core.processes import Helpers, ahead, cores, helpers
from handlerum.core.text import shorten
from handlerum.exchange.bounded import read_bounded
from handlerum.exchange.parts import parts
from handlerum.exchange.preparing import Part, Ready, Task, prepare
from handlerum.exchange.readers import MAX_BYTES, Unreadable
from handlerum.exchange.reasons import in_words
from handlerum.knowledge.many_services import Arrival, contribute_many
from handlerum.knowledge.problems import in_words as problem_in_words
from handlerum.knowledge.queries import existing_import_keys
from handlerum.knowledge.rules import MAX_TEXT, MAX_TITLE
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Way
from handlerum.organisations.access import Reader
from handlerum.privacy.blur import covered

#: Contributions made ready and written at once: enough to be quick, few enough to let others write.
_BATCH = 500

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
    with helpers(prepare, cores()) as found:
        going = _Import(reader, like, only_direct, report, progress, found)
        for name, parts in _opened(_files(paths), report):
            going.file(name, parts)
    return report


def _opened(paths: Iterable[Path], report: Report) -> Iterator[tuple[str, list[Part]]]:
    """Each file that can be read: its name to show, and its parts. The next one is read ahead."""
    for path, reading in ahead(_read, paths):
        name = covered(path.name)
        try:
            found = reading.result()
        except Unreadable as unreadable:
            report.skipped.append((name, in_words(unreadable.reason)))
        except OSError as error:
            report.skipped.append((name, _unopened(error)))
        else:
            yield name, found


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


def _read(path: Path) -> list[Part]:
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()[:40]
    found = []
    for piece in read_bounded(path.name, data):
        texts = parts(piece.text, MAX_TEXT)
        source = SourceTelling(piece.title, "", piece.year, piece.publisher, piece.url)
        for number, text in enumerate(texts, 1):
            where = f" ({number}/{len(texts)})" if len(texts) > 1 else ""
            title = shorten(piece.title, MAX_TITLE - len(where)) + where
            key = f"statbank:{piece.key}" if piece.key else f"file:{digest}:{number}"
            found.append(Part(key, title, text, source))
    return found


def _bytes(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError  # a device or a pipe may never end
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)  # one more than allowed, so that too large is seen


@dataclass(frozen=True, slots=True)
class _Import:
    """One import on its way."""

    reader: Reader
    like: Telling
    only_direct: bool
    report: Report
    progress: Progress
    helpers: Helpers[Task, list[Ready]]

    def file(self, name: str, found: list[Part]) -> None:
        """Store what was found in one file, some hundreds at a time."""
        batches = [found[start : start + _BATCH] for start in range(0, len(found), _BATCH)]
        taken: set[str] = set()
        made_ready = self.helpers.map(self._task(batch, taken) for batch in batches)
        done = 0
        for batch, ready in zip(batches, made_ready, strict=True):
            self.report.unchanged += len(batch) - self._store(name, ready)
            done += len(batch)
            self.progress(name, done, len(found))

    def _task(self, batch: list[Part], taken: set[str]) -> Task:
        """What of a batch is new: neither known nor, as `taken` tells, met in this file before."""
        taken |= self._known(part.key for part in batch)
        fresh = []
        for part in batch:
            if part.key not in taken:
                taken.add(part.key)
                fresh.append(part)
        return Task(tuple(fresh), self.like, self.only_direct, self.reader.team_ids)

    def _known(self, keys: Iterable[str]) -> set[str]:
        return existing_import_keys(self.reader.organisation_id, keys)

    def _store(self, name: str, ready: list[Ready]) -> int:
        """Store what may be stored; returns how many were new, the refused among them."""
        with transaction.atomic():
            # Asked again: somebody may have imported the same while it was made ready.
            known = self._known(one.key for one in ready)
            fresh = [one for one in ready if one.key not in known]
            right = [one for one in fresh if not one.checked.problems]
            contribute_many(self.reader, [Arrival(one.checked, one.key) for one in right])
        self.report.kept += len(right)
        self.report.blurred += sum(one.places for one in right)
        self.report.skipped += [_refused(name, one) for one in fresh if one.checked.problems]
        return len(fresh)


def _refused(name: str, one: Ready) -> tuple[str, str]:
    why = " ".join(f"{p.field}: {problem_in_words(p)}" for p in one.checked.problems)
    return f"{name} · {covered(one.title)}", why


def _unopened(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return _("Filen findes ikke.")
    return _("Filen kan ikke åbnes.")
