"""No rule's time explodes: every one reads hostile texts, and twice the text takes at most 2.5 times as long."""

from __future__ import annotations

from time import process_time

import pytest
from support.effort import FULL
from support.terms import scanner

from govpub.checks import RULES, CheckContext, read_document
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit

LENGTH = 100_000 if FULL else 6_000
"""Characters of the longer text: enough for a square to show."""
FACTOR = 2.5
UNMEASURABLE = 0.02
"""Seconds below which the clock and the collector of garbage decide."""
TRIES = 4
PIECES = (
    "a", "A", "a ", "Ab", "aB", "a.", "a-", "a'", "the ", "Wang ", "Xi'an ", "he said “", "two ", "one hundred ",
    "million ", "5 million and ", "3 to 5 ", "percent ", "half ", "January 1, ", "first ", "1", "0", "1,", "1.", "1 ",
    "1-", "1%", "12:", "-1", "１", "％", "中", "的", "一", "十", "万", "亿", "第", "年", "1年", "2024年1月", "百分点", "3～",
    "“", "”", "‘", "'", '"', "(", "（", "）", "《", "》", "《中》", "、", "，", "。", ".", "…", "—", "-", "–", "〔", "〔2024〕1号",
    " ", "\u3000", "\n", "\t", "\u200b", "\u202e", "\ue000", "\u0301", "e\u0301", "а", "🇨", "http://a.", "a@b.", "@",
    "+86 10 ", "<1>", "</1>", "<1/>", "{{", "}}", "%s", "&amp;", "两个维护", "省长", "two upholds ", "XX", "同比增长", "下降",
)  # fmt: skip
"""What the texts are made of, one piece again and again."""


def seconds(piece, length, *, back):
    """Return how long each rule takes for a unit of that length, what the rules read in common on its own."""
    text = (piece * (length // len(piece) + 1))[:length]
    unit = Unit(segment=Segment(id="s", text=text), target=text, state=State.TRANSLATED, comments=(text,))
    source, target = (EN, ZH_CN) if back else (ZH_CN, EN)
    context = CheckContext(source=source, target=target, scanner=scanner(back=back))
    start = process_time()
    document = read_document([unit], context, tuple(RULES.values()))
    taken = {"what is read of terms": process_time() - start}
    [(_unit, reading)] = document.readings
    for rule in RULES.values():
        start = process_time()
        if rule.check is not None:
            list(rule.check(unit, reading))
        if rule.check_document is not None:
            list(rule.check_document(document))
        if rule.check_run is not None:
            list(rule.check_run((document,)))
        taken[rule.name] = process_time() - start
    return taken


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_twice_the_text_takes_about_twice_as_long(piece, request):
    back = bool(PIECES.index(piece) % 2)
    for again in (back, not back) if FULL else (back,):
        long, short = seconds(piece, LENGTH, back=again), seconds(piece, LENGTH // 2, back=again)
        for _try in range(TRIES):
            slow = {rule for rule in long if long[rule] > max(FACTOR * short[rule], UNMEASURABLE)}
            if not slow:
                break
            # Another process may have had the caches: the best of several runs counts.
            long = {rule: min(time, long[rule]) for rule, time in seconds(piece, LENGTH, back=again).items()}
            other = seconds(piece, LENGTH // 2, back=again)
            short = {rule: min(time, other[rule]) for rule, time in short.items()}
        assert not slow, {rule: (short[rule], long[rule]) for rule in slow}
