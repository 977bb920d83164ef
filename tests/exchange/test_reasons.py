"""Why a file could not be read, in words."""

import pytest
from django.utils import translation

from handlerum.exchange.readers import Reason
from handlerum.exchange.reasons import in_words


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_reason_is_a_sentence_of_its_own_in_both_languages(language: str) -> None:
    with translation.override(language):
        said = [in_words(reason) for reason in Reason]

    assert len(set(said)) == len(Reason)
    assert all(sentence.endswith(".") and "%" not in sentence for sentence in said)


def test_the_limit_is_told() -> None:
    assert in_words(Reason.too_large) == "Filen er for stor: højst 25 MB."
