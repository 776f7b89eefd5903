"""What the scanner finds in the source, and which span of the target it gives to which occurrence."""

import gc
import itertools
import sys
import time
from datetime import date

import pytest
from hypothesis import given
from support.strategies import mixed_text
from support.terms import TERMS, glossary, outcomes, scanner, term

import govpub.glossary
from govpub.glossary import Outcome, Scanner, term_key
from govpub.locales import EN, ZH_CN
from govpub.model.term import Glossary, TermClass


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        # plain, quoted, inflected, hyphenated, with and without articles
        ("坚决做到“两个维护”", "accomplish the “two upholds”", ["approved: 两个维护 | two upholds"]),
        ("对外开放", "has opened up", ["approved: 对外开放 | opened up"]),
        ("对外开放", "the opening-up policy", ["approved: 对外开放 | opening-up"]),
        (
            "乡村全面振兴",
            "all around rural revitalisation",
            ["approved: 乡村全面振兴 | all around rural revitalisation"],
        ),
        ("县域经济", "county-level economies’ growth", ["approved: 县域经济 | county-level economies"]),
        ("国务院说", "The State Council’s plan", ["approved: 国务院 | State Council’s"]),
        (
            "国务院办公厅",
            "General Office of State Council",
            ["approved: 国务院办公厅 | General Office of State Council"],
        ),
        ("两会", "the two sessions", ["approved: 两会 | two sessions"]),
        # commas of a list, brackets, gaps
        (
            "获得感、幸福感、安全感",
            "a sense of fulfillment, happiness and security",
            ["approved: 获得感、幸福感、安全感 | sense of fulfillment, happiness and security"],
        ),
        (
            "党组（扩大）会议",
            "an enlarged meeting of the Party Leading Group",
            ["approved: 党组（扩大）会议 | enlarged meeting of the Party Leading Group"],
        ),
        (
            "党组（扩大）会议",
            "an (enlarged) meeting of Party Leading Group",
            ["approved: 党组（扩大）会议 | enlarged) meeting of Party Leading Group"],
        ),
        (
            "省委常委会",
            "the Standing Committee of the CPC Sichuan Provincial Committee",
            ["approved: 省委常委会 | Standing Committee of the CPC Sichuan Provincial Committee"],
        ),
        (
            "省委常委会",
            "Standing Committee of the CPC Provincial Committee",
            ["approved: 省委常委会 | Standing Committee of the CPC Provincial Committee"],
        ),
        (
            "省委常委会",
            "the Standing Committee met. The CPC one. A Provincial Committee",
            ["scattered: 省委常委会 | Standing Committee met. The CPC one. A Provincial"],
        ),
        # a gap of at most six words
        (
            "省委常委会",
            "Standing Committee of the CPC b c d e f g h Provincial Committee",
            ["scattered: 省委常委会 | Standing Committee of the CPC b c d e f g h Provincial"],
        ),
        # two occurrences want two renderings
        (
            "国务院说，国务院做",
            "the State Council says and the State Council does",
            ["approved: 国务院 | State Council"] * 2,
        ),
        (
            "国务院说，国务院做",
            "the State Council says and does",
            ["approved: 国务院 | State Council", "repeated: 国务院 | "],
        ),
        ("国务院说，国务院做", "the State Council says what it does", ["approved: 国务院 | State Council"]),
        (
            "国务院说，国务院做，国务院查",
            "the State Council says what it does",
            ["approved: 国务院 | State Council"] + ["repeated: 国务院 | "] * 2,
        ),
        # nested terms
        ("中国共产党", "the Communist Party of China", ["approved: 中国共产党 | Communist Party of China"]),
        ("中共中央", "the CPC Central Committee", ["approved: 中共中央 | CPC Central Committee"]),
        (
            "国务院和国务院办公厅",
            "the General Office of the State Council and the State Council",
            ["approved: 国务院 | State Council", "approved: 国务院办公厅 | General Office of the State Council"],
        ),
        (
            "国务院和国务院办公厅",
            "the General Office of the State Council",
            ["repeated: 国务院 | ", "approved: 国务院办公厅 | General Office of the State Council"],
        ),
        (
            "四川省人民政府",
            "the People's Government of Sichuan Province",
            ["approved: 四川 | Sichuan", "approved: 省人民政府 | People's Government of Sichuan Province"],
        ),
        # words that stand apart; nothing at all; words too far apart to have to do with each other
        (
            "县域经济",
            "the county " + "and so on " * 5 + "at a level of the economy",
            ["partial: 县域经济 | level of the economy"],
        ),
        ("县域经济", "the county " + "and so on " * 9 + "its level; wealth", ["missing: 县域经济 | "]),
        (
            "乡村全面振兴",
            "rural revitalization, and all around",
            ["partial: 乡村全面振兴 | rural revitalization, and all around"],
        ),
        ("两会", "the meetings", ["missing: 两会 | "]),
        ("两会", "two. Sessions", ["scattered: 两会 | two. Sessions"]),
        # refused renderings
        ("两个维护", "the “two safeguards”", ["forbidden: 两个维护 | two safeguards"]),
        (
            "两个维护",
            "the two upholds, not two safeguards",
            ["approved: 两个维护 | two upholds", "surplus: 两个维护 | two safeguards"],
        ),
        ("中国", "the Republic of China", ["forbidden: 中国 | Republic of China"]),
        ("中国", "the People's Republic of China", ["approved: 中国 | China"]),
        ("中华人民共和国", "the People’s Republic of China", ["approved: 中华人民共和国 | People’s Republic of China"]),
        ("中华人民共和国", "the People Republic of China", ["partial: 中华人民共和国 | People Republic of China"]),
        ("一般文字", "two safeguards", []),
        (
            "中央经济工作会议",
            "the Central Economic Working Conference",
            ["forbidden: 中央经济工作会议 | Central Economic Working Conference"],
        ),
        # short forms
        ("中国共产党", "the CPC", ["early: 中国共产党 | CPC"]),
        (
            "中国共产党、中国共产党",
            "the Communist Party of China (CPC)",
            ["approved: 中国共产党 | Communist Party of China", "short: 中国共产党 | CPC"],
        ),
        # case
        ("两个确立", "two affirmations of a contract", ["case: 两个确立 | two affirmations"]),
        ("两个确立", "grasp the Two Affirmations", ["approved: 两个确立 | Two Affirmations"]),
        ("两个确立", "It is “two Affirmations”", ["case: 两个确立 | two Affirmations"]),
        ("两个确立", "“TWO AFFIRMATIONS” they say", ["approved: 两个确立 | TWO AFFIRMATIONS"]),
        ("两个确立", "TWO AFFIRMATIONS", ["approved: 两个确立 | TWO AFFIRMATIONS"]),
        ("没有这个词", "two affirmations of a contract", []),
        # acronyms are not words
        ("世界卫生组织", "those who came", ["missing: 世界卫生组织 | "]),
        ("世界卫生组织", "the WHO's plan", ["approved: 世界卫生组织 | WHO's"]),
        # longer strings in which a term is not meant
        ("两个维护者和两个维护分支", "anything", []),
        ("两个维护者坚持两个维护", "two upholds", ["approved: 两个维护 | two upholds"]),
        # Latin terms are whole words
        ("5G网络", "5G network", ["approved: 5G | 5G"]),
        ("用GDP核算", "measured by GDP", ["approved: GDP | GDP"]),
        ("15G流量和5GB", "15G traffic and 5GB", []),
        # inflected words of ordinary sentences
        (
            "社会主义现代化国家",
            "modern socialist countries",
            ["approved: 社会主义现代化国家 | modern socialist countries"],
        ),
        ("各代表团", "the delegations", ["approved: 代表团 | delegations"]),
        # placeholders, invisible characters, full-width forms, quotation marks inside a term
        ("“两个<1>维护</1>”", "the <1>two</1> up\u200bholds", ["approved: 两个<1>维护 | two</1> up\u200bholds"]),
        ("５Ｇ网络", "5G network", ["approved: ５Ｇ | 5G"]),
        (
            "一带一路科技交流大会",
            "the Belt and Road Conference on Science and Technology Exchange",
            ["approved: 一带一路科技交流大会 | Belt and Road Conference on Science and Technology Exchange"],
        ),
        ("国务院", "State<1/>Council", ["approved: 国务院 | State<1/>Council"]),
    ],
)
def test_verdicts_on_translations_from_chinese(source, target, wanted):
    assert outcomes(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (
            "the State Council and its General Office of the State Council",
            "国务院和国务院办公厅",
            ["approved: State Council | 国务院", "approved: General Office of the State Council | 国务院办公厅"],
        ),
        ("The State Council met.", "会议召开。", ["missing: State Council | "]),
        (
            "The State Council met; the State Council agreed.",
            "国务院开会。",
            ["approved: State Council | 国务院", "repeated: State Council | "],
        ),
        ("make the two upholds", "两个<1>维护</1>者", ["missing: two upholds | "]),
        ("make the two upholds", "做到“两个<1>维护</1>”", ["approved: two upholds | 两个<1>维护"]),
        ("those who came to China", "来中国的人", ["approved: China | 中国"]),
        (
            "modern socialist countries",
            "社会主义现代化国家",
            ["approved: modern socialist countries | 社会主义现代化国家"],
        ),
        ("two affirmations of a contract", "合同的两次确认", []),
        ("the state council of students", "学生会", []),
        (
            "the Standing Committee of the CPC Sichuan Provincial Committee",
            "四川省委常委会",
            ["approved: Standing Committee of the CPC Sichuan Provincial Committee | 省委常委会"],
        ),
        ("A CPC Central Committee decision", "中共中央的决定", ["approved: CPC Central Committee | 中共中央"]),
    ],
)
def test_verdicts_on_translations_from_english(source, target, wanted):
    assert outcomes(source, target, back=True) == wanted


