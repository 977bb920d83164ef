"""Ordinary words are left alone, also those that somebody bears as a name."""

import pytest

from privacy.names.tagged import tagged

CLEAR = [
    "Hun skal bo hos sin søster, til der er plads.",
    "Det koster tre hundrede kroner per deltager.",
    "Man skal have lidt lykke for at få en læreplads.",
    "Der var storm hele natten, og færgen blev aflyst.",
    "Vi begynder i maj eller senest i juni.",
    "Der lå en sten på vejen ind til værkstedet.",
    "Hun fik et helt andet liv efter kurset.",
    "Hans mentor var syg den dag.",
    "De vil gerne høre, om De kan få svar.",
    "Virksomheden gav os besked for sent, og mødet blev aflyst.",
    "jeg orker snart ikke flere samtaler om det samme",
    "VI SES PÅ KONTORET I MORGEN",
    "Kære kolleger, hermed et kort referat.",
    "Sygedagpengene stopper efter et halvt år, og så begynder jobafklaringen.",
    "Kommunen og jobcentret har hver sit skema.",
]


@pytest.mark.parametrize("text", CLEAR)
def test_a_sentence_without_names_is_left_alone(text: str) -> None:
    assert tagged(text) == []
