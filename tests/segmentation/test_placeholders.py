"""Placeholders: what a translator can move but not lose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import mixed_text

from govpub.errors import InputError
from govpub.model.inline import CodeSpan, Emphasis, FootnoteReference, LineBreak, Link, Picture, Strong, Text
from govpub.model.segment import Placeholder, Segment
from govpub.segmentation import FaultKind, PlaceholderError, decode, placeholder_faults
from govpub.segmentation.coding import coded, numbered
from govpub.segmentation.placeholders import merged

BOLD = Placeholder(1, Strong(), paired=True)
LINK = Placeholder(2, Link((), "a.html", "甲"), paired=True)
NOTE = Placeholder(3, FootnoteReference("n"), paired=False)
CODE = Placeholder(4, CodeSpan(), paired=True)
OTHER_LINK = Placeholder(5, Link((), "b.html"), paired=True)


def faults(target: str, *placeholders: Placeholder) -> list[tuple[FaultKind, int, str]]:
    found = placeholder_faults(Segment(id="x", text="x", placeholders=placeholders), target)
    return [(fault.kind, fault.number, target[fault.start : fault.end]) for fault in found]


def test_placeholders_may_be_moved_and_nested_otherwise():
    assert decode("a <2>b <1>c</1></2><3/>d", (BOLD, LINK, NOTE)) == (
        Text("a "),
        Link((Text("b "), Strong((Text("c"),))), "a.html", "甲"),
        FootnoteReference("n"),
        Text("d"),
    )


def test_neighbouring_texts_become_one():
    looks_alike = Placeholder(1, Text("<1>"), paired=False)
    assert decode("a<1/>b", (looks_alike,)) == (Text("a<1>b"),)


def test_an_empty_pair_is_allowed():
    assert decode("<1></1>", (BOLD,)) == (Strong(),)


@pytest.mark.parametrize(
    ("target", "placeholders", "expected"),
    [
        ("<1>a</1><3/>", (BOLD, NOTE), []),
        ("a", (BOLD, NOTE), [(FaultKind.LOST, 1, ""), (FaultKind.LOST, 3, "")]),
        ("<3/><3/>", (NOTE,), [(FaultKind.DOUBLED, 3, "<3/>")]),
        ("<1>a</1><1>b</1>", (BOLD,), [(FaultKind.DOUBLED, 1, "<1>"), (FaultKind.NESTING, 1, "</1>")]),
        ("a<7>b</9>", (), [(FaultKind.UNKNOWN, 7, "<7>"), (FaultKind.UNKNOWN, 9, "</9>")]),
        ("<1>a", (BOLD,), [(FaultKind.NESTING, 1, "<1>")]),
        ("a</1>", (BOLD,), [(FaultKind.NESTING, 1, "</1>")]),
        ("</1>a<1>", (BOLD,), [(FaultKind.NESTING, 1, "</1>"), (FaultKind.DOUBLED, 1, "<1>")]),
        ("<1><2>a</1></2>", (BOLD, LINK), [(FaultKind.NESTING, 1, "<1>"), (FaultKind.NESTING, 1, "</1>")]),
        ("<1/>", (BOLD,), [(FaultKind.NESTING, 1, "<1/>")]),
        ("<3>a</3>", (NOTE,), [(FaultKind.NESTING, 3, "<3>"), (FaultKind.DOUBLED, 3, "</3>")]),
        ("<4>a<1>b</1></4>", (BOLD, CODE), [(FaultKind.NESTING, 1, "<1>"), (FaultKind.NESTING, 1, "</1>")]),
        ("<2>a<5>b</5></2>", (LINK, OTHER_LINK), [(FaultKind.NESTING, 5, "<5>"), (FaultKind.NESTING, 5, "</5>")]),
        ("<01> <0> < 1> <1 > <100000>", (), []),
    ],
)
def test_faults_are_found_with_their_spans(target, placeholders, expected):
    assert faults(target, *placeholders) == expected


def test_a_lost_placeholder_is_missing_at_the_end():
    (fault,) = placeholder_faults(Segment(id="x", text="<3/>", placeholders=(NOTE,)), "abc")
    assert (fault.start, fault.end) == (3, 3)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("a", "placeholder 1 of the source is missing"),
        ("<1>a</1> <2/>", "no placeholder 2"),
        ("<1>a", "placeholder 1 is not closed"),
        ("<1>a</1><1>b</1>", "1 stands more than once"),
    ],
)
def test_decoding_refuses_faults(target, message):
    with pytest.raises(PlaceholderError) as caught:
        decode(target, (BOLD,))
    assert message in caught.value.message
    assert isinstance(caught.value, InputError)
    assert caught.value.hint


NODES = st.recursive(
    mixed_text.map(lambda text: Text(text.replace("\n", " ") or "x"))
    | st.builds(Picture, st.just("a.png"), mixed_text)
    | st.builds(FootnoteReference, st.just("1"))
    | st.just(LineBreak()),
    lambda inner: st.one_of(
        st.builds(lambda content: Strong(merged(content)), st.lists(inner, max_size=3)),
        st.builds(lambda content: Emphasis(merged(content)), st.lists(inner, max_size=3)),
        st.builds(lambda text: CodeSpan((Text(text or "x"),)), mixed_text),
    ),
    max_leaves=8,
)


@given(st.lists(NODES, max_size=5))
def test_coding_and_decoding_gives_the_same(nodes):
    content = merged(nodes)
    text, placeholders = numbered(list(coded(content)))
    assert decode(text, placeholders) == content
    assert [placeholder.number for placeholder in placeholders] == list(range(1, len(placeholders) + 1))


@given(mixed_text, st.lists(st.sampled_from([BOLD, LINK, NOTE, CODE]), unique=True))
def test_any_translation_is_judged(target, placeholders):
    found = faults(target, *placeholders)
    if found:
        with pytest.raises(PlaceholderError):
            decode(target, tuple(placeholders))
    else:
        decode(target, tuple(placeholders))
