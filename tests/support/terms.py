"""Glossaries of a few terms, and what a scanner says of a pair of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.model.term import Glossary, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TERMS", "glossary", "outcomes", "scanner", "term"]


def term(source: str, rendering: str, **more: Any) -> Term:
    """Return a term."""
    return Term(source=source, rendering=rendering, **more)


TERMS = (
    term(
        "两个维护",
        "two upholds",
        also=("Two Upholds campaign",),
        never=("two safeguards", "two maintenances"),
        not_in=("两个维护者", "两个维护分支"),
    ),
    term("两个确立", "Two Affirmations", case="exact"),
    term("中国共产党", "Communist Party of China", short=("CPC",)),
    term("共产党", "Communist Party"),
    term("中共中央", "CPC Central Committee"),
    term("党中央", "Party Central Committee"),
    term("中华人民共和国", "People's Republic of China"),
    term("中国", "China", never=("Republic of China",)),
    term("两会", "two sessions"),
    term("对外开放", "opening up"),
    term("乡村全面振兴", "all-around rural revitalization"),
    term("省委常委会", "Standing Committee of the CPC … Provincial Committee"),
    term("省人民政府", "Provincial People's Government", also=("People's Government of Sichuan Province",)),
    term("四川", "Sichuan"),
    term("党组（扩大）会议", "(enlarged) meeting of the Party Leading Group"),
    term("县域经济", "county-level economy"),
    term("国务院", "State Council"),
    term("国务院办公厅", "General Office of the State Council"),
    term("获得感、幸福感、安全感", "sense of fulfillment, happiness, and security"),
    term("“一带一路”科技交流大会", "Belt and Road Conference on Science and Technology Exchange"),
    term("世界卫生组织", "WHO"),
    term("社会主义现代化国家", "modern socialist country"),
    term("代表团", "delegation"),
    term("中央经济工作会议", "Central Economic Work Conference", never=("Central Economic Working Conference",)),
    term("5G", "5G"),
    term("GDP", "gross domestic product"),
)


def glossary(*terms: Term) -> Glossary:
    """Return a glossary from Chinese to English, of TERMS where none is given."""
    return Glossary(source=ZH_CN, target=EN, terms=terms or TERMS)


def scanner(*terms: Term, back: bool = False, day: Any = None) -> Scanner:
    """Return a scanner from Chinese to English, or back."""
    source, target = (EN, ZH_CN) if back else (ZH_CN, EN)
    return Scanner(glossary(*terms), source=source, target=target, day=day)


def outcomes(
    source: str, target: str, *terms: Term, back: bool = False, seen: Sequence[Any] = (), day: Any = None
) -> list[str]:
    """Return each verdict as `outcome: source characters | target characters`."""
    verdicts = scanner(*terms, back=back, day=day).compare(source, target, seen=seen)
    return [
        f"{verdict.outcome.value}: {source[verdict.match.start : verdict.match.end]} | "
        + (target[slice(*verdict.span)] if verdict.span else "")
        for verdict in verdicts
    ]
