"""Tables of contributions, their versions, sources, topics and links."""

from django.conf import settings
from django.db import models

from handlerum.knowledge.terms import Audience, Form, Outcome, Stance, State, Voice, Way
from handlerum.organisations.models import Organisation, Team


class Source(models.Model):
    """Where something was read or heard. A row never changes: versions point at it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sources")
    title = models.CharField(max_length=300)
    authors = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "title"], name="source_by_title")]

    def __str__(self) -> str:
        made_by = ", ".join(filter(None, [self.authors, str(self.year or ""), self.publisher]))
        named = self.title or self.url
        return f"{named} ({made_by})" if named and made_by else named or made_by


class Topic(models.Model):
    """A word from the organisation's own vocabulary."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="topics")
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="topic_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Content(models.Model):
    """What a contribution says: the part that has versions."""

    form = models.CharField(max_length=20, choices=Form)
    way = models.CharField(max_length=20, choices=Way)
    voice = models.CharField(max_length=20, choices=Voice)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    title = models.CharField(max_length=150, blank=True)
    text = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    participants = models.CharField(max_length=300, blank=True)
    context = models.CharField(max_length=300, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    law_date = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


#: The fields of Content, in the order in which a history shows them.
CONTENT_FIELDS = tuple(field.name for field in Content._meta.local_fields)


class Contribution(Content):
    """One piece of knowledge: its newest content, who may read it, and where it is in its life."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contributions")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="contributions"
    )
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.TEAM)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    topics = models.ManyToManyField(Topic, related_name="contributions", blank=True)
    #: What its author kept knowing that it points to somebody: key -> choice.
    kept = models.JSONField(default=dict, blank=True)
    is_example = models.BooleanField(default=False)
    #: What an import knows it by, so that importing again changes nothing; empty for the rest.
    import_key = models.CharField(max_length=120, null=True, blank=True)  # noqa: DJ001
    #: Number of the newest shared version, 0 for a draft. Guards against two edits at once.
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "import_key"], name="import_key_once")
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "-shared_at"], name="browse_newest"),
            models.Index(fields=["author", "-changed_at"], name="mine_newest"),
            # Holds all that access asks for, so that counting reads the index alone.
            models.Index(
                fields=["organisation", "state", "audience", "team", "author", "form"],
                name="count_readable",
            ),
            # The same for the overview, in the order in which it counts.
            models.Index(
                fields=["organisation", "state", "form", "way", "voice", "audience", "team"],
                name="count_by_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"


class Version(Content):
    """What a contribution said when it was shared, the first time and after each change."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    #: Who could read it then: somebody let in later does not read what was said before.
    audience = models.CharField(max_length=20, choices=Audience)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="version_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.number}"


class Link(models.Model):
    """What one contribution says about another: builds on it, nuances it, contradicts it."""

    origin = models.ForeignKey(Contribution, models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Contribution, models.CASCADE, related_name="links_in")
    stance = models.CharField(max_length=20, choices=Stance)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "target"], name="link_once")]

    def __str__(self) -> str:
        return f"{self.origin_id} {self.stance} {self.target_id}"
