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
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ANSWERED = "answered"
    TRIED = "tried"
    LOOKED = "looked"
    NOTED = "noted"
    PUBLISHED = "published"


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
    QUESTION = "question"
    OFFER = "offer"
    TRIAL = "trial"
    PRACTICE = "practice"
    FRAME_REQUEST = "frame_request"
    YEAR_STATUS = "year_status"
