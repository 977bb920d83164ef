"""How an import test imports: as Anna, for the organisation, without a progress bar."""

from pathlib import Path
from typing import Any

from cast import Cast, report
from handlerum.exchange.services import Report, import_paths
from handlerum.knowledge.telling import SourceTelling


def imported(cast: Cast, *paths: Path, by: str = "anna", **changed: Any) -> Report:
    """Import the paths as research told by reports; name what should differ."""
    like = report(title="", text="", source=SourceTelling(), **changed)
    return import_paths(cast.reader(by), paths, like, lambda name, done, total: None)
