"""What is published must not tell about the machine it was made on, or open a door to it."""

import re
from pathlib import Path

from contracts.house import name, tracked

# Written in pieces, so that this file does not find itself.
HOSTS = re.compile(r"py" r"pi\.org|python" r"hosted\.org|registry\.np" r"mjs|deb\.deb" r"ian\.org")
PATHS = re.compile(r"(?<![\w.~-])/(?:wo" r"rk|ho" r"me|ro" r"ot|Us" r"ers)/[\w.-]+")
SECRETS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIV" r"ATE KEY-----"),
    "a GitHub token": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{30,}"),
    "a cloud key": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "a chat token": re.compile(r"\bxox[abprs]-[0-9A-Za-z-]{10,}"),
    "a model service's key": re.compile(r"\bsk-[A-Za-z0-9_-]{24,}"),
    "an address with a password": re.compile(
        r"\b[a-z][a-z0-9+]*://[^\s/:@'\"{}<>]+:[^\s/@'\"{}<>]+@"
    ),
    "a secret written into a setting": re.compile(
        r"(?i)^\s*(?:\w+_)?(?:secret_key|password|api_key|token)\s*=\s*['\"][^'\"\s]{16,}['\"]",
        re.MULTILINE,
    ),
}
NEVER_KEPT = {".env", "secret_key", "id_rsa", "id_ed25519", ".netrc", ".pypirc", ".npmrc"}
DATABASE = re.compile(r"\.(sqlite3?|db|sqlite3-(wal|shm))$")


def texts() -> list[tuple[Path, str]]:
    """The tracked files that are text."""
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found.append((path, data.decode("utf-8", "replace")))
    return found


def hits(pattern: re.Pattern[str], files: list[tuple[Path, str]]) -> list[str]:
    """Where a pattern is found, without repeating a whole secret in a log."""
    return [
        f"  {name(path)}:{text.count(chr(10), 0, match.start()) + 1} {match[0][:24]}"
        for path, text in files
        for match in pattern.finditer(text)
    ]


def test_no_file_names_a_package_registry() -> None:
    found = hits(HOSTS, texts())
    assert not found, (
        "A package registry's address is written down. Each place installs from where it may; "
        "name the package, not the host.\n" + "\n".join(found)
    )


def test_no_file_names_a_folder_of_one_machine() -> None:
    found = hits(PATHS, texts())
    assert not found, (
        "A folder of somebody's machine is written down: it does not exist elsewhere and tells "
        "who was here. Write it from the repository's root.\n" + "\n".join(found)
    )


def test_no_file_holds_what_looks_like_a_secret() -> None:
    files = texts()
    found = [
        f"{line} ({what})" for what, pattern in SECRETS.items() for line in hits(pattern, files)
    ]
    assert not found, (
        "This looks like a secret. Once published it is known for ever: take it out, and make "
        "a new one where it was used.\n" + "\n".join(found)
    )


def test_no_file_of_data_or_keys_is_tracked() -> None:
    found = [
        name(path) for path in tracked() if path.name in NEVER_KEPT or DATABASE.search(path.name)
    ]
    assert not found, f"Data and keys live under HANDLERUM_HOME, never in the repository: {found}"
