"""Fixed words of knowledge. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Form(models.TextChoices):
    """The five forms of knowledge, on an equal footing."""

    EXPERIENCE = "experience", _("Erfaring")
    STATISTICS = "statistics", _("Statistik")
    RESEARCH = "research", _("Forskning")
    THEORY = "theory", _("Teori")
    NARRATIVE = "narrative", _("Fortælling")


class Way(models.TextChoices):
    """The six ways in which knowledge is built."""

    OWN_EXPERIENCE = "own_experience", _("Egen erfaring")
    COLLEAGUES = "colleagues", _("Refleksion med kolleger")
    COLLABORATION = "collaboration", _("Samarbejde med andre aktører")
    OUTSIDERS = "outsiders", _("Mennesker uden for vores praksis")
    REPORTS = "reports", _("Læst eller hørt")
    CITIZENS = "citizens", _("Borgernes egne perspektiver")


class Voice(models.TextChoices):
    """Whose voice speaks."""

    PRACTITIONER = "practitioner", _("Praktiker")
    COLLEAGUE = "colleague", _("Kollega")
    CITIZEN = "citizen", _("Borger")
    EMPLOYER = "employer", _("Arbejdsgiver")
    STUDY_COUNSELLOR = "study_counsellor", _("Studievejleder")
    COMPANY_MENTOR = "company_mentor", _("Virksomhedsmentor")
    VOLUNTEER = "volunteer", _("Frivillig")
    OTHER_ACTOR = "other_actor", _("Anden aktør")
    RESEARCHER = "researcher", _("Forsker")
    LEADER = "leader", _("Leder")
    PUBLIC_BODY = "public_body", _("Myndighed")


class Outcome(models.TextChoices):
    """How what was tried turned out; only for ways 1-3."""

    SUCCEEDED = "succeeded", _("Lykkedes")
    FAILED = "failed", _("Mislykkedes")
    MIXED = "mixed", _("Både-og")
    UNKNOWN = "unknown", _("Ved det ikke endnu")


class Audience(models.TextChoices):
    """Who may read."""

    ME = "me", _("Kun mig")
    TEAM = "team", _("Mit team")
    ORGANISATION = "organisation", _("Hele organisationen")
    FIELD = "field", _("Hele feltet")


class Stance(models.TextChoices):
    """What one contribution says about another."""

    SUPPORTS = "supports", _("Bygger videre på")
    NUANCES = "nuances", _("Nuancerer")
    CHALLENGES = "challenges", _("Modsiger")


class State(models.TextChoices):
    """Where a contribution is in its life."""

    DRAFT = "draft", _("Kladde")
    SHARED = "shared", _("Delt")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")
