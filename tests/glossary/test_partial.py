"""What counts as a trace of a rendering, and what does not."""

import pytest
from support.terms import outcomes, term

from govpub.glossary import Outcome, Scanner, may_vary, term_key
from govpub.glossary.derivation import root
from govpub.glossary.verdict import TermVerdict
from govpub.glossary.words import word_key
from govpub.locales import EN, ZH_CN
from govpub.model.term import Glossary, TermClass

SECTOR = term("银行业", "banking sector")
FUND = term("外汇基金", "Exchange Fund")
OFFICE = term("海关总署", "General Administration of Customs", term_class=TermClass.ORGANISATION)


@pytest.mark.parametrize(
    ("source", "target", "wanted", "terms"),
    [
        # the head is another, or dropped
        ("银行业稳定", "the banking industry is stable", "partial: 银行业 | banking", [SECTOR]),
        ("银行业稳定", "banks are stable", "partial: 银行业 | banks", [SECTOR]),
        ("银行业稳定", "the sector is stable", "missing: 银行业 | ", [SECTOR]),
        # as often as the source has the word it begins with
        ("银行支持银行业", "banks support industry", "missing: 银行业 | ", [SECTOR]),
        # one head for two modifiers; another order
        ("债市和股市", "the bond and equity markets", "partial: 债市 | bond and equity markets", [term("债市", "bond markets")]),
        ("科技合作", "collaboration in technology", "partial: 科技合作 | collaboration in technology",
         [term("科技合作", "technology collaboration")]),
        # the end of a clause parts them
        ("科技合作", "collaboration; technology", "scattered: 科技合作 | collaboration; technology",
         [term("科技合作", "collaboration of technology", term_class=TermClass.EVENT)]),
        # a derivation
        ("通胀压力", "inflationary pressure", "partial: 通胀 | inflationary", [term("通胀", "inflation")]),
        # an acronym, but not in brackets after another name
        ("联系汇率", "under the LERS", "partial: 联系汇率 | LERS", [term("联系汇率", "linked exchange rate system")]),
        ("联系汇率", "Sea Trade (LERS)", "missing: 联系汇率 | ", [term("联系汇率", "linked exchange rate system")]),
        # other gaps
        ("初创企业", "many startups grow", "approved: 初创企业 | startups", [term("初创企业", "start-up")]),
        ("宏观审慎", "macroprudential rules", "approved: 宏观审慎 | macroprudential", [term("宏观审慎", "macro-prudential")]),
        ("云岭", "in Yun Ling", "missing: 云岭 | ", [term("云岭", "Yunling", term_class=TermClass.PLACE)]),
        ("宏观审慎", "semimacroprudential", "missing: 宏观审慎 | ", [term("宏观审慎", "macro-prudential")]),
        # the head alone, after the full form
        ("外汇基金投资，外汇基金增长", "The Exchange Fund invests; the Fund grows", "partial: 外汇基金 | Fund", [FUND]),
        # of a body: its acronym and most of its words, not one of them
        ("海关总署通报", "the GAC reported", "partial: 海关总署 | GAC", [OFFICE]),
        ("海关总署通报", "the Customs reported", "missing: 海关总署 | ", [OFFICE]),
        # not of a formulation, a title, a name; nor a bare number; nor a particle
        ("五个统筹", "five of them", "missing: 五个统筹 | ", [term("五个统筹", "five balances")]),
        ("总署长", "the general", "missing: 总署长 | ", [term("总署长", "Director General", term_class=TermClass.TITLE)]),
        ("开放", "opening a door", "missing: 开放 | ", [term("开放", "opening up")]),
        # acronyms want their capitals
        ("世卫", "those who came", "missing: 世卫 | ", [term("世卫", "WHO")]),
        ("人行", "the PBoC said", "approved: 人行 | PBoC", [term("人行", "PBOC")]),
    ],
)  # fmt: skip
def test_traces(source, target, wanted, terms):
    found = outcomes(source, target, *terms)
    assert wanted in found


def test_words_of_another_term_are_no_trace():
    terms = (SECTOR, term("银行法", "Banking Law"))
    assert outcomes("银行业", "the Banking Law", *terms) == ["missing: 银行业 | "]


def test_most_of_a_hundred_lacking_occurrences_are_only_counted():
    found = outcomes("国务院。" * 100, "nothing here", term("国务院", "State Council"))
    assert len(found) == 100


@pytest.mark.parametrize(
    "forms",
    ["manager management managing manages", "inflation inflationary", "liquid liquidity"],
)
def test_words_of_one_root(forms):
    assert len({root(word_key(form)) for form in forms.split()}) == 1


def test_what_is_no_english_word_is_its_own_root():
    assert root("5g") == "5g"


def test_a_word_in_the_document_rules_a_term_out():
    office = term("审计总署", "National Audit Office", term_class=TermClass.ORGANISATION, not_near=("邻岛",))
    scanner = Scanner(Glossary(source=ZH_CN, target=EN, terms=(office, FUND)), source=ZH_CN, target=EN)
    assert scanner.for_document(["审计总署"]) is scanner
    other = scanner.for_document(["审计总署", "邻岛的<1>外汇基金</1>"])
    assert [match.terms[0].source for match in other.find("审计总署和外汇基金")] == ["外汇基金"]
    assert scanner.for_document(["邻岛"]) is other
    plain = Scanner(Glossary(source=ZH_CN, target=EN, terms=(FUND,)), source=ZH_CN, target=EN)
    assert plain.for_document(["邻岛"]) is plain


def test_who_may_vary():
    assert may_vary(SECTOR)
    assert not may_vary(OFFICE)
    assert term_key(SECTOR) == ("银行业", "")
    assert TermVerdict.__slots__
    assert Outcome.PARTIAL.value == "partial"
