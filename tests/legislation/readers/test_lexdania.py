"""An act in the XML of Retsinformation."""

from datetime import date
from io import BytesIO

import pytest

from handlerum.legislation.readers.lexdania import read
from handlerum.legislation.readers.provisions import number
from handlerum.legislation.texts import PointText, SectionText, SubsectionText
from legislation.readers.written import (
    META,
    chapter,
    document,
    exitus,
    file,
    point,
    section,
    stk,
)


def only(*content: str) -> SectionText:
    (found,) = read(file(*content)).sections
    return found


def test_the_metadata_is_read() -> None:
    edition = read(file(section("1")))

    assert (edition.eli, edition.document_kind) == ("lta/2024/701", "LBK")
    assert edition.title == "Bekendtgørelse af lov om små havne"
    assert (edition.popular_title, edition.ministry) == ("Havneloven", "Havneministeriet")
    assert edition.signed == date(2024, 6, 3)
    assert (edition.in_force_from, edition.in_force_to) == (date(2024, 7, 1), date(2025, 12, 31))
    assert edition.remarks == ()


@pytest.mark.parametrize("end", ["", "9999-12-31T00:00:00", "indtil videre"])
def test_an_end_that_is_none_is_not_taken_for_one(end: str) -> None:
    assert read(file(section("1"), meta=META.replace("2025-12-31", end))).in_force_to is None


def test_another_gazette_gives_another_address() -> None:
    meta = META.replace("Lovtidende A", "Ministerialtidende")

    assert read(file(section("1"), meta=meta)).eli == "mt/2024/701"


def test_every_named_element_is_understood() -> None:
    """Bog, Afsnit, Indledning, Ikraft, Kapitel, ParagrafGruppe, Paragraf, Stk, Index … Char."""
    harbour = chapter(
        "1",
        "<ParagrafGruppe><Rubrica><Linea><Char>Om </Char><Char>kajen</Char></Linea></Rubrica>",
        section("1", stk("Havnen |har| en kaj."), stk("Den er lang.", 2)),
        "</ParagrafGruppe><ParagrafGruppe><Rubrica>Om fyret</Rubrica>",
        section("2"),
        "</ParagrafGruppe>",
        section("2 a"),
        title="Havnen",
    )
    edition = read(
        file(
            f"<Indledning>{exitus('I medfør af havneloven bestemmes:')}</Indledning>",
            "<Bog><Explicatus>Bog 1</Explicatus><Rubrica>Vand</Rubrica>",
            "<Afsnit><Explicatus>Afsnit I</Explicatus><Rubrica>Salt</Rubrica>",
            harbour,
            "</Afsnit></Bog>",
            chapter("1 a", section("3")),
            f"<Ikraft>{chapter('2', section('4'), title='Ikrafttræden')}</Ikraft>",
        )
    )

    assert [(s.number, s.chapter, s.chapter_title, s.heading) for s in edition.sections] == [
        ("1", "1", "Havnen", "Om kajen"),
        ("2", "1", "Havnen", "Om fyret"),
        ("2 a", "1", "Havnen", ""),
        ("3", "1 a", "", ""),
        ("4", "2", "Ikrafttræden", ""),
    ]
    assert edition.sections[0].subsections == (
        SubsectionText(1, "Havnen har en kaj."),
        SubsectionText(2, "Den er lang."),
    )


@pytest.mark.parametrize("around", ["Index", "Nr", "Exitus"])
def test_numbers_and_letters_become_points(around: str) -> None:
    inner = f"<Index>{point('a)', 'med sejl og')}{point('b)', 'uden,')}</Index>"
    points = point("1)", "både", inner) + point("2)", "biler.")
    text = exitus("Der er") + f"<{around}>{points}</{around}>" + exitus("Begge er våde.")

    assert only(section("1", stk(text))).subsections == (
        SubsectionText(
            1,
            "Der er Begge er våde.",
            (
                PointText("1", "både"),
                PointText("1 a", "med sejl og"),
                PointText("1 b", "uden,"),
                PointText("2", "biler."),
            ),
        ),
    )


def test_lists_may_stand_within_the_text_of_a_line() -> None:
    text = f"<Exitus><Linea><Char>Der er</Char>{point('1)', 'både.')}</Linea></Exitus>"

    assert only(section("1", stk(text))).subsections == (
        SubsectionText(1, "Der er", (PointText("1", "både."),)),
    )


