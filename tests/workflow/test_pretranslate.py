"""What fills an empty segment, what never does, and that nothing a person wrote is touched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.libretranslate import answer, libretranslate

from govpub.errors import GovpubError, ProjectError, RefusedError, UsageError
from govpub.locales import EN, ZH_CN
from govpub.memory import Match, MatchKind, Memory, Remembered, SqliteStore
from govpub.model.segment import Segment, State
from govpub.po import parse_po, serialize_po
from govpub.workflow.machine import Order
from govpub.workflow.prefill import Fill, FillKind, from_memory
from govpub.workflow.pretranslate import pretranslate, pretranslate_all

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HEAD = "---\nid: drill\nlang: zh-CN\ntitle: 全市举行防汛演练\npublished: 2024-06-03T09:30+08:00\n---\n\n"
BODY = "一季度全市共转移群众120人。\n\n演练在三个县同时举行。**各部门**参加了演练。\n\n- 检查堤防\n"


class Office:
    """A workspace with one article and a memory."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "articles").mkdir()
        (folder / "glossary").mkdir()
        self.article = folder / "articles" / "drill.md"
        self.catalog = folder / "articles" / "drill.en.po"
        self.settings("")
        self.write(BODY)

    def settings(self, text):
        (self.folder / "govpub.toml").write_text(text, encoding="utf-8")

    def write(self, body, head=HEAD):
        self.article.write_text(head + body, encoding="utf-8")

    def term(self, source, rendering):
        entry = f'#. class: term\nmsgid "{source}"\nmsgstr "{rendering}"\n\n'
        path = self.folder / "glossary" / "zh_CN-en.po"
        head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh-CN\\n"\n\n'
        old = path.read_text(encoding="utf-8") if path.exists() else head
        path.write_text(old + entry, encoding="utf-8")

    def remember(self, source, target, **known):
        path = self.folder / "memory" / "zh_CN-en.sqlite"
        path.parent.mkdir(exist_ok=True)
        store = SqliteStore(path)
        entry = {"origin": "govpub", "article": "last-year", "state": State.REVIEWED} | known
        locales = {"source_locale": ZH_CN, "target_locale": EN}
        Memory(store, ZH_CN, EN).remember([Remembered(source=source, target=target, **locales, **entry)])
        store.close()

    def run(self, *names, **order):
        made = pretranslate(self.article, Order(names=names, **order) if names else None, now=NOW)
        return made, {fill.segment.text: fill for fill in made.fills}

    def entry(self, text):
        file = parse_po(self.catalog.read_text(encoding="utf-8"))
        [entry] = [entry for entry in file.entries if entry.msgid == text and not entry.obsolete]
        return entry

    def edit(self, text, **changes):
        file = parse_po(self.catalog.read_text(encoding="utf-8"))
        entries = [entry.replace(**changes) if entry.msgid == text else entry for entry in file.entries]
        self.catalog.write_text(serialize_po(file.replace_entries(entries)), encoding="utf-8")


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


TITLE, TEXT, DIKES = "全市举行防汛演练", "演练在三个县同时举行。", "检查堤防"
MARKED = "<1>各部门</1>参加了演练。"


def test_without_a_memory_nothing_is_filled_and_the_catalog_is_made(office):
    made, fills = office.run()
    assert fills == {}
    assert made.catalog == office.catalog
    assert made.empty[0].segment.text == TITLE
    assert not (office.folder / "memory").exists(), "asking makes no memory"


def test_the_same_text_is_filled_as_fuzzy_with_its_origin_on_record(office):
    office.remember(TEXT, "The drill was held in three counties.")
    _made, fills = office.run()
    assert fills[TEXT].kind is FillKind.EXACT
    entry = office.entry(TEXT)
    assert entry.msgstr == ("The drill was held in three counties.",)
    assert entry.flags == ("fuzzy",)
    assert entry.comments == ("govpub: origin memory 100 -- last-year",)
    assert entry.previous_msgid is None


def test_an_import_is_named_where_there_is_no_article(office):
    office.remember(TEXT, "The drill was held.", article="", origin="agency.tmx")
    office.run()
    assert office.entry(TEXT).comments == ("govpub: origin memory 100 -- agency.tmx",)


def test_a_text_like_it_is_filled_with_the_source_it_was_made_from(office):
    office.remember("演练在三个县同时开始。", "The drill began in three counties.")
    _made, fills = office.run()
    fill = fills[TEXT]
    assert fill.kind is FillKind.FUZZY
    assert 75 <= fill.score < 100
    entry = office.entry(TEXT)
    assert entry.previous_msgid == "演练在三个县同时开始。"
    assert entry.flags == ("fuzzy",)
    assert entry.comments == (f"govpub: origin memory {fill.score} -- last-year",)


