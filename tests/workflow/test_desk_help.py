"""What the desk lays beside a segment: terms, matches, findings; and which segments it shows."""

from __future__ import annotations

import pytest
from support.desks import NOON, article_at, at_desk, edit_catalog, ids_of

from govpub.checks import CheckContext, selected_rules
from govpub.errors import GlossaryError
from govpub.memory import MatchKind
from govpub.model.segment import State
from govpub.project import Project
from govpub.workflow import check as checking
from govpub.workflow.desk import findings as live
from govpub.workflow.desk.offers import DRAFT, HERE, OBSOLETE
from govpub.workflow.memory import memory_of
from govpub.workflow.workspace import open_article

ONE, TWO, THREE = "国务院办公厅开始防汛演练。", "一季度共有3个阶段。", "二季度共有3个阶段。"
GLOSSARY = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"

#. class: term
#. also: flood control exercise
#. never: flood practice
msgid "防汛演练"
msgstr "flood drill"
"""


@pytest.fixture
def path(tmp_path):
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "zh_CN-en.po").write_text(GLOSSARY, encoding="utf-8")
    return article_at(tmp_path, ONE, TWO, THREE)


def rules_of(found):
    return {finding.rule for finding in found}


# Terms


def test_terms_come_with_what_to_insert_and_what_to_avoid(desk):
    first = ids_of(desk)[1]
    offers = {offer.term.source: offer for offer in desk.terms(first)}
    drill = offers["防汛演练"]
    assert ONE[drill.start : drill.end] == "防汛演练"
    assert drill.renderings == ("flood drill", "flood control exercise")
    assert drill.never == ("flood practice",)
    assert [offer.start for offer in desk.terms(first)] == sorted(offer.start for offer in desk.terms(first))


def test_an_english_article_is_offered_the_chinese_terms(tmp_path, path):
    english = path.with_name("notice.md")
    english.write_text(
        "---\nid: notice\nlang: en\ntitle: Notice\npublished: 2026-11-20T09:30+08:00\n---\n\nThe flood drill began.\n",
        encoding="utf-8",
    )
    desk = at_desk(english)
    [offer] = desk.terms(ids_of(desk)[1])
    assert (offer.renderings, offer.never) == (("防汛演练",), ())


def test_a_term_that_is_added_while_the_article_is_open_is_offered(desk, tmp_path):
    first, second = ids_of(desk)[1:3]
    glossary = tmp_path / "glossary" / "zh_CN-en.po"
    assert "一季度" not in {offer.term.source for offer in desk.terms(second)}
    desk.keep_draft(first, "The")
    more = '\n#. class: term\nmsgid "一季度"\nmsgstr "first quarter"\n'
    glossary.write_text(GLOSSARY + more, encoding="utf-8")
    assert desk.refresh() == ()
    assert "一季度" in {offer.term.source for offer in desk.terms(second)}
    glossary.write_text(GLOSSARY.replace("class: term", "class: tree"), encoding="utf-8")
    for _second in range(2):
        assert desk.refresh() == ()
        assert desk.trouble is not None
    assert "一季度" in {offer.term.source for offer in desk.terms(second)}
    glossary.write_text(GLOSSARY, encoding="utf-8")
    assert desk.refresh() == ()
    assert desk.trouble is None
    assert "一季度" not in {offer.term.source for offer in desk.terms(second)}
    assert dict(desk.drafts) == {first: "The"}


def test_a_setting_that_changes_while_the_article_is_open_holds(desk, tmp_path):
    second = ids_of(desk)[2]
    assert "values.number" in rules_of(desk.findings(second, "There were 4 stages in Q1."))
    (tmp_path / "govpub.toml").write_text('[check]\nignore = ["values"]\n', encoding="utf-8")
    desk.refresh()
    assert "values.number" not in rules_of(desk.findings(second, "There were 4 stages in Q1."))


def test_a_broken_glossary_is_said_when_terms_are_asked_for(path, tmp_path):
    (tmp_path / "glossary" / "zh_CN-en.po").write_text(GLOSSARY.replace("class: term", "class: tree"), encoding="utf-8")
    desk = at_desk(path)  # reading the terms takes as long as all else together: the screen comes first
    with pytest.raises(GlossaryError):
        desk.terms(ids_of(desk)[1])
    desk.close()


# Matches


def test_the_article_s_own_translations_are_offered_with_what_forbids_them(desk):
    _title, _first, second, third = ids_of(desk)
    desk.confirm(second, "There were 3 stages in Q1.")
    [match] = desk.matches(third)
    assert (match.entry.origin, match.entry.target, match.entry.translator) == (
        HERE,
        "There were 3 stages in Q1.",
        "Li Hua",
    )
    assert 75 < match.score < 100
    assert [(veto.old, veto.new) for veto in match.vetoes] == [("一季度", "二季度")] or match.adapted is not None
    assert "".join(piece.text for piece in match.difference if piece.kind.value != "added") == TWO
    assert desk.matches(ids_of(desk)[1]) == ()


def test_what_the_article_no_longer_has_is_offered_again(desk, path):
    _title, first, second, third = ids_of(desk)
    desk.confirm(second, "There were 3 stages in Q1.")
    desk.keep_draft(first, "The General")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(TWO + "\n\n", "").replace(ONE, "国务院办公厅不开始防汛演练。"), encoding="utf-8")
    desk.refresh()
    assert len(ids_of(desk)) == 3
    [offer] = desk.matches(third)
    assert (offer.entry.origin, offer.entry.target) == (OBSOLETE, "There were 3 stages in Q1.")
    assert offer.text == "There were 3 stages in Q2."
    [offer] = desk.matches(ids_of(desk)[1])
    assert (offer.entry.origin, offer.text, [veto.kind.value for veto in offer.vetoes]) == (
        DRAFT,
        "The General",
        ["negation"],
    )


def test_the_memory_is_asked_and_filled_by_reviewing(desk, path, tmp_path):
    first = ids_of(desk)[1]
    desk.confirm(first, "The General Office began a flood drill.")
    assert not (tmp_path / "memory").exists()
    desk.review(first)
    assert desk.trouble is None
    other = path.with_name("second.md")
    text = path.read_text(encoding="utf-8").replace("id: drill", "id: second")
    other.write_text(text, encoding="utf-8")
    beside = at_desk(other)
    [match] = beside.matches(ids_of(beside)[1])
    assert (match.kind, match.score, match.text) == (
        MatchKind.CONTEXT,
        100.0,
        "The General Office began a flood drill.",
    )
    assert match.entry.article == "drill"
    assert beside.matches(ids_of(beside)[1]) == (match,)
    beside.close()


@pytest.mark.parametrize(("fill", "kept"), [("translated", 1), ("reviewed", 0), ("never", 0)])
def test_the_office_says_when_the_memory_is_filled(tmp_path, fill, kept):
    desk = at_desk(article_at(tmp_path, ONE, settings=f'[memory]\nfill = "{fill}"\n'))
    desk.confirm(ids_of(desk)[1], "The drill began.")
    memory = memory_of(Project(root=tmp_path), desk.source, desk.target)
    assert (len(memory.lookup(ONE)) if memory is not None else 0) == kept
    if memory is not None:
        memory.store.close()
    desk.close()


def test_a_memory_that_is_none_is_said_and_harms_nothing(desk, tmp_path):
    _title, first, second, third = ids_of(desk)
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / "zh_CN-en.sqlite").write_text("not a memory " * 100, encoding="utf-8")
    desk.confirm(second, "There were 3 stages in Q1.")
    assert len(desk.matches(third)) == 1
    assert desk.trouble is not None
    desk.confirm(first, "The drill began.", reviewed=True)
    assert desk.unit(first).state is State.REVIEWED
    assert desk.trouble is not None


# Findings


def test_findings_come_while_a_person_types(desk):
    first, second = ids_of(desk)[1:3]
    assert "terms.forbidden" in rules_of(desk.findings(first, "The General Office began a flood practice."))
    assert rules_of(desk.findings(first, "The General Office of the State Council began a flood drill.")) == set()
    assert "values.number" in rules_of(desk.findings(second, "There were 4 stages in Q1."))
    assert "completeness.untranslated" in rules_of(desk.findings(second, ""))
    assert desk.unit(first).target == ""


def whole_check(desk):
    opened = open_article(desk.article.path)
    checked = checking.check_article(desk._opened.project, opened, today=NOON.date())
    return {(finding.unit, finding.rule, finding.message) for finding in checked.findings}


TARGETS = (
    "Flood Drill",
    "The General Office of the State Council began a flood drill, up 5 percent, the MSA said.",
    "There were 4 stages in Q1, up 3%, the programme said.",
    "There were 3 stages in Q2. A program of the Maritime Safety Administration (MSA).",
)


@pytest.mark.parametrize("largest", [0, 400])
def test_all_findings_are_those_of_the_check(desk, largest, monkeypatch):
    monkeypatch.setattr(live, "LIVE", largest)
    for id_, target in zip(ids_of(desk), TARGETS, strict=True):
        desk.confirm(id_, target)
    desk.mark_fuzzy(ids_of(desk)[0])
    found = desk.all_findings()
    assert {(id_, each.rule, each.message) for id_, own in found.items() for each in own} == whole_check(desk)
    assert {"text.percent-style", "text.spelling-variant", "terms.abbreviation"} <= {
        each.rule for own in found.values() for each in own
    }
    assert desk.all_findings() is found
    for unit in desk.units[1:]:
        id_ = unit.segment.id
        assert rules_of(desk.findings(id_, unit.target)) == rules_of(found.get(id_, ()))


@pytest.mark.parametrize("largest", [0, 400])
def test_findings_follow_the_other_units(desk, largest, monkeypatch):
    monkeypatch.setattr(live, "LIVE", largest)
    for id_, target in zip(ids_of(desk), TARGETS, strict=True):
        desk.confirm(id_, target)
    assert desk.prepare(60.0)
    third = ids_of(desk)[3]
    found = rules_of(desk.findings(third, "There were 3 stages in Q2. A program."))
    assert ("text.spelling-variant" in found) == bool(largest)
    desk.confirm(third, "There were 3 stages in Q2. A programme.")
    assert {(id_, each.rule, each.message) for id_, own in desk.all_findings().items() for each in own} == whole_check(
        desk
    )


def test_reading_bit_by_bit_comes_to_an_end(desk):
    for id_, target in zip(ids_of(desk), TARGETS, strict=True):
        desk.confirm(id_, target)
    bits = 0
    while not desk.prepare(0.0):
        bits += 1
        assert bits < 10
    assert bits >= 3
    assert desk.prepare(0.0)


def test_a_waiver_counts_while_a_person_types(desk, monkeypatch):
    second = ids_of(desk)[2]
    desk.confirm(second, "There were 4 stages in Q1.")
    edit_catalog(desk, f'msgctxt "{second}"', f'#. x\nmsgctxt "{second}"')
    text = desk.catalog_path.read_text(encoding="utf-8")
    start = text.index("# govpub: translated")
    waiver = "# govpub: ignore values.number,text.percent-style -- the source is being corrected\n"
    desk.catalog_path.write_text(text[:start] + waiver + text[start:], encoding="utf-8")
    assert desk.refresh() == (second,)
    assert "values.number" not in rules_of(desk.findings(second, "There were 5 stages in Q1."))
    monkeypatch.setattr(live, "LIVE", 0)
    assert "values.number" not in rules_of(desk.findings(second, "There were 6 stages in Q1."))
    assert "structure.waiver" not in rules_of(desk.findings(second, "There were 7 stages, up 3%, in Q1."))


def test_what_is_ignored_in_the_project_is_ignored_here(tmp_path):
    desk = at_desk(article_at(tmp_path, TWO, settings='[check]\nignore = ["values"]\n'))
    assert "values.number" not in rules_of(desk.findings(ids_of(desk)[1], "There were 4 stages in Q1."))


def test_glancing_reads_one_unit_only(desk):
    context = CheckContext(source=desk.source, target=desk.target)
    few = live.LiveFindings(context, selected_rules(), desk.article, desk.units)
    few.of(desk.units, ids_of(desk)[1], "x")
    assert list(few._reader._known) == [ids_of(desk)[1]]


# Which segments


def test_filters(desk):
    title, first, second, third = ids_of(desk)
    desk.confirm(first, "The General Office of the State Council began a flood drill.", reviewed=True)
    desk.confirm(second, "There were 4 stages in Q1.")
    assert desk.filtered() == (title, first, second, third)
    assert desk.filtered([State.REVIEWED, State.TRANSLATED]) == (first, second)
    assert desk.filtered(finding="values.number") == (second,)
    assert desk.filtered(finding="values") == (second,)
    assert desk.filtered(finding="completeness") == (title, third)
    assert set(desk.filtered(finding=True)) >= {title, second, third}
    assert desk.filtered(text="季度") == (second, third)
    assert desk.filtered(text="FLOOD") == (first,)
    assert desk.filtered([State.UNTRANSLATED], finding=True, text="季度") == (third,)


def test_the_next_open_segment(desk):
    title, first, second, third = ids_of(desk)
    assert desk.next_open() == title
    assert desk.next_open(title) == first
    assert desk.next_open(third) == title
    assert desk.next_open(title, back=True) == third
    assert desk.next_open(back=True) == third
    assert desk.next_open("gone") == title
    desk.confirm(first, "The drill began.")
    assert desk.next_open(title) == second
    assert desk.next_open(second, back=True) == title
    for id_ in (title, third):
        desk.confirm(id_, "x")
    assert desk.next_open(second) == second
    assert desk.next_open(second, back=True) == second
    desk.confirm(second, "x")
    assert desk.next_open(second) is None
    desk.mark_fuzzy(third)
    assert desk.next_open() == third
