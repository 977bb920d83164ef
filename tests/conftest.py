"""What every test may ask for: the cast, a fresh index, and readers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from hypothesis import settings as hypothesis

from cast import Cast, make_cast
from handlerum.knowledge.terms import Form
from handlerum.search.fitted import Fit, FormFit
from handlerum.search.services import catch_up

# Tests are never timed: a busy machine must not make one fail.
hypothesis.register_profile("house", deadline=None)
hypothesis.load_profile("house")


@pytest.fixture(autouse=True)
def _own_index(settings: LazySettings, tmp_path: Path) -> None:
    """Every test has an index of its own, and quick static files and passwords."""
    settings.HANDLERUM_INDEX = tmp_path / "index"
    # By words alone; tests of meaning say which encoder.
    settings.HANDLERUM_ENCODER = "none"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _plain_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown in tests does not hang on numbers that are fitted anew now and then."""
    plain = FormFit(weight=1.0, scores=(0.0, 1.0), chances=(0.0, 1.0), threshold=0.18)
    fit = Fit("none", "plain", dict.fromkeys(Form.values, plain))
    monkeypatch.setattr("handlerum.search.queries.words_fit", lambda: fit)


@pytest.fixture
def cast(db: None) -> Cast:
    """Anna owns, Bo is on her team, Carla must see nothing."""
    return make_cast()


@pytest.fixture
def indexed() -> Callable[[], int]:
    """A function that brings the index up to date."""
    return catch_up
