"""The text that is proposed for each part of a year status: plain sentences built from counts.

Danish whoever asks, and so not translated: the text is stored, and people write on in it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils import translation

from handlerum.insight.terms import Part
from handlerum.knowledge.terms import Form, Voice

Facts = Mapping[str, Any]


def proposed(part: str, facts: Facts) -> str:
    """What the figures of a part say, as paragraphs."""
    with translation.override("da"):  # the names of forms and voices
        return "\n\n".join(filter(None, _SAID[Part(part)](facts)))


def _said(n: int, one: str, many: str, none: str = "") -> str:
    """The sentence for so many; `{n}` stands for the number."""
    return none if not n else (one if n == 1 else many).format(n=n)


def _learned(facts: Facts) -> Iterable[str]:
    yield _said(
        facts["told"],
        "Der blev delt ét bidrag, som hele organisationen kan læse.",
        "Der blev delt {n} bidrag, som hele organisationen kan læse.",
        "Ingen delte bidrag med hele organisationen i perioden.",
    )
    if not facts["nominated"]:
        yield "Ingen har indstillet en vigtig ændring endnu."
        return
    yield _said(
        facts["nominated"],
        "Kolleger indstillede én vigtig ændring.",
        "Kolleger indstillede {n} vigtige ændringer.",
    )
    yield _said(
        facts["chosen"],
        "Vi valgte én af dem. Den står her, og hvorfor vi valgte den.",
        "Vi valgte {n} af dem. De står her, og hvorfor vi valgte dem.",
        "Vi har ikke valgt mellem dem endnu.",
    )


def _weighed(facts: Facts) -> Iterable[str]:
    yield _said(
        facts["made"],
        "Vi lagde ét nyt dilemma på vægten.",
        "Vi lagde {n} nye dilemmaer på vægten.",
        "Vi lagde ingen nye dilemmaer på vægten.",
    )
    yield _said(facts["chosen"], "Vi traf ét valg.", "Vi traf {n} valg.")
    yield _said(
        facts["owed"],
        "Én gang skrev vi, hvad vi stadig skylder.",
        "{n} gange skrev vi, hvad vi stadig skylder.",
    )
    yield _said(
        facts["states"]["lived_with"],
        "Vi lever med ét dilemma, som ikke kan løses.",
        "Vi lever med {n} dilemmaer, som ikke kan løses.",
    )
    yield _said(
        facts["states"]["dissolved"],
        "Ét dilemma blev opløst. Vi fandt en vej uden om det.",
        "{n} dilemmaer blev opløst. Vi fandt en vej uden om dem.",
    )


def _tried(facts: Facts) -> Iterable[str]:
    yield _said(
        facts["begun"],
        "Vi begyndte på én prøvehandling.",
        "Vi begyndte på {n} prøvehandlinger.",
        "Vi begyndte ikke på nogen prøvehandlinger.",
    )
    told = facts["told"]
    if ended := sum(told.values()):
        yield (
            _said(ended, "Vi har fortalt om én af dem.", "Vi har fortalt om {n}.")
            + " {failed} mislykkedes, {mixed} var både-og, og {succeeded} lykkedes.".format(**told)
            + _said(told["unknown"], " Én ved vi ikke endnu.", " {n} ved vi ikke endnu.")
            + " Vi lærer af dem alle."
        )
    yield _said(facts["under_way"], "Én er i gang nu.", "{n} er i gang nu.")
    yield _said(facts["dropped"], "Én blev opgivet.", "{n} blev opgivet.")


def _changed(facts: Facts) -> Iterable[str]:
    yield _said(
        facts["new"],
        "Vi aftalte én ny praksis.",
        "Vi aftalte {n} nye praksisser.",
        "Vi aftalte ingen ny praksis.",
    )
    yield _said(
        facts["changed"],
        "Vi ændrede praksis én gang. Hvorfor, står her.",
        "Vi ændrede praksis {n} gange. Hvorfor, står her.",
        "Vi ændrede ikke det, vi havde aftalt før.",
    )
    yield _said(
        facts["looks"],
        "Vi så kritisk på en praksis én gang.",
        "Vi så kritisk på en praksis {n} gange.",
        "Vi så ikke kritisk på nogen praksis.",
    )
    yield _said(
        facts["looked_together"],
        "Én gang gjorde vi det sammen på et møde.",
        "{n} gange gjorde vi det sammen på et møde.",
    )
    yield _said(
        facts["settled"],
        "Én undtagelse eller tvivl fik et svar.",
        "{n} undtagelser eller tvivl fik et svar.",
    )


def _voices(facts: Facts) -> Iterable[str]:
    if facts["few"]:
        yield (
            "Færre end fem mennesker har delt med hele organisationen. Derfor viser vi ingen tal "
            "om former og stemmer."
        )
        return
    forms, voices = facts["silent_forms"], facts["silent_voices"]
    yield (
        f"Vi hørte intet i disse former: {_named(forms, Form)}."
        if forms
        else "Alle fem former for viden er der."
    )
    yield (
        f"Vi hørte intet fra disse stemmer: {_named(voices, Voice)}."
        if voices
        else "Alle stemmer er hørt."
    )
    yield "Et tomt felt i tabellen er også viden. Her har ingen fortalt noget."


def _leadership(facts: Facts) -> Iterable[str]:
    yield _said(
        facts["asked"],
        "Vi bad ledelsen om andre rammer én gang.",
        "Vi bad ledelsen om andre rammer {n} gange.",
        "Ingen bad ledelsen om andre rammer.",
    )
    answered = sum(facts["answers"].values())
    yield _said(answered, "Ledelsen svarede én gang.", "Ledelsen svarede {n} gange.")
    yield _said(facts["waiting"], "Ét ønske har ikke fået svar.", "{n} ønsker har ikke fået svar.")
    yield _said(facts["late"], "For ét af dem er dagen gået.", "For {n} af dem er dagen gået.")


def _room(facts: Facts) -> Iterable[str]:
    if not facts["sessions"]:
        yield "Ingen møder var åbne for hele organisationen. Derfor er der intet at tælle her."
        return
    if facts["few"]:
        yield "Færre end fem mennesker var med på møderne. Derfor viser vi ingen tal."
        return
    yield _said(
        facts["sessions"],
        "Vi holdt ét møde, som var åbent for hele organisationen.",
        "Vi holdt {n} møder, som var åbne for hele organisationen.",
    )
    yield (
        "Før møderne så vi {before} muligheder. Efter så vi {after}. Et bidrag eller noget, der "
        "blev sagt, åbnede {opened} af dem."
    ).format(**facts)
    yield "Flere muligheder er ikke bedre i sig selv. Spørg, hvilke der blev brugt."


def _principles(_facts: Facts) -> Iterable[str]:
    yield (
        "Her ser vi på de principper, vi selv har valgt. Gav de mening? Fulgte vi dem? "
        "Førte de til det, vi ville?"
    )


def _ahead(facts: Facts) -> Iterable[str]:
    yield _said(
        facts["open_dilemmas"],
        "Ét dilemma er åbent. Hvad gør vi med det?",
        "{n} dilemmaer er åbne. Hvilket skal vi tage op først?",
    )
    yield _said(
        facts["waiting"],
        "Ét ønske til ledelsen venter på svar. Hvornår kommer det?",
        "{n} ønsker til ledelsen venter på svar. Hvornår kommer det?",
    )
    yield _said(
        facts["under_way"],
        "Én prøvehandling er i gang. Hvad lærer vi af den?",
        "{n} prøvehandlinger er i gang. Hvad lærer vi af dem?",
    )
    yield _said(
        facts["looks_due"],
        "Én praksis skal ses på igen næste år. Hvem gør det?",
        "{n} praksisser skal ses på igen næste år. Hvem gør det?",
    )
    yield _said(
        facts["without_look"],
        "Én praksis har ingen dag, hvor vi ser på den igen. Hvornår skal den være?",
        "{n} praksisser har ingen dag, hvor vi ser på dem igen. Hvornår skal den være?",
    )
    if facts["silent_voices"]:
        yield f"Hvordan hører vi fra: {_named(facts['silent_voices'], Voice)}?"
    yield "Hvad vil vi gerne kunne næste år, som vi ikke kan nu?"


def _named(values: Iterable[str], words: Any) -> str:
    return ", ".join(str(words(value).label).lower() for value in values)


_SAID: dict[Part, Callable[[Facts], Iterable[str]]] = {
    Part.LEARNED: _learned,
    Part.WEIGHED: _weighed,
    Part.TRIED: _tried,
    Part.CHANGED: _changed,
    Part.VOICES: _voices,
    Part.LEADERSHIP: _leadership,
    Part.ROOM: _room,
    Part.PRINCIPLES: _principles,
    Part.AHEAD: _ahead,
}
