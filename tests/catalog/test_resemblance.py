"""What is reworded, split, merged or moved takes its translation along as fuzzy; what says something else does not."""

import hashlib
import time
from datetime import date

import pytest
from support.growth import assert_near_linear

from govpub.catalog import FateKind, carry_over
from govpub.catalog.candidates import Candidates
from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment
from govpub.model.term import Glossary, Term
from govpub.po import parse_po, serialize_po

KEPT, MOVED, REVIVED, CHANGED, SPLIT, MERGED, VETOED, NEW = FateKind
DRILL = "全市防汛演练在城东水库举行，出动抢险队员二百一十人。"
MOVE = "转移安置群众一千三百余人，全程用时四十七分钟。"
MAYOR = "市长出席演练，并与队员交谈。"
END = "演练达到了预期效果。"
SCANNER = Scanner(
    Glossary(
        source=ZH_CN,
        target=EN,
        terms=(Term(source="两会", rendering="two sessions"), Term(source="国务院", rendering="State Council")),
    ),
    source=ZH_CN,
    target=EN,
    day=date(2026, 1, 1),
)


def segments(*texts):
    seen = {}
    for text in texts:
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        seen[digest] = seen.get(digest, 0) + 1
        yield Segment(id=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}", text=text)


def carry(old, *texts, source=ZH_CN, scanner=None):
    target = EN if source is ZH_CN else ZH_CN
    wanted = [text if isinstance(text, Segment) else next(segments(text)) for text in texts]
    if all(isinstance(text, str) for text in texts):
        wanted = list(segments(*texts))
    named = {"source": source, "target": target, "article_name": "drill", "scanner": scanner}
    carried = carry_over(old, wanted, **named)
    written = serialize_po(carried.file)
    assert serialize_po(carry_over(parse_po(written), wanted, **named).file) == written
    return carried


def translated(*texts, source=ZH_CN):
    file = carry(None, *texts, source=source).file
    entries = (entry.replace(msgstr=(f"T{n}",), comments=(f"c{n}",)) for n, entry in enumerate(file.entries))
    return file.replace_entries(entries)


def live(carried):
    return [(e.msgid, e.msgstr[0], e.previous_msgid) for e in carried.file.entries if not e.obsolete]


def resting(carried):
    return [(e.msgid, e.msgstr[0]) for e in carried.file.entries if e.obsolete]


def kinds(carried):
    return [fate.kind for fate in carried.fates]


def test_a_reworded_sentence_keeps_its_translation_as_fuzzy():
    reworded = DRILL.replace("在城东水库举行", "今天在城东水库顺利举行")
    carried = carry(translated(DRILL, END), reworded, END)
    assert kinds(carried) == [CHANGED, KEPT]
    entry = carried.file.entries[0]
    assert (entry.msgid, entry.msgstr, entry.previous_msgid) == (reworded, ("T0",), DRILL)
    assert (entry.flags, entry.comments) == (("fuzzy",), ("c0",))
    assert resting(carried) == []
    [fate, _kept] = carried.fates
    assert fate.old == DRILL
    assert 80 < fate.score < 100
    assert (carried.changed, carried.kept, carried.obsolete) == (1, 1, 0)


def test_reworded_twice_it_still_says_what_the_translation_was_made_from():
    once = carry(translated(DRILL), DRILL.replace("举行", "顺利举行")).file
    again = carry(once, DRILL.replace("举行", "成功举行"))
    assert live(again) == [(DRILL.replace("举行", "成功举行"), "T0", DRILL)]
    assert resting(again) == []
    back = carry(again.file, DRILL)
    assert live(back) == [(DRILL, "T0", None)]
    assert back.file.entries[0].fuzzy, "who changed it meanwhile is not known"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("一季度全市工业增加值同比增长。", "二季度全市工业增加值同比增长。", "date"),
        ("会议定于3月5日在市政府召开。", "会议定于3月6日在市政府召开。", "date"),
        ("全市出动队员210人参加演练。", "全市出动队员220人参加演练。", "number"),
        ("该项目不符合申报条件。", "该项目没有符合申报条件。", "negation"),
        ("国务院新闻办公室印发通知。", "国务院办公厅印发通知。", "name"),
        ("市长王小明出席演练活动。", "市长李大伟出席演练活动。", "name"),
    ],
)
def test_what_says_something_else_is_named_and_not_filled_in(old, new, kind):
    carried = carry(translated(END, old), END, new)
    assert kinds(carried) == [KEPT, VETOED]
    assert live(carried)[1] == (new, "", None)
    assert resting(carried) == [(old, "T1")]
    fate = carried.fates[1]
    assert [entry.msgstr for entry in fate.before] == [("T1",)]
    assert fate.vetoes[0].kind.value == kind
    assert (carried.vetoed, carried.new, carried.obsolete) == (1, 0, 1)
    back = carry(carried.file, END, old)
    assert live(back)[1] == (old, "T1", None)
    assert kinds(back) == [KEPT, REVIVED]


