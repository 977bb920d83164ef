"""The methods that an organisation made its own."""

from django.db.models import QuerySet

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.models import Variant


def variants(reader: Reader) -> QuerySet[Variant]:
    """The variants of the reader's organisation, with who made them."""
    return Variant.objects.filter(organisation_id=reader.organisation_id).select_related("by")


def variant(reader: Reader, variant_id: int) -> Variant:
    """One variant of the reader's organisation.

    Raises:
        Denied: there is none of that id.
    """
    found = variants(reader).filter(id=variant_id).first()
    if found is None:
        raise Denied
    return found
