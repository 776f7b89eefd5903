"""English abbreviations that end with a full stop, by what may follow them, and words that open sentences."""

from __future__ import annotations

__all__ = ["BEFORE_NAMES", "BEFORE_NUMBERS", "NEVER_LAST", "OFTEN_LAST", "STARTERS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NAMES = _words(
    "Mr Mrs Ms Messrs Mx Dr Prof Gov Gen Sen Rep Pres Amb Sec-Gen Maj Col Lt Sgt Capt Cmdr Adm Rev Hon St Ste Mt Ft"
)
"""A name follows: never the end of a sentence."""
NEVER_LAST = _words("e.g i.e cf vs viz approx ca incl esp resp Ed Eds ed eds trans")
"""Something always follows."""
BEFORE_NUMBERS = _words(
    "No Nos no nos Art Arts art arts Sec Secs sec secs Fig Figs fig figs p pp Vol Vols vol vols Ch ch Chap chap "
    "Para Paras para paras Eq Tab Doc Rm Tel Ext tel ext Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue "
    "Tues Wed Thu Thur Thurs Fri Sat Sun"
)
"""A number may follow: no end of a sentence before one."""
OFTEN_LAST = _words(
    "U.S U.K U.N E.U U.S.A D.C P.R P.R.C a.m p.m A.M P.M B.C A.D Ph.D M.D B.A M.A M.Sc B.Sc LL.D Inc Ltd Co Corp "
    "Bros Dept Univ Govt Jr Sr Esq Ave Blvd Rd Est etc et.al al LLC Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov "
    "Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Nos Art Sec Fig Vol Ch"
)
"""May stand last: the end of a sentence only before a word that opens sentences."""
STARTERS = _words(
    "A About According Accordingly Across Additionally After Again All Also Although Among An And Another Any Are "
    "As At Because Before Besides Between Beyond Both But By Can Come Consequently Despite Did Do Does During Each "
    "Either Every Everyone Finally First Following For Foreign From Further Furthermore Given Had Has Have He Hence "
    "Her Here His How However I If In Initially Instead Is It Its Last Later Let Many Meanwhile Moreover Most "
    "Neither Nevertheless Next No Nobody None Nonetheless Nor Not Nothing Now Of On Once One Only Or Other Others "
    "Our Out Over Please Previously Rather Second She Should Similarly Since So Some Such That The Their Then There "
    "Therefore These They This Those Though Three Through Throughout Thus To Today Together Tomorrow Two Under "
    "Unless Until Up Upon Was We Were What When Where Whether Which While Who Why Will With Within Without Yes "
    "Yesterday Yet You Your"
)
"""Words that, capitalised, open a sentence far more often than a name."""
