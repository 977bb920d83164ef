"""Fixed words of sparring. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionState(models.TextChoices):
    """Where a question is."""

    OPEN = "open", _("Venter")
    TAKEN = "taken", _("I gang")
    ANSWERED = "answered", _("Har fået svar")
    CLOSED = "closed", _("Afsluttet")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")


class Turn(models.TextChoices):
    """Whom a question waits for."""

    ASKED = "asked"
    HOLDER = "holder"
    ASKER = "asker"
    NOBODY = "nobody"
