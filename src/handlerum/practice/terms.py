"""Fixed words of practice. docs/ordbog.md holds the same words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TrialState(models.TextChoices):
    """Where a trial is."""

    UNDER_WAY = "under_way", _("I gang")
    TOLD = "told", _("Fortalt")
    DROPPED = "dropped", _("Opgivet")


class PracticeKind(models.TextChoices):
    """What sort of agreed practice it is."""

    DECISION = "decision", _("Beslutning")
    PROCEDURE = "procedure", _("Arbejdsgang")
    INTERVENTION = "intervention", _("Indsatsbeskrivelse")


class PracticeState(models.TextChoices):
    """Whether a practice holds."""

    IN_USE = "in_use", _("I brug")
    RETIRED = "retired", _("Ikke i brug mere")


class NoteKind(models.TextChoices):
    """What is said of a practice beside its text."""

    ASSUMPTION = "assumption", _("Vi antager at …")
    EXCEPTION = "exception", _("Undtagelse")
    DOUBT = "doubt", _("Tvivl")


class FlagReason(models.TextChoices):
    """Why a practice asks to be looked at again."""

    GAP = "gap", _("Noget, den står på, er væk")
    CONTRADICTED = "contradicted", _("Noget, den står på, er modsagt")
    LAW_CHANGED = "law_changed", _("Loven under den er ændret")
    ONE_FORM = "one_form", _("Den står på kun én form for viden")
    ONE_VOICE = "one_voice", _("Den står på kun én stemme")
    NO_BASIS = "no_basis", _("Den står ikke på nogen viden")
    NEVER_REFLECTED = "never_reflected", _("Ingen har set kritisk på den")
    DATE_PASSED = "date_passed", _("Dagen for det kritiske blik er gået")
    EXCEPTIONS = "exceptions", _("Der er skrevet tre undtagelser")


class Narrower(models.TextChoices):
    """What a named reader says of a place that may be narrower than the law."""

    YES = "yes", _("Ja, den er snævrere end loven")
    NO = "no", _("Nej, den følger loven")


class FrameKind(models.TextChoices):
    """Which condition hinders."""

    SPARRING_TIME = "sparring_time", _("Tid til sparring")
    CASELOAD = "caseload", _("Antal sager")
    LOCAL_RULE = "local_rule", _("En lokal regel")
    PARTNER_ACCESS = "partner_access", _("Adgang til en samarbejdspartner")
    TOOLS = "tools", _("Redskaber og systemer")
    OTHER = "other", _("Noget andet")


class FrameAnswer(models.TextChoices):
    """What a leader answers to a frame request."""

    GRANTED = "granted", _("Ja")
    PARTLY = "partly", _("Delvist")
    LATER = "later", _("Ikke nu")
    DECLINED = "declined", _("Nej")
