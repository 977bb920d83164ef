"""Fixed words of methods. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class InputKind(models.TextChoices):
    """What participants do in a step."""

    SILENT_WRITING = "silent_writing", _("Skriv i stilhed")
    QUESTIONS_ONLY = "questions_only", _("Kun spørgsmål")
    LISTENING_TASK = "listening_task", _("Lyt efter én ting")
    CARDS = "cards", pgettext_lazy("cards", "Kort")
    OPTIONS = "options", _("Handlemuligheder")
    DOTS = "dots", _("Stem med prikker")
    LINE = "line", _("Sæt et mærke på en linje")
    ALLOCATION = "allocation", _("Del point ud")
    ANCHORED_NOTES = "anchored_notes", _("Noter til linjer i en tekst")
    STATEMENTS = "statements", _("Udsagn: enig, uenig eller spring over")
    TALK = "talk", _("Samtale")
    ASSUMPTIONS = "assumptions", _("Antagelser")
    NEXT_STEPS = "next_steps", _("Næste skridt")


class Reveal(models.TextChoices):
    """When others see what is written in a step."""

    PRIVATE = "private", _("Kun den, der skriver")
    SHARED_AT_ONCE = "shared_at_once", _("Alle med det samme")
    ON_REVEAL = "on_reveal", _("Alle, når mødelederen viser det")
    FACILITATOR_ONLY = "facilitator_only", _("Kun mødelederen")


class Sees(models.TextChoices):
    """Who a step's instruction is for."""

    EVERYONE = "everyone", pgettext_lazy("people", "Alle")
    FACILITATOR = "facilitator", _("Mødelederen")
    PRESENTER = "presenter", _("Fokuspersonen")
    TEAM = "team", _("Teamet")
    GUESTS = "guests", _("Gæsterne")


class Rule(models.TextChoices):
    """What holds in a step beside the method's rules of conduct."""

    QUESTIONS_ONLY = "questions_only", _("Stil kun spørgsmål")
    SILENT = "silent", _("Vær stille")
    ONE_SIDED = "one_sided", _("Hold dig til din ene opgave")
    NO_ADVICE = "no_advice", _("Giv ikke råd")
    AT_LEAST_THREE = "at_least_three", _("Find mindst tre")


class Ask(models.TextChoices):
    """What is written down in a step, to be found again after the session."""

    OPTIONS_BEFORE = "options_before", _("Handlemuligheder før")
    OPTIONS_AFTER = "options_after", _("Handlemuligheder efter")
    ASSUMPTIONS_BEFORE = "assumptions_before", _("Antagelser før")
    ASSUMPTIONS_AFTER = "assumptions_after", _("Antagelser efter")
    NEXT_STEPS = "next_steps", _("Næste skridt")
    CARRIED_OVER = "carried_over", _("Tages med til næste gang")
