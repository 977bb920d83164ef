"""Tables of acts, their editions over time, and how an organisation reads a provision."""

from django.conf import settings
from django.db import models

from handlerum.core.text import shorten
from handlerum.legislation.terms import ActKind, Gives
from handlerum.organisations.models import Organisation


class Act(models.Model):
    """An act or an order through time, whichever text of it is in force."""

    key = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=ActKind)
    name = models.CharField(max_length=500)
    #: What people call it, such as LAB; empty where we know no such name.
    short = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.short or shorten(self.name, 70)


class Edition(models.Model):
    """One text of an act, in force from one day to another."""

    act = models.ForeignKey(Act, models.CASCADE, related_name="editions")
    eli = models.CharField(max_length=60, unique=True)
    document_kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    ministry = models.CharField(max_length=200, blank=True)
    signed = models.DateField()
    in_force_from = models.DateField()
    #: When it says itself that it ends; None where it does not.
    ended = models.DateField(null=True, blank=True)
    #: The first day on which it is no longer in force; None while it is.
    in_force_to = models.DateField(null=True, blank=True)
    #: Of everything that was read, so that the same file again changes nothing.
    digest = models.CharField(max_length=64)
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [models.Index(fields=["act", "-in_force_from"], name="edition_by_date")]

    def __str__(self) -> str:
        return self.eli

    @property
    def address(self) -> str:
        """Where it is announced, for good (the European Legislation Identifier)."""
        return f"https://www.retsinformation.dk/eli/{self.eli}"


class Section(models.Model):
    """A § of one edition."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sections")
    number = models.CharField(max_length=12)
    place = models.PositiveIntegerField()
    chapter = models.CharField(max_length=12, blank=True)
    chapter_title = models.CharField(max_length=500, blank=True)
    heading = models.CharField(max_length=500, blank=True)
    #: Of its text alone: two editions that say the same have the same.
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="section_number_once")
        ]

    def __str__(self) -> str:
        return f"§ {self.number}"

    @property
    def slug(self) -> str:
        """Its number as addresses have it: 13a."""
        return self.number.replace(" ", "")


class Subsection(models.Model):
    """A stk. of a §, with its numbers."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="subsections")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    #: Its numbers and letters in order: [["1", "text"], ["1 a", "text"] …].
    points = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["section", "number"], name="subsection_number_once")
        ]

    def __str__(self) -> str:
        return f"stk. {self.number}"


class Correction(models.Model):
    """How an organisation reads a provision, where the rules read it otherwise. Never the text."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    act = models.ForeignKey(Act, models.CASCADE, related_name="corrections")
    section = models.CharField(max_length=12)
    subsection = models.PositiveSmallIntegerField()
    gives = models.CharField(max_length=12, choices=Gives)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)
    #: Of the text that was read; another text has to be read anew.
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "act", "section", "subsection"], name="correction_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.act_id} § {self.section} stk. {self.subsection}: {self.gives}"


class Cited(models.Model):
    """That something cites a provision. Other rooms lie above, so what cites is a plain id.

    The act is named by its key: it may be imported later, or never.
    """

    thing = models.CharField(max_length=20)
    thing_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField()
    act_key = models.SlugField(max_length=120)
    section = models.CharField(max_length=12)
    subsection = models.PositiveSmallIntegerField(null=True, blank=True)
    #: The day whose law was meant.
    as_of = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["act_key", "section", "thing"], name="cited_by_section"),
            models.Index(fields=["thing", "thing_id"], name="cited_by_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.thing_id}: {self.act_key} § {self.section}"
