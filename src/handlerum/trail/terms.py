"""Fixed words of the trail."""

from django.db import models


class Verb(models.TextChoices):
    """What somebody did."""

    CREATED = "created"
    EDITED = "edited"
    SHARED = "shared"
    WITHDREW = "withdrew"
    DELETED = "deleted"
    ERASED = "erased"
    LINKED = "linked"
    IMPORTED = "imported"
    INVITED = "invited"
    JOINED = "joined"
    CHANGED = "changed"
    LEFT = "left"
    WEIGHED = "weighed"
    PROPOSED = "proposed"
    CHOSE = "chose"
    CLOSED = "closed"


class Thing(models.TextChoices):
    """Which kind of thing it was done to."""

    CONTRIBUTION = "contribution"
    LINK = "link"
    ORGANISATION = "organisation"
    TEAM = "team"
    MEMBERSHIP = "membership"
    INVITATION = "invitation"
    DILEMMA = "dilemma"
    CONSIDERATION = "consideration"
    EDITION = "edition"
    CORRECTION = "correction"
    SESSION = "session"
