"""In production Handlerum refuses to start in a state that would let somebody in."""

import pytest
from django.conf import LazySettings
from django.core.checks import run_checks

from handlerum.config.checks import check_production


def told(settings: LazySettings, *, sign_in: bool, key: str, production: bool = True) -> list[str]:
    """The ids of what the check finds."""
    settings.HANDLERUM_PRODUCTION = production
    settings.HANDLERUM_EXAMPLE_SIGN_IN = sign_in
    settings.SECRET_KEY = key
    return [str(error.id) for error in check_production()]


def test_sign_in_by_one_click_is_refused_in_production(settings: LazySettings) -> None:
    assert told(settings, sign_in=True, key="x" * 40) == ["handlerum.E001"]


@pytest.mark.parametrize("key", ["x", "x" * 39])
def test_a_short_key_is_refused_in_production(settings: LazySettings, key: str) -> None:
    assert told(settings, sign_in=False, key=key) == ["handlerum.E002"]


def test_both_are_told_at_once(settings: LazySettings) -> None:
    assert told(settings, sign_in=True, key="x") == ["handlerum.E001", "handlerum.E002"]


def test_a_safe_production_passes(settings: LazySettings) -> None:
    assert told(settings, sign_in=False, key="x" * 40) == []


def test_a_local_machine_may_have_both(settings: LazySettings) -> None:
    assert told(settings, sign_in=True, key="x", production=False) == []


def test_the_check_is_among_those_that_django_runs(settings: LazySettings) -> None:
    settings.HANDLERUM_PRODUCTION = settings.HANDLERUM_EXAMPLE_SIGN_IN = True

    found = [error for error in run_checks() if error.id == "handlerum.E001"]

    assert found
    assert found[0].is_serious()
