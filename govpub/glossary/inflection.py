"""English inflection, folded: every form of a word has one key, so that "countries" is found for "country".

The key is a light stem, not a lemma: it need not be a word, it only has to be the same for the plural, the third
person, the past, the participles and both spellings (-ise/-ize, -our/-or) of one word, and to keep words of
different meaning apart. Derivations ("develop", "development") stay apart on purpose: they are other words.
"""

from __future__ import annotations

import functools

__all__ = ["is_regular", "stem"]

# Closed classes: base form, then its irregular forms.
_IRREGULAR = """
be am is are was were been being; have has had having; do does did done doing; go goes went gone going;
say said; make made; take took taken; give gave given; come came; see saw seen; know knew known; get got gotten;
keep kept; hold held; lead led; bring brought; begin began begun; build built; rebuild rebuilt; buy bought;
catch caught; choose chose chosen; cost costs; cut cutting; deal dealt; draw drew drawn; drive drove driven;
eat ate eaten; fall fell fallen; feel felt; fight fought; find found; fly flew flown; forge forged; get getting;
grow grew grown; hear heard; hide hid hidden; lay laid;
lie lain lying; leave left; lend lent; lose lost; mean meant; meet met;
pay paid; put putting; read reading; ride rode ridden; ring rang rung; rise rose risen; run ran running;
seek sought; sell sold; send sent; set setting; shake shook shaken; show shown; shrink shrank shrunk; sing sang sung;
sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; understand understood; steal stole stolen;
strike struck; strive strove striven; swear swore sworn; sweep swept; swim swam swum; teach taught; tell told;
think thought; throw threw thrown; undergo underwent undergone; undertake undertook undertaken;
uphold upheld; oversee oversaw overseen; overcome overcame; withstand withstood; win won winning; write wrote written;
weave wove woven; bear bore borne; bind bound; break broke broken; become became; forget forgot forgotten;
freeze froze frozen; spread spreading; shed shedding; use used using; agree agreed; free freed; guarantee guaranteed;
decree decreed; foresee foresaw foreseen; withdraw withdrew withdrawn; uplift uplifted;
child children; man men; woman women; foot feet; tooth teeth; mouse mice; goose geese; ox oxen; person persons;
criterion criteria; phenomenon phenomena; datum data; medium media; crisis crises; thesis theses; hypothesis hypotheses;
axis axes; emphasis emphases; oasis oases; synthesis syntheses; parenthesis parentheses; index indices; matrix matrices;
appendix appendices; curriculum curricula; bacterium bacteria; nucleus nuclei; life lives; wife wives; knife knives;
leaf leaves; shelf shelves; half halves; wolf wolves; calf calves; loaf loaves; thief thieves; self selves;
center centre centred centring; meter metre; kilometer kilometre; liter litre; theater theatre; fiber fibre;
program programme; defense defence; license licence; offense offence; gray grey; catalog catalogue; tire tyre;
check cheque; aging ageing; judgment judgement; fulfill fulfil fulfilled fulfilling; fulfillment fulfilment;
enroll enrol enrolled; enrollment enrolment; skillful skilful; plow plough; mold mould
"""
_BASE = {form: base for entry in _IRREGULAR.split(";") for base, *forms in [entry.split()] for form in forms}

# Words whose last s makes another word of them, or is no ending.
_INVARIABLE = frozenset(
    ("news", "goods", "customs", "arms", "means", "series", "species", "corps", "headquarters", "overseas")
)
_KEPT_ENDINGS = ("ss", "us", "is", "ics")
_VOWELS = frozenset("aeiou")
_SHORTEST = 3
_LONG_SPELLING = 6


_BASES = frozenset(_BASE.values())


def is_regular(word: str) -> bool:
    """Return whether all forms of `word`, given in small letters, differ only in their endings."""
    return word not in _BASE and word not in _BASES


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the key that all forms of `word` share; `word` is lower case and without a possessive ending."""
    word = _BASE.get(word, word)
    if not (word.isascii() and word.isalpha()) or len(word) <= _SHORTEST:
        return word
    if word.endswith("s") and not word.endswith(_KEPT_ENDINGS) and word not in _INVARIABLE:
        word = word[:-1]
        word = _BASE.get(word, word)
    return _spelling(_tail(_participle(word)))


def _participle(word: str) -> str:
    """Take off -ing and -ed where a word remains (not in "spring", "need")."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and not word.endswith("eed"):
            rest = word[: -len(ending)]
            if len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest):
                return rest
    return word


def _tail(word: str) -> str:
    """Fold what inflection changes at the end of a base: silent e, y to i, a doubled consonant."""
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST and word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word


def _spelling(word: str) -> str:
    """Fold British spelling to American: -is(ation) to -iz(ation), -our to -or."""
    if len(word) < _LONG_SPELLING:
        return word
    if word.endswith("isation"):
        return word[:-7] + "ization"
    if word.endswith("is"):
        return word[:-1] + "z"
    if word.endswith("our"):
        return word[:-2] + "r"
    return word
