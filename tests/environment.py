"""Loaded before Django's settings: tests never touch anybody's data folder."""

import atexit
import os
import shutil
import tempfile

import pytest

HOME = tempfile.mkdtemp(prefix="handlerum-test-")
os.environ["HANDLERUM_HOME"] = HOME
os.environ["HANDLERUM_SECRET_KEY"] = "only-for-tests-" * 4
os.environ.pop("HANDLERUM_ENV", None)
# Playwright's synchronous driver runs an event loop, in which Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

#: Folders whose tests may start Handlerum as a program, which then finds the database by itself.
_STARTS_PROGRAMS = ("cli", "config", "e2e")
#: Pages put no questions of their own to the database: the rooms below do, and are tested there. Of
#: the web's tests these go through whole rooms, or need what only PostgreSQL has.
_WHOLE_ROOMS = ("test_outsiders", "test_query_counts", "test_a_whole_session", "reflection/live")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what was run on SQLite and has no reason to differ."""
    if not os.environ.get("HANDLERUM_DATABASE_URL", "").startswith("postgres"):
        return
    same = [item for item in items if not _may_differ(item)]
    config.hook.pytest_deselected(items=same)
    items[:] = [item for item in items if _may_differ(item)]


def _may_differ(item: pytest.Item) -> bool:
    folder = item.nodeid.split("/")[1]
    if folder == "web":
        return any(name in item.nodeid for name in _WHOLE_ROOMS)
    asks = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db") is not None
    return bool(asks) or marked or folder in _STARTS_PROGRAMS