def test_terms_veto_where_there_is_a_scanner():
    old, new = "两会期间全市安全平稳有序。", "假日期间全市安全平稳有序。"
    assert kinds(carry(translated(old), new)) == [CHANGED]
    [fate] = carry(translated(old), new, scanner=SCANNER).fates
    assert [veto.message for veto in fate.vetoes] == ["term: 两会 is gone"]


def test_two_character_sentences_are_matched_too():
    assert live(carry(translated("两会", "防汛"), "防汛", "两会")) == [("防汛", "T1", None), ("两会", "T0", None)]


def test_a_translation_is_not_used_where_its_source_says_something_else_though_the_last_wording_did_not():
    once = carry(translated("3月5日，演练在城东水库举行。"), "3月5日，演练在城东水库顺利举行。").file
    twice = carry(once, "3月6日，演练在城东水库顺利举行。")
    assert kinds(twice) == [VETOED]
    assert resting(twice) == [("3月5日，演练在城东水库顺利举行。", "T0")]


def test_a_vetoed_candidate_leaves_the_place_to_another():
    old = translated("3月5日，演练在城东水库隆重举行。", END, "3月6日，演练在城西水库举行。")
    carried = carry(old, "3月6日，演练在城东水库举行。", END)
    assert live(carried)[0][1] == "T2"
    assert kinds(carried) == [CHANGED, KEPT]


def test_a_sentence_is_split():
    first, second = "全市防汛演练在城东水库举行。", "出动抢险队员二百一十人。"
    carried = carry(translated(MAYOR, DRILL, END), MAYOR, first, second, END)
    assert kinds(carried) == [KEPT, SPLIT, SPLIT, KEPT]
    assert live(carried)[1:3] == [(first, "T1", DRILL), (second, "T1", DRILL)]
    assert [entry.comments for entry in carried.file.entries[1:3]] == [("c1",), ()]
    assert all(entry.fuzzy for entry in carried.file.entries[1:3])
    assert resting(carried) == [(DRILL, "T1")], "the whole waits for the day that the parts are one again"
    assert {fate.old for fate in carried.fates[1:3]} == {DRILL}
    whole = carry(carried.file, MAYOR, DRILL, END)
    assert live(whole)[1] == (DRILL, "T1", None)
    assert [e.msgstr for e in whole.file.entries] == [("T0",), ("T1",), ("T2",)], "copies that nobody touched go"


def test_a_sentence_is_split_into_three():
    parts = ["演练在城东水库举行。", "出动抢险队员和志愿者。", "取得了很好的效果。"]
    carried = carry(translated("，".join(part[:-1] for part in parts) + "。"), *parts)
    assert kinds(carried) == [SPLIT] * 3


def test_sentences_are_merged():
    merged = DRILL[:-1] + "，" + MOVE
    carried = carry(translated(DRILL, MOVE, END), merged, END)
    assert kinds(carried) == [MERGED, KEPT]
    entry = carried.file.entries[0]
    assert (entry.msgstr, entry.previous_msgid, entry.fuzzy) == (("T0 T1",), DRILL + MOVE, True)
    assert entry.comments == ("c0", "c1")
    assert resting(carried) == [(DRILL, "T0"), (MOVE, "T1")]
    parted = carry(carried.file, DRILL, MOVE, END)
    assert live(parted) == [(DRILL, "T0", None), (MOVE, "T1", None), (END, "T2", None)]
    assert kinds(parted) == [REVIVED, REVIVED, KEPT]


def test_merged_translations_are_joined_as_their_language_has_it():
    one, other = "The drill was held at the lake.", "It took two hours."
    carried = carry(translated(one, other, source=EN), "The drill was held at the lake, it took two hours.", source=EN)
    assert carried.file.entries[0].msgstr == ("T0T1",)
    assert carried.file.entries[0].previous_msgid == f"{one} {other}"


def test_a_split_that_says_something_else_is_vetoed_as_a_whole():
    carried = carry(translated(DRILL), "全市防汛演练在城东水库举行。", "出动抢险队员二百二十人。")
    assert kinds(carried) == [VETOED, VETOED]
    assert carried.fates[0].vetoes == carried.fates[1].vetoes
    assert resting(carried) == [(DRILL, "T0")]


def test_what_is_inserted_beside_a_reworded_sentence_is_no_part_of_it():
    carried = carry(translated(DRILL), DRILL.replace("举行", "顺利举行"), "好。")
    assert kinds(carried) == [CHANGED, NEW]


