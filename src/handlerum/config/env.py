"""What the surroundings decide: read once, from HANDLERUM_* environment variables."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from platformdirs import user_data_path

#: Whatever is not local counts as production: a slip of the keyboard must not let anybody in.
PRODUCTION = os.environ.get("HANDLERUM_ENV", "").strip().lower() not in {"", "local"}

#: Everything Handlerum keeps lies under this folder: database, search index, secret key.
HOME = Path(os.environ.get("HANDLERUM_HOME") or user_data_path("handlerum"))


def flag(name: str, default: bool) -> bool:
    """Read a yes/no setting: 1, true, yes and on mean yes; anything else written means no."""
    value = os.environ.get(name, "").strip().lower()
    return value in {"1", "true", "yes", "on"} if value else default


def text(name: str, default: str = "") -> str:
    """Read a setting that is plain text."""
    return os.environ.get(name, default)


def words(name: str, default: str = "") -> list[str]:
    """Read a setting that is a list separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def home() -> Path:
    """The data folder, made on first use and closed to other accounts of the machine."""
    HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    return HOME


def secret_key() -> str:
    """HANDLERUM_SECRET_KEY, or on a local machine one made once and kept in the data folder."""
    given = os.environ.get("HANDLERUM_SECRET_KEY", "")
    if given or PRODUCTION:
        return given
    path = home() / "secret_key"
    try:
        # O_EXCL: two processes started together must not end with different keys.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over. `tls` begins in the clear and changes over; `ssl` never does."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False


def mail_server() -> MailServer:
    """Read HANDLERUM_SMTP, as `smtps://<user>:<password>@host:port`; without it there is none.

    `smtps` is encrypted from the first byte. `smtp` is as soon as there is a password, which must
    not travel in the clear.

    Raises:
        ValueError: it is no such address. What was written is not repeated.
    """
    address = os.environ.get("HANDLERUM_SMTP", "").strip()
    if not address:
        return MailServer()
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # its words may hold a piece of the password
        host, port = "", None
    if not host or parts.scheme not in {"smtp", "smtps"}:
        raise ValueError(
            "HANDLERUM_SMTP must be smtp://host:port or smtps://<user>:<password>@host"
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    ssl, tls = parts.scheme == "smtps", parts.scheme == "smtp" and bool(password)
    return MailServer(host, port or (465 if ssl else 587 if tls else 25), user, password, tls, ssl)
