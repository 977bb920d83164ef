"""Fixed words of live sessions. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SessionState(models.TextChoices):
    """Where a session is. It only moves forwards."""

    PREPARING = "preparing", _("Forberedes")
    RUNNING = "running", _("I gang")
    CLOSED = "closed", _("Afsluttet")


class SubjectKind(models.TextChoices):
    """What a session is about."""

    DILEMMA = "dilemma", _("Et dilemma")
    CONTRIBUTION = "contribution", _("Et bidrag")
    QUESTION = "question", _("Et spørgsmål")
    PROCEDURE = "procedure", _("En arbejdsgang")


class EntryKind(models.TextChoices):
    """What a participant wrote or chose in a step."""

    TEXT = "text", _("Tekst")
    CARD = "card", pgettext_lazy("card", "Kort")
    QUESTION = "question", _("Spørgsmål")
    STATEMENT = "statement", _("Udsagn")
    NOTE = "note", _("Note")
    DOTS = "dots", _("Prikker")
    LINE = "line", _("Sted på en linje")
    VOTE = "vote", pgettext_lazy("answer to a statement", "Stemme")
    ALLOCATION = "allocation", _("Fordeling af point")


#: Kinds of entries that are chosen and not written. They are counted, and shown to nobody else.
CHOSEN = (EntryKind.DOTS, EntryKind.LINE, EntryKind.VOTE, EntryKind.ALLOCATION)


class Phase(models.TextChoices):
    """Whether something was thought before or after the session."""

    BEFORE = "before", _("Før")
    AFTER = "after", _("Efter")


class Vote(models.TextChoices):
    """What a participant says to a statement."""

    AGREE = "agree", _("Enig")
    DISAGREE = "disagree", _("Uenig")
    PASS = "pass", _("Spring over")


class Typed(models.TextChoices):
    """The kinds of rows that hold participants' own words."""

    ENTRY = "entry", pgettext_lazy("what was written in a step", "Svar")
    OPTION = "option", _("Mulighed")
    ASSUMPTION = "assumption", _("Antagelse")
    NEXT_STEP = "next_step", _("Næste skridt")
    CARRIED = "carried", _("Tages med til næste gang")


class Happened(models.TextChoices):
    """The log of a session: what happened, in words that tell nothing of what was said."""

    PREPARED = "prepared"
    INVITED = "invited"
    JOINED = "joined"
    ASSIGNED = "assigned"
    STARTED = "started"
    STEPPED = "stepped"
    PROLONGED = "prolonged"
    REORDERED = "reordered"
    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"
    LAID_OUT = "laid_out"
    REVEALED = "revealed"
    WROTE = "wrote"
    WITHDREW = "withdrew"
    GROUPED = "grouped"
    UNDID = "undid"
    HANDED_OVER = "handed_over"
    TOOK_OVER = "took_over"
    AGREED = "agreed"
    PUBLISHED = "published"
    KEPT = "kept"
    CLOSED = "closed"
    FORGOT = "forgot"