def test_any_term_with_the_rendering_will_do():
    terms = (term("党中央", "Central Committee"), term("中央委员会", "Central Committee"))
    assert outcomes("the Central Committee", "中央委员会", *terms, back=True) == [
        "approved: Central Committee | 中央委员会"
    ]
    [match] = scanner(*terms, back=True).find("the Central Committee")
    assert [each.source for each in match.terms] == ["党中央", "中央委员会"]


def test_the_day_chooses_among_senses():
    terms = (
        term("五个统筹", "five balances", sense="2003", valid_to=date(2024, 12, 10)),
        term("五个统筹", "five coordinations", sense="2024", valid_from=date(2024, 12, 11)),
    )
    assert outcomes("五个统筹", "five coordinations", *terms, day=date(2024, 12, 25)) == [
        "approved: 五个统筹 | five coordinations"
    ]
    assert outcomes("五个统筹", "five balances", *terms, day=date(2024, 12, 25)) == ["missing: 五个统筹 | "]
    assert outcomes("五个统筹", "five balances", *terms, day=date(2010, 1, 1)) == ["approved: 五个统筹 | five balances"]
    assert outcomes("五个统筹", "five balances", *terms) == ["approved: 五个统筹 | five balances"]


def test_a_term_seen_in_full_before_may_be_short():
    assert outcomes("中国共产党", "the CPC", seen={term_key(TERMS[2])}) == ["short: 中国共产党 | CPC"]


