"""A thousand made-up identifiers in as many spellings, and as many sentences without any."""

from bench.identifiers import Variant, clean, variants

from handlerum.privacy.kinds import find


def uncovered(variant: Variant) -> bool:
    """Whether a character of the identifier lies in no place that was found."""
    places = find(variant.text)
    return not all(
        any(place.start <= at < place.end for place in places)
        for at in range(variant.start, variant.end)
    )


def test_every_variant_is_covered_whole() -> None:
    assert [variant.text for variant in variants(1, 1000) if uncovered(variant)] == []


def test_hardly_any_harmless_sentence_is_taken_for_a_person() -> None:
    alarms = [text for text in clean(1, 1000) if any(span.direct for span in find(text))]

    assert len(alarms) < 10, alarms
