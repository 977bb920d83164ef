"""Taking in files, folders and addresses of legislation, one at a time, with a report."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handlerum.legislation.models import Edition
from handlerum.legislation.problems import Unreadable
from handlerum.legislation.readers import read
from handlerum.legislation.retsinformation import Closed, Retsinformation, Unreached, eli_of
from handlerum.legislation.services import Stored, Taken, store
from handlerum.legislation.texts import EditionText
from handlerum.legislation.time import in_force

#: Called with how many are done and how many there are.
Progress = Callable[[int, int], None]
_ENDINGS = (".xml", ".json")


@dataclass
class Report:
    """What became of everything that was named: editions, and what was not taken and why."""

    stored: list[Stored] = field(default_factory=list)
    failed: list[tuple[str, Exception]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)

    def count(self, taken: Taken) -> int:
        """How many editions that became of."""
        return sum(one.taken == taken for one in self.stored)


def import_all(names: Iterable[str], service: Retsinformation, progress: Progress) -> Report:
    """Take in every file, everything in every folder, and what every address names.

    What cannot be taken is told of, and hinders nothing else. Nothing is half stored.
    """
    report = Report()
    wanted = [found for name in names for found in _named(name)]
    for done, name in enumerate(wanted):
        progress(done, len(wanted))
        _take(name, lambda name=name: _read(name, service), report)  # type: ignore[misc]
    progress(len(wanted), len(wanted))
    return report


def refresh(service: Retsinformation, day: date, progress: Progress) -> Report:
    """Ask for a newer text of every act, and take it in where there is one.

    Raises:
        Closed: it is night.
        Unreached: nothing answers; what was taken in until then stays.
    """
    report = Report()
    standing = list(Edition.objects.filter(in_force(day)).order_by("act_id"))
    for done, edition in enumerate(standing):
        progress(done, len(standing))
        newest = service.newest(edition.eli)
        if newest == edition.eli or Edition.objects.filter(eli=newest).exists():
            report.stored.append(Stored(edition, Taken.UNCHANGED))
        else:
            _take(newest, lambda newest=newest: service.text(newest), report)  # type: ignore[misc]
    progress(len(standing), len(standing))
    return report


def _named(name: str) -> Iterator[str]:
    path = Path(name)
    if eli_of(name) is None and path.is_dir():
        found = sorted(one for one in path.rglob("*") if one.suffix.lower() in _ENDINGS)
        yield from map(str, found)
    else:
        yield name


def _read(name: str, service: Retsinformation) -> EditionText:
    eli = eli_of(name)
    if eli and not Path(name).exists():
        return service.text(eli)
    with Path(name).open("rb") as stream:
        return read(stream, name)


def _take(name: str, reading: Callable[[], EditionText], report: Report) -> None:
    try:
        text = reading()
        report.stored.append(store(text))
    except (Unreadable, Closed, Unreached, OSError) as error:
        report.failed.append((name, error))
    else:
        report.remarks += [(name, remark) for remark in text.remarks]
