"""Settings as they are in production, read by a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NAMES = (
    "DEBUG",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "HANDLERUM_EXAMPLE_SIGN_IN",
    "ALLOWED_HOSTS",
)
READ = f"""
import json
from django.conf import settings
print(json.dumps({{name: getattr(settings, name) for name in {NAMES!r}}}))
"""
ANSWER = """
import json, sys, django
django.setup()
from django.test import Client
from django.urls import reverse
answer = Client().post(reverse("language"), {"language": "en"}, secure=True)
plain = Client().get(reverse("account_login"))
print(json.dumps({
    "cookie": answer.cookies["handlerum_language"].OutputString(),
    "moved": plain.headers.get("Location", ""),
    "hsts": answer.headers.get("Strict-Transport-Security", ""),
}))
"""


def python(code: str, home: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process whose surroundings are those of a server."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("HANDLERUM_")}
    environment = {
        **kept,
        "DJANGO_SETTINGS_MODULE": "handlerum.config.settings",
        "HANDLERUM_HOME": str(home),
        "HANDLERUM_SECRET_KEY": "a-long-key-that-only-tests-use-" * 2,
        "HANDLERUM_ENV": "production",
        **changed,
    }
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def read(code: str, home: Path, **changed: str) -> dict[str, Any]:
    """What the process printed, which must have ended well."""
    done = python(code, home, **changed)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_cookies_travel_over_https_alone(tmp_path: Path) -> None:
    found = read(READ, tmp_path)

    assert found["SESSION_COOKIE_SECURE"] is True
    assert found["CSRF_COOKIE_SECURE"] is True
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SECURE_HSTS_SECONDS"] >= 60 * 60 * 24 * 180


def test_neither_details_nor_example_people_are_shown(tmp_path: Path) -> None:
    found = read(READ, tmp_path)

    assert found["DEBUG"] is False
    assert found["HANDLERUM_EXAMPLE_SIGN_IN"] is False
    assert "*" not in found["ALLOWED_HOSTS"]


def test_a_page_asked_for_in_the_clear_moves_to_https(tmp_path: Path) -> None:
    found = read(ANSWER, tmp_path)

    assert found["moved"].startswith("https://")
    assert "max-age=" in found["hsts"]
    assert "Secure" in found["cookie"]


def test_on_ones_own_machine_it_works_without_https(tmp_path: Path) -> None:
    found = read(READ, tmp_path, HANDLERUM_ENV="local")

    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["SECURE_SSL_REDIRECT"] is False
    assert found["HANDLERUM_EXAMPLE_SIGN_IN"] is True


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"HANDLERUM_EXAMPLE_SIGN_IN": "1"}, "handlerum.E001"),
        ({"HANDLERUM_SECRET_KEY": "for kort"}, "handlerum.E002"),
    ],
)
def test_it_refuses_to_start_in_a_state_that_lets_anybody_in(
    tmp_path: Path, changed: dict[str, str], why: str
) -> None:
    check = "import django; django.setup(); from django.core.management import call_command; "

    done = python(check + "call_command('check')", tmp_path, **changed)

    assert done.returncode != 0
    assert why in done.stderr


def test_without_a_key_of_its_own_it_does_not_start(tmp_path: Path) -> None:
    check = "import django; django.setup(); from django.core.management import call_command; "

    done = python(check + "call_command('check')", tmp_path, HANDLERUM_SECRET_KEY="")

    assert done.returncode != 0
    assert not (tmp_path / "secret_key").exists()
