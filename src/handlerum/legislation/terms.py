"""Fixed words of legislation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActKind(models.TextChoices):
    """Who made the rules: the parliament, or a minister under an act."""

    ACT = "act", _("Lov")
    ORDER = "order", _("Bekendtgørelse")


class Gives(models.TextChoices):
    """What a provision gives, read from its own words; possibilities come before duties."""

    MAY = "may", _("Kan")
    DISCRETION = "discretion", _("Konkret vurdering")
    RIGHT = "right", _("Ret for borgeren")
    CONDITION = "condition", _("Betingelse")
    MUST = "must", _("Skal")
