"""What day it is, is asked in Denmark."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from handlerum.core import clock


def test_just_after_midnight_in_denmark_it_is_already_tomorrow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evening_in_london = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: evening_in_london)

    assert clock.today().isoformat() == "2026-07-01"
    assert clock.now() == evening_in_london


def test_the_present_moment_knows_its_time_zone() -> None:
    assert clock.now().utcoffset() is not None
