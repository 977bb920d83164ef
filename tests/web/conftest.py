"""What every test of a page may ask for."""

from pathlib import Path

import pytest
from django.conf import LazySettings


@pytest.fixture(autouse=True)
def _own_static(settings: LazySettings, tmp_path: Path) -> None:
    """Nobody has collected static files here; an empty folder stands in for them."""
    static = tmp_path / "static"
    static.mkdir()
    settings.STATIC_ROOT = static