def test_other_numbers_are_put_in_and_marked():
    known = Remembered(
        source="转移95人。", target="95 were moved.", source_locale=ZH_CN, target_locale=EN, article="last-year"
    )
    match = Match(entry=known, kind=MatchKind.FUZZY, score=90.9, adapted="120 were moved.")
    fill = from_memory(Segment(id="a", text="转移120人。"), [match])
    assert fill == Fill(
        segment=Segment(id="a", text="转移120人。"),
        kind=FillKind.ADAPTED,
        text="120 were moved.",
        origin="memory 90 adapted -- last-year",
        score=90,
        previous="转移95人。",
        final=False,
    )


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("二季度全市共举行演练。", "一季度全市共举行演练。"),
        ("演练于3月6日在全市举行。", "演练于3月5日在全市举行。"),
        ("全市没有人员伤亡的报告。", "全市有人员伤亡的报告。"),
        ("国务院办公厅今天印发通知。", "国务院今天印发通知。"),
    ],
)
def test_what_says_something_else_is_never_filled(office, text, known):
    office.write(f"{text}\n")
    office.settings("[memory]\nthreshold = 50\n")
    office.remember(known, "Something else.")
    made, fills = office.run()
    assert fills == {}
    [near] = [made.vetoed[unit.segment.id] for unit in made.empty if unit.segment.text == text]
    assert near.entry.source == known
    assert near.vetoes


def test_a_match_whose_markup_is_another_is_not_filled(office):
    office.remember(MARKED, "All departments took part.")
    made, fills = office.run()
    assert fills == {}
    assert MARKED in [unit.segment.text for unit in made.empty]
    office.remember(MARKED, "<1>All departments</1> took part.", article="another")
    assert office.run()[1][MARKED].text == "<1>All departments</1> took part."


def test_a_segment_that_is_wholly_a_term_is_filled_from_the_glossary(office):
    office.term(DIKES, "inspection of dikes")
    office.term("演练", "drill")
    _made, fills = office.run()
    assert list(fills) == [DIKES]
    entry = office.entry(DIKES)
    assert (entry.msgstr, entry.flags) == (("inspection of dikes",), ("fuzzy",))
    assert entry.comments == ("govpub: origin glossary",)


def test_the_same_text_comes_before_a_term_and_a_term_before_a_text_like_it(office):
    office.term(DIKES, "inspection of dikes")
    office.remember("检查堤防。", "Dikes are inspected.")
    assert office.run()[1][DIKES].kind is FillKind.GLOSSARY
    office.edit(DIKES, msgstr=("",), flags=(), comments=())
    office.remember(DIKES, "Inspecting the dikes")
    assert office.run()[1][DIKES].kind is FillKind.EXACT


def test_an_article_in_the_other_language_gets_the_term_itself(tmp_path):
    office = Office(tmp_path)
    office.term("防汛演练", "flood control drill")
    office.catalog = office.article.with_name("drill.zh-CN.po")
    office.write("- flood control drill\n", HEAD.replace("zh-CN", "en").replace("全市举行防汛演练", "Drill held"))
    assert office.run()[1]["flood control drill"].text == "防汛演练"


def test_a_term_with_a_gap_or_with_two_senses_is_left_to_a_person(office):
    office.write("- 检查堤防\n- 转移\n")
    office.term(DIKES, "inspect … dikes")
    entry = '#. class: term\nmsgctxt "{}"\nmsgid "转移"\nmsgstr "{}"\n\n'
    path = office.folder / "glossary" / "zh_CN-en.po"
    both = entry.format("people", "relocation") + entry.format("money", "transfer")
    path.write_text(path.read_text(encoding="utf-8") + both, encoding="utf-8")
    assert office.run()[1] == {}


@pytest.mark.parametrize("flags", [(), ("fuzzy",)])
def test_what_a_person_wrote_is_not_touched(office, flags):
    office.run()
    office.edit(TEXT, msgstr=("Mine.",), flags=flags, comments=("my note",))
    before = office.entry(TEXT)
    office.remember(TEXT, "The memory's.")
    office.term(TEXT.rstrip("。"), "x")
    _made, fills = office.run()
    assert TEXT not in fills
    assert office.entry(TEXT) == before


def test_a_note_on_an_empty_segment_stays(office):
    office.run()
    note = "govpub: note 2026-11-23T10:00:00+08:00 by Li Hua -- check the number of counties"
    office.edit(TEXT, comments=(note,))
    office.remember(TEXT, "The memory's.")
    office.run()
    assert office.entry(TEXT).comments == (note, "govpub: origin memory 100 -- last-year")


def test_run_again_it_changes_no_byte(office):
    office.remember(TEXT, "The drill was held in three counties.")
    office.remember("检查大堤。", "Inspecting the big dikes.")
    office.run()
    first = office.catalog.read_bytes()
    made, fills = office.run()
    assert fills == {}
    assert office.catalog.read_bytes() == first
    assert made.refusals == ()


