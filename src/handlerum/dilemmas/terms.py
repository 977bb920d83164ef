"""Fixed words of dilemmas. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DilemmaState(models.TextChoices):
    """Where a dilemma is. Nothing moves by itself, and every state may be left again."""

    OPEN = "open", _("Åbent")
    IN_REFLECTION = "in_reflection", _("Under refleksion")
    LIVED_WITH = "lived_with", _("Vi lever med det")
    DISSOLVED = "dissolved", _("Opløst")


class Bearer(models.TextChoices):
    """Whose a consideration is, and for whom an option has consequences."""

    CITIZEN = "citizen", _("Borgeren")
    EMPLOYER = "employer", _("Arbejdsgiveren")
    LAW = "law", _("Loven")
    COLLEAGUES = "colleagues", _("Kollegerne")
    LEADERSHIP = "leadership", _("Ledelsen")
    COMMUNITY = "community", _("Fællesskabet")
    RELATIVES = "relatives", _("De pårørende")
    PARTNER = "partner", _("Samarbejdspartneren")
    MYSELF = "myself", _("Mig som fagperson")


class Question(models.TextChoices):
    """What is asked to see whether a dilemma is a false one."""

    SIDE_WRONG = "side_wrong", _("Er en af siderne simpelthen forkert?")
    IN_TURN = "in_turn", _("Kan begge dele lade sig gøre, det ene efter det andet?")
    FACT_MISSING = "fact_missing", _("Mangler vi at få noget at vide?")
    THIRD_WAY = "third_way", _("Er der en tredje vej?")


class Reply(models.TextChoices):
    """An answer to one of those questions."""

    YES = "yes", _("Ja")
    NO = "no", _("Nej")
    UNSURE = "unsure", _("Ved ikke")


class Verdict(models.TextChoices):
    """What the people who asked conclude. Never concluded by itself."""

    REAL = "real", _("Det er et ægte dilemma")
    FALSE = "false", _("Det er ikke et ægte dilemma")
    UNSURE = "unsure", _("Vi ved det ikke endnu")
