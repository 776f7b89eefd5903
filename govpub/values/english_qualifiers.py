"""What stands around a number in English text: hedges (nearly, or more), and where it moves (up, fell to)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Measure, Trend
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.values.draft import Draft

__all__ = ["qualify"]

_HEDGES: Mapping[str, Hedge] = MappingProxyType(
    dict.fromkeys(
        (
            "nearly",
            "almost",
            "close to",
            "just under",
            "under",
            "below",
            "less than",
            "fewer than",
            "approaching",
            "short of",
        ),
        Hedge.UNDER,
    )
    | dict.fromkeys(
        ("over", "more than", "above", "exceeding", "in excess of", "upwards of", "greater than"), Hedge.OVER
    )
    | dict.fromkeys(("exceed", "exceeds", "exceeded", "surpass", "surpassed", "surpasses", "topped", "top"), Hedge.OVER)
    | dict.fromkeys(("surpassing", "topping", "higher than", "plus", "odd", "passed", "passing", "beyond"), Hedge.OVER)
    | dict.fromkeys(("broke through", "broken through", "breaking through"), Hedge.OVER)
    | dict.fromkeys(
        ("about", "around", "some", "approximately", "roughly", "circa", "estimated", "estimated at", "near"),
        Hedge.ABOUT,
    )
    | dict.fromkeys(("at least", "no less than", "not less than", "no fewer than", "no lower than"), Hedge.LEAST)
    | dict.fromkeys(("minimum of", "more", "above", "higher"), Hedge.LEAST)
    | dict.fromkeys(("at most", "up to", "no more than", "not more than", "maximum of", "not exceeding"), Hedge.MOST)
    | dict.fromkeys(("not exceed", "no higher than", "within", "less", "below", "lower"), Hedge.MOST)
    | {"so": Hedge.ABOUT}
)
_BEFORE = pattern(
    r"\b(?P<hedge>nearly|almost|close\sto|just\sunder|under|below|less\sthan|fewer\sthan|approaching|short\sof"
    r"|no\sless\sthan|not\sless\sthan|no\sfewer\sthan|no\slower\sthan|no\smore\sthan|not\smore\sthan|no\shigher\sthan"
    r"|over|more\sthan|above|not\sexceed(?:ing)?|exceed(?:ed|s|ing)?|in\sexcess\sof|upwards\sof|greater\sthan|higher\sthan"
    r"|surpass(?:ed|es|ing)?|topp(?:ed|ing)|top|about|around|some|near|approximately|roughly|circa|estimated(?:\sat)?|at\sleast|minimum\sof"
    r"|pass(?:ed|ing)|br(?:oke|oken|eaking)\sthrough|beyond|at\smost|up\sto|maximum\sof|within)"
    r"\s(?:the\s|an?\s|magnitude\s)?(?:rmb\s?|cny\s?)?$"
    r"|\b(?P<beyond>exceed(?:s|ed|ing)?|above|surpass(?:ed|es|ing)?|below)\s(?:the|its|their)\s(?:\w{1,12}\s)?\w{1,12}\sof\s$"
)
_AFTER = pattern(r"\+|\s(?:\w{2,20}\s)?or\s(?P<hedge>more|above|so|less|below|higher|lower)\b|-(?P<plus>plus|odd)\b")
_UP = (
    "up|rose|rise|risen|rising|grew|grow|growing|grown|growth|increas(?:e|ed|es|ing)|climb(?:ed|ing)|expand(?:ed|ing)"
    "|jump(?:ed)?"
)
_DOWN = r"down|f[ae]ll(?:en|ing)?|declin(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|drop(?:ped|ping)?|shrank|contracted|slid"
_BETWEEN = "by|of|a|an|about|around|some|nearly|over|further|more|than"
_TREND = pattern(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<to>\sto)?(?:\s(?:{_BETWEEN}))*\s$")
_COMPARED = pattern(r"\s(?:(?P<up>higher|more)|(?P<down>lower|less|fewer))\b")
_COMPARES = frozenset((" h", " m", " l", " f"))
_MORE = pattern(r"\s(?:more|higher|greater|larger|as\smuch)\b")

# What the patterns need before a number, so that most numbers are spared them: one of these words near it, and one of
# the others beside it.
_HEDGE_WORDS = (
    "nearly almost to under below than approaching over above exceed exceeds exceeded exceeding of surpass surpasses"
    " surpassed surpassing topped topping top about around some near approximately roughly circa estimated least most"
    " within short passed passing through beyond"
)
_TREND_WORDS = (
    "up rose rise risen rising grew grow growing grown growth increase increased increases increasing climbed climbing"
    " expanded expanding jump jumped down fell fall fallen falling decline declined declines declining"
    " decrease decreased decreases decreasing drop dropped dropping shrank contracted slid"
)
_HEDGING = frozenset(_HEDGE_WORDS.split())
_MOVING = frozenset(_TREND_WORDS.split())
_BESIDE = _HEDGING.union(_MOVING, _BETWEEN.split("|"), ("to", "the", "a", "an", "rmb", "cny", "magnitude", "at"))
_ENDS = frozenset("+-")
_REACH = 36
"""Characters before a number in which its hedge and trend stand, or after it."""


def qualify(text: str, draft: Draft) -> None:
    """Add the hedge and the trend that `text`, which is in lower case, gives to a number."""
    start, end = draft.start, draft.end
    if text[start - 1 : start].isspace():
        beside = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
        if beside in _BESIDE or not beside.isalpha():
            _before(text, draft)
    if text[end : end + 1] in _ENDS or text.find("or", end, end + _REACH) >= 0:
        after = _AFTER.match(text, end)
        if after is not None:
            draft.hedge = _HEDGES[after["hedge"]] if after["hedge"] else Hedge.OVER
    if text[end : end + 2] in _COMPARES and draft.trend is Trend.NONE:
        compared = _COMPARED.match(text, end)
        if compared is not None:
            draft.trend = Trend.UP if compared["up"] else Trend.DOWN
    if draft.measure is Measure.MULTIPLE and _MORE.match(text, end):
        draft.others = (draft.value + 1,)


def _before(text: str, draft: Draft) -> None:
    reach = max(0, draft.start - _REACH)
    words = text[reach : draft.start].split()
    before = None if _HEDGING.isdisjoint(words) else _BEFORE.search(text, reach, draft.start)
    if before is not None:
        draft.hedge = _HEDGES[" ".join((before["hedge"] or before["beyond"]).split())]
    trend = None if _MOVING.isdisjoint(words) else _TREND.search(text, reach, draft.start)
    if trend is not None:
        draft.trend = Trend.UP if trend["up"] else Trend.DOWN
        draft.to = trend["to"] is not None
        if draft.measure is Measure.MULTIPLE and not draft.to and draft.trend is Trend.UP:
            draft.others = (draft.value + 1,)  # "grew two times" is read both ways