CONTEXT = {"before": "一季度全市共转移群众120人。", "after": MARKED}


def test_what_was_reviewed_in_the_same_context_is_fuzzy_all_the_same(office):
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    _made, fills = office.run()
    assert fills[TEXT].kind is FillKind.CONTEXT
    assert office.entry(TEXT).flags == ("fuzzy",)


def test_an_office_may_take_it_for_translated(office):
    office.settings('[memory]\nin-context = "translated"\n')
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    office.remember(DIKES, "Inspecting the dikes")
    _made, fills = office.run()
    assert fills[TEXT].final
    entry = office.entry(TEXT)
    assert entry.flags == ()
    assert entry.comments == ("govpub: origin memory 100 -- last-year",)
    assert office.entry(DIKES).flags == ("fuzzy",), "the same text elsewhere may need other words"


@pytest.mark.parametrize(
    "known",
    [{"state": State.TRANSLATED} | CONTEXT, CONTEXT | {"after": "别的。"}, {}],
    ids=["not reviewed", "another neighbour", "no neighbours"],
)
def test_but_only_what_a_person_reviewed_there(office, known):
    office.settings('[memory]\nin-context = "translated"\n')
    office.remember(TEXT, "The drill was held in three counties.", **known)
    _made, fills = office.run()
    assert not fills[TEXT].final
    assert office.entry(TEXT).flags == ("fuzzy",)


def test_and_not_where_two_reviewers_said_different_things(office):
    office.settings('[memory]\nin-context = "translated"\n')
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    office.remember(TEXT, "The exercise took place in three counties.", article="other", **CONTEXT)
    assert not office.run()[1][TEXT].final


def test_and_not_what_the_glossary_has_outdated(office):
    office.settings('[memory]\nin-context = "translated"\n')
    office.term("演练", "exercise")
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    _made, fills = office.run()
    assert not fills[TEXT].final


def test_the_threshold_is_the_office_s(office):
    office.remember("演练在三个县同时开始。", "The drill began in three counties.")
    office.settings("[memory]\nthreshold = 98\n")
    assert office.run()[1] == {}
    office.settings("[memory]\nthreshold = 60\n")
    assert TEXT in office.run()[1]


def test_of_many_articles_one_that_fails_keeps_none_back(office):
    office.remember(TEXT, "The drill was held in three counties.")
    broken = office.article.with_name("broken.md")
    broken.write_text("---\nid: broken\n---\n\nx\n", encoding="utf-8")
    results = dict(pretranslate_all([office.folder / "articles"]))
    assert isinstance(results[broken], GovpubError)
    assert len(results[office.article].fills) == 1


# --- machine translation ---


def on(office, server, extra=""):
    office.settings(f'[machine-translation]\nprovider = "libretranslate"\nurl = "{server.url}"\ntimeout = 5\n{extra}')


def named(office, *texts):
    office.run()
    return [office.entry(text).msgctxt for text in texts]


def test_only_the_named_segments_leave_this_machine(office):
    with libretranslate() as server:
        on(office, server)
        made, fills = office.run(*named(office, DIKES, MARKED))
        assert server.texts == ['<span data-n="1">各部门</span>参加了演练。', DIKES]
    assert fills[DIKES].text == "Inspecting the dikes"
    entry = office.entry(MARKED)
    assert entry.msgstr == ("<1>All departments</1> took part in the drill.",)
    assert (entry.flags, entry.comments) == (("fuzzy",), ("govpub: origin machine libretranslate",))
    assert {unit.segment.text for unit in made.empty} == {TITLE, TEXT, "一季度全市共转移群众120人。"}


def test_a_segment_may_be_named_by_its_number(office):
    with libretranslate() as server:
        on(office, server)
        made, _fills = office.run("5", "1")
        assert server.texts == [TITLE, DIKES]
        made, _fills = office.run("5")
    assert len(made.passed_over) == 1


def test_nothing_is_sent_that_memory_or_glossary_know_or_a_person_wrote(office):
    office.remember(TEXT, "The drill was held in three counties.")
    office.term(DIKES, "inspection of dikes")
    with libretranslate() as server:
        on(office, server)
        office.run()
        office.edit(TITLE, msgstr=("Mine",))
        made, fills = office.run("open", "title")
        assert server.texts == ["一季度全市共转移群众120人。", '<span data-n="1">各部门</span>参加了演练。']
    assert made.passed_over == ("title",)
    assert made.empty == ()
    assert [fill.kind for fill in fills.values()] == [FillKind.MACHINE] * 2
    assert office.entry(TITLE).msgstr == ("Mine",)


def test_a_text_that_stands_twice_is_sent_once(office):
    office.write("- 检查堤防\n- 检查堤防\n")
    with libretranslate() as server:
        on(office, server)
        made, _fills = office.run("open")
        assert server.texts == [TITLE, DIKES]
    assert len(made.fills) == 3


