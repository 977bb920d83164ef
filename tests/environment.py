"""Loaded before Django's settings: tests never touch anybody's data folder."""

import atexit
import os
import shutil
import tempfile

HOME = tempfile.mkdtemp(prefix="handlerum-test-")
os.environ["HANDLERUM_HOME"] = HOME
os.environ["HANDLERUM_SECRET_KEY"] = "only-for-tests-" * 4
os.environ.pop("HANDLERUM_ENV", None)
# Playwright's synchronous driver runs an event loop, in which Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
