"""A method made one's own, for everybody in the organisation."""

from typing import Any

from django.conf import settings
from django.db import models

from handlerum.organisations.models import Organisation


class Variant(models.Model):
    """The steps of a method as an organisation goes through them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    #: Key of the method that it comes from.
    method = models.CharField(max_length=60)
    steps: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    #: Who made it; nobody when that person was erased.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="variant_name_once")
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.method}"

    @property
    def minutes(self) -> int:
        """What its steps take together, without those that are skipped."""
        return sum(int(one.get("minutes") or 0) for one in self.steps if not one.get("skipped"))