def test_a_refused_rendering_inside_any_approved_one_is_not_meant():
    terms = (
        term("共和国", "Republic", never=("Republic of China",)),
        term("中华人民共和国", "People's Republic of China"),
    )
    assert outcomes("共和国", "the People's Republic of China", *terms) == ["approved: 共和国 | Republic"]


def test_an_exception_hides_its_own_term_only():
    terms = (term("都市", "city", not_in=("成都市",)), term("成都", "Chengdu"), term("市民", "citizen"))
    found = [(match.start, match.terms[0].source) for match in scanner(*terms).find("成都市民，都市")]
    assert found == [(0, "成都"), (2, "市民"), (5, "都市")]


def test_a_later_term_overrides_an_earlier_one_and_one_without_rendering_is_none():
    terms = (term("两会", "both meetings"), term("两会", "two sessions"), term("省", " "))
    assert outcomes("省两会", "two sessions", *terms) == ["approved: 两会 | two sessions"]


def test_a_glossary_of_another_pair_finds_nothing():
    strange = Scanner(glossary(), source=ZH_CN, target=ZH_CN)
    assert strange.find("两会") == ()
    assert strange.compare("两会", "") == ()


def test_find_tells_offsets_of_the_stored_text():
    text = "坚决做到“两个<1>维护</1>”。"
    [match] = scanner().find(text)
    assert text[match.start : match.end] == "两个<1>维护"


