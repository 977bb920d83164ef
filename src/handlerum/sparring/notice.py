"""What a notice says: that sparring waits for somebody, and nothing of what it is about."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def subject() -> str:
    """The line above a notice. It names nothing: mailboxes show it to whoever looks."""
    return _("Sparring venter på dig")


def body(count: int, address: str) -> str:
    """The text of a notice, in the language that is active.

    Args:
        count: how many questions wait that the person was not told of.
        address: where Handlerum is, as `https://handlerum.example`; empty where that is not known.
    """
    waiting = ngettext(
        "Ét spørgsmål i Handlerum venter på dig.",
        "%(n)s spørgsmål i Handlerum venter på dig.",
        count,
    ) % {"n": count}
    where = f"\n{address}/sparring/" if address else ""
    calm = _("Du kan altid sige: Jeg kan ikke lige nu. Du skal ikke sige hvorfor.")
    return f"{waiting}{where}\n\n{calm}"
