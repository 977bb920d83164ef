"""Fixed words of insight. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class YearState(models.TextChoices):
    """Where a year status is."""

    DRAFT = "draft", _("Kladde")
    PUBLISHED = "published", _("Udgivet")


class Part(models.TextChoices):
    """The parts of a year status, in the order in which they are read."""

    LEARNED = "learned", _("Det lærte vi")
    WEIGHED = "weighed", _("Det vejede vi og levede med")
    TRIED = "tried", _("Det prøvede vi")
    CHANGED = "changed", _("Det ændrede vi i praksis")
    VOICES = "voices", _("Det manglede vi at høre")
    LEADERSHIP = "leadership", _("Det svarede ledelsen")
    ROOM = "room", _("Handlerummet før og efter")
    PRINCIPLES = "principles", _("Det ville vi stå for")
    AHEAD = "ahead", _("Åbne spørgsmål til næste år")