@given(mixed_text, mixed_text)
def test_every_text_has_an_answer_with_spans_inside_it(source, target):
    for back in (False, True):
        reader = _BACK if back else _FORTH
        one, other = (target, source) if back else (source, target)
        last = 0
        for match in reader.find(one):
            assert last <= match.start < match.end <= len(one)
            last = match.end
        for verdict in reader.compare(one, other):
            if verdict.span is not None:
                assert 0 <= verdict.span[0] < verdict.span[1] <= len(other)


@given(mixed_text)
def test_spans_are_given_once(target):
    verdicts = _FORTH.compare("中国共产党和中国、中国与两个维护和国务院", target)
    spans = sorted(verdict.span for verdict in verdicts if verdict.span and verdict.outcome is not Outcome.SCATTERED)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


_FORTH, _BACK = scanner(), scanner(back=True)

_HOSTILE = {
    "one term": ("两会", "two sessions "),
    "one gap": ("省委常委会", "Standing Committee of the CPC a "),
    "many refused": ("中国", "China Republic of China "),
    "brackets": ("两个维护者", "<1>two<1/>"),
    "nested": ("国务院办公厅国务院", "General Office of the State Council "),
    "abutting": ("四川省人民政府", "People's Government of Sichuan Province "),
    "one letter": ("a", "a"),
    "marks": ("“”", "'’-"),
    "initials": ("U.S.", "U.S."),
    "digits": ("1,", "1,1."),
    "apostrophes": ("中", "a'"),
    "capitals": ("两个确立", "two Affirmations "),
}


@pytest.mark.parametrize("back", [False, True], ids=["zh-en", "en-zh"])
@pytest.mark.parametrize("case", _HOSTILE)
def test_time_grows_linearly(case, back):
    # faults.md, row 13: under 1 s, and doubling 10^5 characters costs at most 2.5 times as much.
    source, target = _HOSTILE[case]
    reader = _BACK if back else _FORTH
    one, other = (target, source) if back else (source, target)
    reader.compare(one, other)

    def cost(length):
        texts = (one * (length // len(one)), other * (length // len(other)))
        times = []
        for _ in range(5):
            began = time.process_time()
            reader.compare(*texts)
            times.append(time.process_time() - began)
        return min(times)

    # Coverage would be measured, not the scanner.
    tracer = sys.gettrace()
    gc.disable()  # it runs when it likes, mostly in the longer text
    sys.settrace(None)
    try:
        short, long = cost(50_000), cost(100_000)
    finally:
        gc.enable()
        sys.settrace(tracer)
    assert long < 1
    assert long <= 2.5 * short + 0.05


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("we open up", "approved"),
        ("Open up!", "approved"),
        ("They said: “Open up!”", "approved"),
        ("They said, “Open up!”", "approved"),
        ("they Open Up", "case"),
        ("WE OPEN UP", "approved"),
        ("Reforming and Opening Up", "approved"),
        ("we OPEN up", "case"),
    ],
)
def test_small_letters_may_be_capitals_where_text_has_them_anyway(text, wanted):
    [verdict] = scanner(term("开放", "open up", case="exact")).compare("开放", text)
    assert verdict.outcome.value == wanted


