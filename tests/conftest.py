"""What every test may ask for: the cast, a fresh index, and readers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from hypothesis import settings as hypothesis

from cast import Cast, make_cast
from handlerum.search.services import catch_up

# Tests are never timed: a busy machine must not make one fail.
hypothesis.register_profile("house", deadline=None)
hypothesis.load_profile("house")


@pytest.fixture(autouse=True)
def _own_index(settings: LazySettings, tmp_path: Path) -> None:
    """Every test has an index of its own, and quick static files and passwords."""
    settings.HANDLERUM_INDEX = tmp_path / "index"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> Cast:
    """Anna owns, Bo is on her team, Carla must see nothing."""
    return make_cast()


@pytest.fixture
def indexed() -> Callable[[], int]:
    """A function that brings the index up to date."""
    return catch_up