def test_what_comes_back_without_its_markup_is_not_filled(office):
    with libretranslate(script=[answer(200, {"translatedText": ["All departments took part.", "Dikes"]})]) as server:
        on(office, server)
        made, fills = office.run(*named(office, MARKED, DIKES))
    assert list(fills) == [DIKES]
    [refusal] = made.refusals
    assert refusal.unit.segment.text == MARKED
    assert "<1>" in refusal.reason
    assert office.entry(MARKED).msgstr == ("",)


def test_a_text_that_comes_back_as_it_was_is_no_translation(office):
    with libretranslate(translate=str) as server:
        on(office, server)
        made, fills = office.run("title")
    assert fills == {}
    assert "as it is" in made.refusals[0].reason


def test_what_the_service_does_not_translate_is_named(office):
    with libretranslate(text_limit=5) as server:
        on(office, server)
        made, fills = office.run(*named(office, TITLE, DIKES))
    assert list(fills) == [DIKES]
    assert [(refusal.unit.segment.text, "text limit" in refusal.reason) for refusal in made.refusals] == [(TITLE, True)]


def test_what_came_before_a_failure_is_kept(office):
    paragraphs = [f"第{number}段。" for number in range(30)]
    office.write("\n\n".join(paragraphs) + "\n")
    with libretranslate(translate=lambda text: f"Paragraph {text}") as server:
        on(office, server)
        server.script += [answer(200, {"translatedText": [f"P{n}" for n in range(20)]}), answer(403, {"error": "no"})]
        made, fills = office.run("open")
        assert len(fills) == 20
        assert made.failure is not None
        assert made.failure.exit_status == 3
        assert len(made.empty) == 11
        first = office.catalog.read_bytes()
        made, fills = office.run("open")
        assert len(server.texts) == 20 + 11 + 11, "what was translated is not sent again"
    assert first != office.catalog.read_bytes()
    assert made.empty == ()


def test_what_someone_else_translated_meanwhile_stays(office):
    with libretranslate() as server:
        on(office, server)
        [id_] = named(office, DIKES)

        def interfere(handler):
            office.edit(DIKES, msgstr=("Someone else's",))
            answer(200, {"translatedText": ["The machine's"]})(handler)

        server.script.append(interfere)
        _made, fills = office.run(id_)
    assert fills == {}
    assert office.entry(DIKES).msgstr == ("Someone else's",)
    assert office.entry(DIKES).flags == ()


def test_a_name_that_no_segment_has_sends_nothing(office):
    with libretranslate() as server:
        on(office, server)
        with pytest.raises(UsageError, match="tite") as caught:
            office.run("open", "tite")
        assert "msgctxt" in caught.value.hint
        for number in ("0", "9", "-1", "1.5", "9" * 5000, "²"):
            with pytest.raises(UsageError):
                office.run(number)
        assert server.requests == []
    assert not office.catalog.exists(), "nothing is written either"


EMBARGO = HEAD.replace("published:", "embargo: 2026-11-23T18:00+08:00\npublished:")


def test_an_article_under_embargo_stays_here(office):
    office.write(BODY, EMBARGO)
    with libretranslate() as server:
        on(office, server)
        with pytest.raises(RefusedError, match="under embargo") as caught:
            office.run("open")
        assert "--under-embargo" in caught.value.hint
        assert server.requests == []
        with pytest.raises(RefusedError):
            pretranslate(office.article, Order(names=("open",)))
        office.run("title", under_embargo=True)
        assert server.texts == [TITLE]
    office.run()


def test_an_embargo_that_is_over_is_none(office):
    office.write(BODY, EMBARGO.replace("18:00+08:00", "17:30+08:00"))
    with libretranslate() as server:
        on(office, server)
        office.run("title")
        assert server.texts == [TITLE]


def test_without_a_service_nothing_can_be_sent(office):
    with pytest.raises(ProjectError, match="no machine translation") as caught:
        office.run("open")
    assert "[machine-translation]" in caught.value.hint


def test_a_key_comes_from_the_environment_alone(office, monkeypatch):
    with libretranslate(key="s3cret") as server:
        on(office, server, 'key-variable = "QINGHE_MT_KEY"\n')
        with pytest.raises(UsageError, match="QINGHE_MT_KEY"):
            office.run("title")
        assert server.requests == []
        monkeypatch.setenv("QINGHE_MT_KEY", "s3cret\n")
        _made, fills = office.run("title")
    assert list(fills) == [TITLE]
    assert b"s3cret" not in office.catalog.read_bytes()


def test_without_an_order_nobody_is_asked(office):
    with libretranslate() as server:
        on(office, server)
        office.run()
        assert server.requests == []
