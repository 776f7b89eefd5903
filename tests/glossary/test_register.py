"""Persons in a glossary file: their titles with days, and the kind of their names."""

from datetime import date

import pytest

from govpub.errors import GlossaryError
from govpub.glossary import parse_csv, parse_glossary, parse_titles, serialize_csv, term_entry, test_glossary
from govpub.locales import EN, ZH_CN
from govpub.model.term import DatedTitle, Glossary, PersonKind, Term, TermClass
from govpub.po import PoEntry, parse_po

PERSON = Term(
    source="章海涛",
    rendering="Zhang Haitao",
    term_class=TermClass.PERSON,
    titles=(DatedTitle("省长", date(2024, 1, 1), date(2026, 12, 31)), DatedTitle("教授")),
    kind=PersonKind.OVERSEAS,
    not_near=("邻省", "邻岛"),
)


def parsed(*lines):
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh-CN\\n"\n\n'
    body = "".join(f"#. {line}\n" for line in lines)
    [term] = parse_glossary(parse_po(f'{head}{body}msgid "章海涛"\nmsgstr "Zhang Haitao"\n')).terms
    return term


def test_a_person_is_written_and_read_again():
    lines = term_entry(PERSON).extracted
    assert "titles: 省长 | from 2024-01-01 | to 2026-12-31" in lines
    assert "kind: overseas" in lines
    read = parsed(*lines)
    assert (read.titles, read.kind, read.not_near) == (PERSON.titles, PERSON.kind, PERSON.not_near)
    assert "kind: mainland" not in term_entry(Term(source="章", rendering="Z")).extracted


def test_a_person_goes_through_csv():
    text = serialize_csv(Glossary(source=ZH_CN, target=EN, terms=(PERSON,)))
    [read] = parse_csv(text)
    assert (read.titles, read.kind, read.not_near) == (PERSON.titles, PERSON.kind, PERSON.not_near)


@pytest.mark.parametrize(
    "line",
    ["titles: | from 2024-01-01", "titles: 省长 | since 2024-01-01", "titles: 省长 | from 2024-01-01 | from 2025-01-01",
     "titles: 省长 | from 2024-13-01", "titles: 省长 | to", "kind: nowhere"],
)  # fmt: skip
def test_what_is_no_title_or_kind_is_refused_with_its_line(line):
    with pytest.raises(GlossaryError) as caught:
        parsed("class: person", line)
    assert caught.value.at.line == 7


def test_a_title_holds_from_its_first_to_its_last_day():
    [title] = parse_titles([("省长 | from 2024-01-01 | to 2024-12-31", PERSON.at)])
    assert [title.holds_on(day) for day in (None, date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1))] == [
        True, True, True, False,
    ]  # fmt: skip
    assert not title.holds_on(date(2023, 12, 31))


@pytest.mark.parametrize("title", ["省\n长", "省|长", " "])
def test_what_is_no_title_cannot_be_written(title):
    with pytest.raises(GlossaryError):
        term_entry(Term(source="章", rendering="Z", titles=(DatedTitle(title),)))
    assert isinstance(term_entry(PERSON), PoEntry)


def test_the_register_is_held_to_its_own_rules():
    def person(name, *titles, **more):
        return Term(source=name, rendering="Wang", term_class=TermClass.PERSON, titles=titles, **more)

    terms = (
        person(
            "王一明", DatedTitle("省长", date(2020, 1, 1), date(2023, 12, 31)), DatedTitle("教授", date(2024, 1, 2))
        ),
        person("王二明", DatedTitle("省长", date(2023, 12, 31))),
        person("王三明", DatedTitle("校长", date(2024, 1, 2), date(2024, 1, 1))),
        person("王二明", DatedTitle("省长", date(2025, 1, 1)), sense="again"),
        Term(source="大会", rendering="assembly", kind=PersonKind.HK),
    )
    found = test_glossary(Glossary(source=ZH_CN, target=EN, terms=terms))
    assert [(each.rule, each.severity.value, each.unit) for each in found] == [
        ("glossary.person", "warning", "王二明"),
        ("glossary.dates", "error", "王三明"),
        ("glossary.person", "warning", "大会"),
    ]
