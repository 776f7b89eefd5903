"""Terms as CSV: nothing is lost, nothing is a formula."""

import csv
import dataclasses
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import mixed_text, single_line
from support.terms import TERMS, glossary, term

from govpub.errors import GlossaryError, Position
from govpub.glossary import COLUMNS, parse_csv, serialize_csv
from govpub.model.term import Example, Term

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "'=1",
    "''",
    "'",
    "'x",
    " =1",
    "\u3000=1",
    "=cmd|' /C calc'!A0",
]
LIVE = tuple("=+-@\t\r＝＋－＠")


def bare(terms):
    return [dataclasses.replace(each, at=Position()) for each in terms]


def cells(text):
    return [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")) for cell in row]


def test_all_terms_come_back():
    text = serialize_csv(glossary())
    assert text.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    assert bare(parse_csv(text)) == bare(TERMS)
    assert not serialize_csv(glossary(), byte_order_mark=False).startswith("\ufeff")


def test_rows_are_one_a_term():
    text = serialize_csv(glossary(term("甲", "A", also=("B", "C"), ok=(Example("甲", "A"), Example("甲。", "A.")))))
    row = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert dict(zip(COLUMNS, row, strict=True)) | {} == {
        **dict.fromkeys(COLUMNS, ""),
        "term": "甲",
        "rendering": "A",
        "class": "term",
        "also": "B | C",
        "ok": "甲 => A\n甲。 => A.",
    }


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_live_and_none_is_changed(text):
    given_terms = (Term(source=text, rendering=text, sense=text),)
    written = serialize_csv(glossary(*given_terms))
    assert not [cell for cell in cells(written) if cell.lstrip(" \u3000").startswith(LIVE)]
    assert bare(parse_csv(written)) == list(given_terms)


@given(
    st.lists(
        st.builds(Term, source=single_line, rendering=mixed_text, sense=mixed_text, note=single_line),
        min_size=1,
        unique_by=lambda each: (each.source, each.sense),
    )
)
def test_any_text_comes_back(terms):
    try:
        written = serialize_csv(glossary(*terms))
    except GlossaryError:
        return
    assert not [cell for cell in cells(written) if cell.startswith(LIVE)]
    assert bare(parse_csv(written)) == terms


def test_a_table_by_hand():
    text = 'Rendering,term,ALSO,definition\r\nA,甲,B|C,\'two\r\n\r\n,乙\r\nE,丙,,"over\ntwo lines"\r\n'
    found = parse_csv(text)
    assert [(each.source, each.rendering, each.also, each.definition) for each in found] == [
        ("甲", "A", ("B", "C"), "'two"),
        ("乙", "", (), ""),
        ("丙", "E", (), "over two lines"),
    ]
    assert found[1].at == Position(None, 4)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "first row"),
        ("term\n甲\n", 1, "first row"),
        ("term,term,rendering\n", 1, "first row"),
        ("term,rendering,nevr\n", 1, "no such column: nevr"),
        ("term,rendering,zzzzzz\n", 1, "no such column: zzzzzz"),
        ("term,rendering\n甲,A,B\n", 2, "3 cells for 2 columns"),
        ("term,rendering\n,A\n", 2, "no term"),
        ("term,rendering\n甲,A\n甲,B\n", 3, "stands twice"),
        ("term,rendering,from\n甲,A,never\n", 2, "no such day"),
        ('term,rendering\n"甲"x,A\n', 2, "not CSV"),
        ('term,rendering\n"甲', 2, "not CSV"),
        ("term,rendering\n" + "甲" * 200_000 + ",A\n", 2, "not CSV"),
    ],
)
def test_a_mistake_is_named_with_its_line(text, line, message):
    with pytest.raises(GlossaryError) as caught:
        parse_csv(text)
    assert message in caught.value.message
    assert caught.value.at.line == line
    assert caught.value.hint


@given(
    st.text(st.sampled_from("term,rendering\r\n\"'=甲|\0\ud800\ufeff\x85"), max_size=60).map("term,rendering\n".__add__)
)
def test_any_table_is_read_or_refused(text):
    try:
        parse_csv(text)
    except GlossaryError:
        return
