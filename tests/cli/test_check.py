"""`handlerum check`."""

import pytest
from django.conf import LazySettings

from cast import Cast, shared
from cli.running import handlerum
from handlerum.search.services import catch_up


def test_all_is_well_when_the_index_follows(cast: Cast, settings: LazySettings) -> None:
    catch_up()

    ended = handlerum("check")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"Alt er i orden. Data ligger i {settings.HANDLERUM_INDEX.parent}\n"


def test_an_index_that_lags_is_told_with_what_to_do(cast: Cast) -> None:
    catch_up()
    shared(cast)

    ended = handlerum("check")

    assert ended.code == 1
    assert "2 hændelser bagud. Kør: handlerum index rebuild" in ended.err


def test_an_unsafe_setting_is_told(cast: Cast, settings: LazySettings) -> None:
    catch_up()
    settings.HANDLERUM_PRODUCTION = True
    settings.HANDLERUM_EXAMPLE_SIGN_IN = True

    ended = handlerum("check")

    assert ended.code == 1
    assert "handlerum.E001" in ended.err


def test_a_database_that_lacks_changes_is_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.migrations.executor import MigrationExecutor

    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_, **__: [("x", False)])

    ended = handlerum("check")

    assert ended.code == 1
    assert "Databasen mangler ændringer." in ended.err
