"""Asking Retsinformation, as its rules for machines say: seldom, by name, within its hours.

One call in ten seconds, never between 23:45 and 03:00, and a User-Agent that says who asks
(civilstyrelsen.dk on the service for synchronising data; api.retsinformation.dk).
"""

import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from datetime import time as of_day
from importlib.metadata import version
from tempfile import TemporaryFile
from typing import BinaryIO
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

from handlerum.core.clock import now
from handlerum.legislation.readers import read
from handlerum.legislation.readers.eli import EliMetadata
from handlerum.legislation.readers.eli import read as read_metadata
from handlerum.legislation.texts import EditionText

ADDRESS = "https://www.retsinformation.dk"
_AGENT = f"Handlerum/{version('handlerum')} (+EUPL; videnmobilisering)"
_OPENS, _CLOSES = of_day(3, 0), of_day(23, 45)
_SECONDS_BETWEEN, _PATIENCE = 10.0, 60
#: So many consolidations of one act are followed; more would be a ring.
_STEPS = 20
_ELI = re.compile(r"(?:^|/)eli/(?P<end>lt[a-c]/\d{4}/\d{1,5})(?:[/.?#]|$)")


class Closed(Exception):
    """Retsinformation takes no calls from machines at this hour."""


class Unreached(Exception):
    """Nothing answers; it holds what the network said."""


def eli_of(address: str) -> str | None:
    """The end of a permanent address, such as "lta/2024/1294"; None where it is none."""
    found = _ELI.search(address)
    return found["end"] if found else None


@dataclass
class Retsinformation:
    """The service at an address. It remembers when it was last asked, and waits."""

    address: str = ADDRESS
    wait: float = _SECONDS_BETWEEN
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], datetime] = now
    _asked: float = field(default=float("-inf"), init=False)

    def metadata(self, eli: str) -> EliMetadata:
        """What is told of an edition.

        Raises:
            Closed: it is night.
            Unreached: nothing answers.
            Unreadable: what came is no metadata.
        """
        with self._get(f"/eli/{eli}.json") as stream:
            return read_metadata(stream)

    def text(self, eli: str) -> EditionText:
        """An edition's text. Raises as `metadata`."""
        with self._get(f"/eli/{eli}/xml") as stream:
            return read(stream, eli)

    def newest(self, eli: str) -> str:
        """The newest consolidation of what this edition says. Raises as `metadata`."""
        for _step in range(_STEPS):
            following = self.metadata(eli).consolidated_by
            if not following:
                break
            eli = max(following, key=_by_year)
        return eli

    def _get(self, path: str) -> BinaryIO:
        local = self.clock().astimezone(ZoneInfo("Europe/Copenhagen")).time()
        if not _OPENS <= local < _CLOSES:
            raise Closed
        self._wait()
        request = Request(self.address + path, headers={"User-Agent": _AGENT})  # noqa: S310
        kept = TemporaryFile()  # noqa: SIM115  who asked closes it; some acts are hundreds of MB
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310  our own setting
                shutil.copyfileobj(answer, kept)
        except HTTPError as error:
            raise Unreached(f"{path}: {error.code}") from error
        except (URLError, OSError) as error:
            raise Unreached(str(error)) from error
        kept.seek(0)
        return kept

    def _wait(self) -> None:
        left = self.wait - (time.monotonic() - self._asked)
        if left > 0:
            self.sleep(left)
        self._asked = time.monotonic()


def _by_year(eli: str) -> tuple[int, int]:
    _, year, number = eli.split("/")
    return int(year), int(number)
