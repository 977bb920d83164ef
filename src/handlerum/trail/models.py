"""The table of the trail."""

from django.db import models

from handlerum.trail.terms import Thing, Verb


class Entry(models.Model):
    """One thing that happened. Its id is the cursor: followers ask what came after it.

    Other rooms lie above this one, so people and things are plain ids, without foreign keys.
    """

    at = models.DateTimeField(auto_now_add=True)
    organisation_id = models.BigIntegerField()
    actor_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=20, choices=Verb)
    thing = models.CharField(max_length=20, choices=Thing)
    thing_id = models.BigIntegerField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["thing", "thing_id"], name="trail_by_thing")]

    def __str__(self) -> str:
        return f"{self.id} {self.verb} {self.thing} {self.thing_id}"