def test_moved_sentences_are_told():
    carried = carry(translated(DRILL, MOVE, MAYOR, END), MOVE, MAYOR, END, DRILL)
    assert kinds(carried) == [KEPT, KEPT, KEPT, MOVED]
    assert carried.kept == 4


def test_what_moved_and_changed_is_found_by_likeness():
    carried = carry(translated(DRILL, MOVE, MAYOR, END), MOVE, MAYOR, END, DRILL.replace("举行", "顺利举行"))
    assert live(carried)[3][1] == "T0"


def test_what_moved_together_with_its_neighbour_is_found_beside_it():
    old = translated(DRILL, MOVE, MAYOR, "此次演练由市应急管理局主办，各县区的代表到现场观摩。", END)
    parts = ["此次演练由市应急管理局主办。", "各县区的代表到现场观摩。"]
    carried = carry(old, *parts, END, DRILL, MOVE, MAYOR)
    assert kinds(carried)[:2] == [SPLIT, SPLIT]


def test_obsolete_translations_are_offered_to_what_resembles_them():
    gone = carry(translated(DRILL, END), END).file
    carried = carry(gone, DRILL.replace("举行", "顺利举行"), END)
    assert kinds(carried) == [CHANGED, KEPT]
    assert live(carried)[0][1:] == ("T0", DRILL)
    assert resting(carried) == []


def test_front_matter_that_says_something_else_is_vetoed():
    old = carry(None, Segment(id="title", text="一季度经济运行平稳")).file
    old = old.replace_entries(entry.replace(msgstr=("Q1",)) for entry in old.entries)
    carried = carry(old, Segment(id="title", text="二季度经济运行平稳"))
    assert kinds(carried) == [VETOED]
    assert live(carried) == [("二季度经济运行平稳", "", None)]
    assert resting(carried) == [("一季度经济运行平稳", "Q1")]
    anew = carry(old, Segment(id="title", text="一季度全市形势向好有力"))
    assert kinds(anew) == [CHANGED], "the id stands for the text, however little is like"


def test_repeated_sentences_keep_their_own_when_one_goes():
    old = translated("甲。", "同。", "乙。", "同。", "丙。")
    carried = carry(old, "甲。", "乙。", "同。", "丙。")
    assert [row[:2] for row in live(carried)] == [("甲。", "T0"), ("乙。", "T2"), ("同。", "T3"), ("丙。", "T4")]
    assert resting(carried) == [("同。", "T1")]
    ids = [entry.msgctxt for entry in carried.file.entries if entry.msgid == "同。"]
    assert len(set(ids)) == 2, "the one that stays has taken the id of the one that went"
    back = carry(carried.file, "甲。", "同。", "乙。", "同。", "丙。")
    assert [row[1] for row in live(back)] == ["T0", "T1", "T2", "T3", "T4"]


def test_long_stretches_of_changes_are_cut_at_what_is_nearly_the_same():
    texts = [
        f"第{n}号{'甲乙丙丁戊己庚辛壬癸'[n % 10]}地块{'东南西北'[n % 4]}侧已经完成平整和绿化工作。" for n in range(60)
    ]
    old = translated(*texts)
    carried = carry(old, *(text.replace("已经", "均已经") for text in texts))
    assert [row[1] for row in live(carried)] == [f"T{n}" for n in range(60)]
    assert set(kinds(carried)) == {CHANGED}


def test_texts_too_long_for_sentences_are_left_alone():
    text = "长" * 6000
    assert kinds(carry(translated(text), text + "啊")) == [NEW]


def test_candidates_are_found_by_two_characters_and_by_place():
    index = Candidates(["两会", "防汛", *["相同的文字"] * 500])
    assert index.near("两会", 400)[0] == 0
    assert index.near("相同的文字", 250)[0] == 250
    assert index.near("无关", 0) == []


@pytest.mark.parametrize("pattern", ["同样的话{n}", "{n}同", "同", "第{n}次会议在城东水库举行"])
def test_any_article_takes_near_linear_time(pattern):
    def work(length):
        old = translated(*(pattern.format(n=n) for n in range(length)))
        carry(old, *(pattern.format(n=n) + "了又" for n in range(length)))

    assert_near_linear(work, 150)


@pytest.mark.timing
def test_a_thousand_changes_among_ten_thousand_sentences():
    texts = [f"{'甲乙丙丁戊己庚辛壬癸'[n % 10]}地{n}号地块已经完成平整，有关工作正在进行。" for n in range(10_000)]
    old = translated(*texts)
    started = time.process_time()
    carried = carry_over(
        old,
        list(segments(*(text.replace("有关", "各项") if n % 10 == 3 else text for n, text in enumerate(texts)))),
        source=ZH_CN,
        target=EN,
        article_name="drill",
    )
    assert carried.changed == 1000
    assert time.process_time() - started < 5  # half a second on a quiet machine
