"""Topics: words of an organisation's own."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Topic
from handlerum.knowledge.queries import topics, topics_of


def test_the_same_word_in_other_letters_is_the_same_topic(cast: Cast) -> None:
    shared(cast, "anna", topics=("Angst", "ærlig  hed", "IDÉ"))
    shared(cast, "bo", topics=(" angst ", "ÆRLIG hed", "ide"))

    assert topics(cast.reader("erik")) == ["angst", "ide", "ærlig hed"]
    assert Topic.objects.count() == 3


def test_words_that_differ_in_a_danish_letter_are_topics_of_their_own(cast: Cast) -> None:
    shared(cast, topics=("får", "far", "fær"))

    assert topics(cast.reader("anna")) == ["far", "fær", "får"]


def test_each_organisation_has_its_own_words(cast: Cast) -> None:
    shared(cast, "anna", topics=("angst",))
    shared(cast, "carla", topics=("angst", "fremmøde"))

    assert topics(cast.reader("anna")) == ["angst"]
    assert topics(cast.reader("carla")) == ["angst", "fremmøde"]
    assert Topic.objects.filter(name="angst").count() == 2


def test_a_topic_of_something_hidden_is_not_told(cast: Cast) -> None:
    drafted(cast, "anna", topics=("hemmeligt",))
    shared(cast, "anna", audience="team", topics=("teamets",))

    assert topics(cast.reader("bo")) == ["teamets"]
    assert topics(cast.reader("erik")) == topics(cast.reader("carla")) == []


def test_a_contributions_topics_stand_in_danish_order(cast: Cast) -> None:
    row = shared(cast, topics=("øvelse", "angst", "aabenhed", "ære"))

    assert topics_of(row) == ["angst", "ære", "øvelse", "aabenhed"]


@pytest.mark.parametrize("given", [(), ("", "  "), ("\u0301",)])
def test_a_topic_without_letters_is_none(cast: Cast, given: tuple[str, ...]) -> None:
    assert topics_of(shared(cast, topics=given)) == []
