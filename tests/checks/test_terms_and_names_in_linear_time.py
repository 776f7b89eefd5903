"""Twice the text costs the rules of terms and names about twice the time, whatever the text."""

import sys
import time
from datetime import date
from pathlib import Path

import pytest

from govpub.checks import RULES, CheckContext, check_units
from govpub.glossary import Scanner, parse_glossary
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit
from govpub.po import parse_po

GLOSSARY = parse_glossary(parse_po((Path(__file__).parent / "glossary.po").read_text(encoding="utf-8")))
OURS = [name for name, rule in RULES.items() if rule.family in ("terms", "names")]
TEXTS = {
    "named": ("市长王小明、李大伟、", "Wang Xiao Ming, Dawei Li, "),
    "titles": ("市长", "Mayor "),
    "names without titles": ("章海滔先生", "Zhang Haitao "),
    "near names": ("王小明说、王小名、王晓民出席", "Wang Xiaomin, Huang Xiaoming, Wang Xiaomign "),
    "compound surnames": ("欧阳司马", "Ou Yangsima "),
    "labels": ("“四个意识”（", "the four (a, "),
    "quotations": ("“七个着力”", "“seven” "),
    "lacking": ("国务院", "of the council "),
    "acronyms": ("海事局", "the MSA (MSA) "),
    "open brackets": ("“三个", "three ("),
    "expired": ("旧监管局五个统筹", "the five balances "),
    "places": ("陕西山西西安", "Shanxi Xian "),
    "repeated words": ("社会主义现代化国家", "modern country "),
}

AIMED = {
    "names": ("named", "titles", "names without titles", "near names", "compound surnames"),
    "names.place": ("places",),
    "terms": ("lacking", "repeated words"),
    "terms.item-count": ("labels", "open brackets"),
    "terms.unlisted-formulation": ("quotations", "open brackets"),
    "terms.inconsistent": ("quotations", "expired"),
    "terms.expired": ("expired",),
    "terms.abbreviation": ("acronyms",),
}
CASES = [
    pytest.param(rule, TEXTS[text], id=f"{rule}-{text}")
    for rule in OURS
    for text in AIMED.get(rule, AIMED[rule.partition(".")[0]])
]


def cost(rule, source, target):
    unit = Unit(segment=Segment(id="u", text=source), target=target, state=State.TRANSLATED)
    scanner = Scanner(GLOSSARY, source=ZH_CN, target=EN, day=date(2024, 12, 25))
    context = CheckContext(source=ZH_CN, target=EN, scanner=scanner)
    times = []
    for _round in range(2):
        began = time.process_time()
        for _finding in check_units([unit], context, select=[rule]):
            pass
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "text"), CASES)
def test_twice_the_text_costs_about_twice_the_time(rule, text):
    zh, en = text
    tracer = sys.gettrace()
    sys.settrace(None)  # coverage would be measured, not the rule
    try:
        short = cost(rule, zh * (10_000 // len(zh)), en * (10_000 // len(en)))
        long = cost(rule, zh * (20_000 // len(zh)), en * (20_000 // len(en)))
    finally:
        sys.settrace(tracer)
    assert long <= 2.5 * short + 0.1


@pytest.mark.slow
def test_many_persons_of_one_surname_are_no_exception():
    given = [chr(first) + chr(second) for first in range(0x4E00, 0x4E78) for second in range(0x6000, 0x6078)]

    def of(persons):
        names = "、".join(f"王{name}" for name in given[:persons])
        return cost("names.spelling", f"省领导{names}出席", "Wang Xiaoming Jianguo Wang Deli " * (persons // 4))

    of(100)  # what is loaded once
    short, long = of(7_000), of(14_000)
    assert long <= 2.5 * short + 0.1