@pytest.mark.parametrize(
    ("mark", "is_read_as"),
    [
        ("§ 6.", "6"),
        ("§ 13a.", "13 a"),
        ("§ 13 a", "13 a"),
        ("§§ 16 - 19 b.", "16-19 b"),
        ("Kapitel 3 a Om fyret", "3 a"),
        ("Kapitel 3 Om fyret", "3"),
        ("Kapitel IV", "IV"),
        ("Bilag", ""),
    ],
)
def test_a_sign_gives_its_number(mark: str, is_read_as: str) -> None:
    assert number(mark) == is_read_as


def test_nr_and_litra_are_points_of_their_own_accord() -> None:
    litra = f"<Litra><Explicatus>litra a</Explicatus>{exitus('røde.')}</Litra>"
    text = f"<Nr><Explicatus>nr. 1</Explicatus>{exitus('Både')}{litra}</Nr>"

    (subsection,) = only(section("1", stk(text))).subsections

    assert subsection.points == (PointText("1", "Både"), PointText("1 a", "røde."))


def test_a_dash_is_no_number_and_its_text_is_kept() -> None:
    (subsection,) = only(
        section("1", stk(exitus("Der er") + point("–", "både") + point("–", "biler.")))
    ).subsections

    assert (subsection.text, subsection.points) == ("Der er – både – biler.", ())


def test_a_section_without_elements_for_subsections_is_read() -> None:
    assert only(section("1", exitus("Alt er åbent."), stk("Altid.", 2))).subsections == (
        SubsectionText(1, "Alt er åbent."),
        SubsectionText(2, "Altid."),
    )
    assert only(section("1", exitus("Alt er åbent."))).subsections == (
        SubsectionText(1, "Alt er åbent."),
    )


def test_subsections_that_were_left_out_together_say_so() -> None:
    together = f"<Stk><Explicatus>Stk. 2-4.</Explicatus>{exitus('(Udelades)')}</Stk>"

    assert only(section("1", stk("Ja."), together, stk("Nej.", 5))).subsections == (
        SubsectionText(1, "Ja."),
        SubsectionText(2, "Stk. 2-4. (Udelades)"),
        SubsectionText(5, "Nej."),
    )


@pytest.mark.parametrize(
    "root", ['<Dokument xmlns="urn:en">', '<x:Dokument xmlns:x="urn:to" xmlns="urn:to">']
)
def test_namespaces_do_not_matter(root: str) -> None:
    end = "</x:Dokument>" if "x:" in root else "</Dokument>"
    data = document(chapter("1", section("1"))).decode()
    data = data.replace("<Dokument>", root).replace("</Dokument>", end)

    assert read(BytesIO(data.encode())) == read(file(chapter("1", section("1"))))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings_are_read(encoding: str) -> None:
    text = document(section("1", stk("Ærø får åer."))).decode()
    data = text.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"')

    assert read(BytesIO(data.encode(encoding))).sections[0].subsections[0].text == "Ærø får åer."


def test_a_section_that_stands_twice_is_taken_once_and_it_is_told() -> None:
    edition = read(file(section("1"), section("1", stk("Igen."))))

    assert edition.sections[0].subsections[0].text == "Tekst i 1."
    assert edition.remarks == ("Står flere gange, kun den ene er taget med: § 1.",)


def test_commencement_of_other_acts_is_left_out_and_it_is_told() -> None:
    edition = read(
        file(section("8"), "<Ikraft>", section("3"), section("9"), "</Ikraft>", section("10"))
    )

    assert [one.number for one in edition.sections] == ["8", "9", "10"]
    assert edition.remarks == ("Står uden for lovens egne regler og er udeladt: § 3.",)


def test_an_act_that_also_changes_others_keeps_its_own_sections() -> None:
    changing = "<AendringCentreretParagraf><Explicatus>§ 2</Explicatus></AendringCentreretParagraf>"

    edition = read(file(section("1"), changing))

    assert [one.number for one in edition.sections] == ["1"]
    assert edition.remarks == ("1 paragraffer, der ændrer andre love, er udeladt.",)


def test_a_section_without_a_sign_takes_its_number_from_its_id() -> None:
    bare = f"<Paragraf>{stk('Uden.')}</Paragraf>"
    named = f'<Paragraf localId="P7a">{stk("Med.")}</Paragraf>'

    edition = read(file(bare, named))

    assert [one.number for one in edition.sections] == ["7 a"]
    assert edition.remarks == ("1 paragraffer uden nummer er udeladt.",)
