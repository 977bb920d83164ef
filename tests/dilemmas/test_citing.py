"""A dilemma that speaks of the law stands on the page of the section, for those who may read it."""

from cast import Cast
from dilemmas.making import asked, safety, trust
from handlerum.core.clock import today
from handlerum.dilemmas.queries.lists import citing
from handlerum.dilemmas.services import delete, edit, make
from handlerum.legislation.citing import citations_of
from handlerum.legislation.models import Cited
from handlerum.trail.terms import Thing
from legislation.acts import KEY, stored

TEXT = "Efter LAB § 36 kan vi tilbyde en mentor, men han vil ikke."


def test_it_is_noted_changed_and_forgotten_with_the_words(cast: Cast) -> None:
    reader = cast.reader("anna")
    dilemma = make(reader, asked(text=TEXT), [trust(), safety()])
    assert [one.id for one in citing(cast.reader("bo"), KEY, "36")] == [dilemma.id]
    assert citing(cast.reader("carla"), KEY, "36") == []

    edit(reader, dilemma.id, asked(text="Efter LAB § 40."), version=dilemma.version)
    assert citing(reader, KEY, "36") == []
    assert [one.id for one in citing(reader, KEY, "40")] == [dilemma.id]

    delete(reader, dilemma.id)
    assert not Cited.objects.exists()


def test_it_says_when_the_law_is_there(cast: Cast) -> None:
    stored()
    dilemma = make(cast.reader("anna"), asked(text=TEXT), [trust(), safety()])

    (found,) = citations_of(Thing.DILEMMA, [dilemma.id], today())

    assert found.label == "LAB § 36"
    assert found.act is not None
