"""Fixed words about people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in one organisation."""

    PRACTITIONER = "practitioner", _("Praktiker")
    KEY_PERSON = "key_person", _("Nøgleperson")
    LEADER = "leader", _("Leder")
    CONSULTANT = "consultant", _("Konsulent")
    ADMINISTRATOR = "administrator", _("Administrator")


class Language(models.TextChoices):
    """Languages on screen."""

    DANISH = "da", "Dansk"
    ENGLISH = "en", "English"