def test_from_english_the_longest_rendering_is_found_and_a_name_has_capitals():
    terms = (
        term("市", "City"),
        term("市长", "City … Mayor"),
        term("开放", "opening"),
        term("对外开放", "opening up"),
        term("扩大开放", "opening up wider"),
    )
    text = "The opening up of the City by its old Mayor; opening up; the city’s opening, wider"
    found = [text[match.start : match.end] for match in scanner(*terms, back=True).find(text)]
    assert found == ["opening up", "City by its old Mayor", "opening up", "opening"]


@pytest.mark.parametrize("place", ["", "Yunling ", "Inner Mongolia Autonomous Regional "])
def test_a_gap_may_be_empty(place):
    """A province's own papers say "the CPC Provincial Committee"."""
    both = scanner(term("省委", "CPC … Provincial Committee"))
    [verdict] = both.compare("省委印发", f"issued by the CPC {place}Provincial Committee")
    assert verdict.outcome.value == "approved"


def test_an_unknown_name_is_no_part_of_the_room():
    with pytest.raises(AttributeError, match="no attribute 'absent'"):
        _ = govpub.glossary.absent


def test_a_scanner_without_terms_finds_nothing():
    assert Scanner(Glossary(source=ZH_CN, target=EN), source=ZH_CN, target=EN).compare("两会", "two") == ()


def test_a_rendering_of_two_terms_and_in_two_spellings_wants_either():
    terms = (term("对外开放", "opening up"), term("打开", "opening-up"), term("展开", "opening", also=("——",)))
    [match] = scanner(*terms, back=True).find("the opening-up")
    assert [each.source for each in match.terms] == ["对外开放", "打开"]
    assert scanner(term("展", "show", never=("——",))).compare("展", "show")[0].outcome is Outcome.APPROVED


def test_one_span_may_render_two_terms_only_where_they_stand_side_by_side():
    joined = outcomes("四川省人民政府", "the People's Government of Sichuan Province")
    apart = outcomes("四川的省人民政府", "the People's Government of Sichuan Province")
    assert [line.split(":")[0] for line in joined] == ["approved", "approved"]
    assert [line.split(":")[0] for line in apart] == ["repeated", "approved"]


_TITLES = (
    term("省长", "Governor", term_class=TermClass.TITLE),
    term("副省长", "Vice Governor", term_class=TermClass.TITLE),
)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("省长", "the Vice Governor", ["missing: 省长 | "]),
        ("副省长", "the Governor", ["missing: 副省长 | "]),
        (
            "省长和副省长",
            "the Vice Governor and the Vice Governor",
            ["missing: 省长 | ", "approved: 副省长 | Vice Governor"],
        ),
        (
            "省长和副省长",
            "the Governor and the Vice Governor",
            ["approved: 省长 | Governor", "approved: 副省长 | Vice Governor"],
        ),
    ],
)
def test_a_longer_title_is_another_title(source, target, wanted):
    assert outcomes(source, target, *_TITLES) == wanted


def test_a_longer_title_is_another_title_in_chinese_too():
    assert outcomes("the Governor", "副省长", *_TITLES, back=True) == ["missing: Governor | "]
    assert outcomes("the Governor", "省长和副省长", *_TITLES, back=True) == ["approved: Governor | 省长"]


def test_initials_with_points_are_no_words():
    assert outcomes("美国", "with us", term("美国", "U.S.")) == ["missing: 美国 | "]
    assert outcomes("美国", "the US", term("美国", "U.S.")) == ["approved: 美国 | US"]
