"""What a machine is asked to translate, and what becomes of its answers."""

from __future__ import annotations

import pytest
from support.filling import BODY, DIKES, HEAD, MARKED, TEXT, TITLE
from support.libretranslate import answer, libretranslate

from govpub.errors import ProjectError, RefusedError, UsageError
from govpub.workflow.machine import Order
from govpub.workflow.prefill import FillKind
from govpub.workflow.pretranslate import pretranslate


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
