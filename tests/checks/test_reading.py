"""Reading a document again says what reading it anew says, whatever changed in between; one unit alone, too."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from support.terms import TERMS, glossary

from govpub.checks import CheckContext, Reader, check_document, check_unit, read_document, selected_rules
from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit

CONTEXT = CheckContext(source=ZH_CN, target=EN, scanner=Scanner(glossary(*TERMS), source=ZH_CN, target=EN))
RULES = selected_rules()
UNIT_RULES = [rule for rule in RULES if rule.check_document is None and rule.check_run is None]
SOURCES = ("中国共产党召开会议。", "党中央和中国共产党。", "两会召开，3月5日。", "没有词语")
TARGETS = (
    "",
    "The CPC met.",
    "The Communist Party of China (CPC) met.",
    "The two sessions opened on March 5.",
    "CPC, 4%",
)

units = st.lists(
    st.tuples(st.sampled_from(SOURCES), st.sampled_from(TARGETS), st.sampled_from(State)), min_size=1, max_size=5
).map(
    lambda rows: tuple(
        Unit(segment=Segment(id=f"s{number}", text=source), target=target, state=state)
        for number, (source, target, state) in enumerate(rows)
    )
)
edits = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(TARGETS), st.sampled_from(State)), max_size=6)


def verdicts(document):
    return [(unit, reading.verdicts) for unit, reading in document.readings]


@given(units, edits)
def test_reading_again_is_reading_anew(document, changes):
    reader = Reader(CONTEXT, RULES, [unit.segment.text for unit in document])
    for place, target, state in ((0, document[0].target, document[0].state), *changes):
        if place < len(document):
            changed = replace(document[place], target=target, state=state)
            glanced = reader.glance((*document[:place], changed, *document[place + 1 :]), changed.segment.id)
            document = (*document[:place], changed, *document[place + 1 :])
        anew = read_document(document, CONTEXT, RULES)
        assert verdicts(reader.read(document)) == verdicts(anew)
        if place < len(document):
            assert [unit for unit, _reading in glanced.readings] == list(document)
            again = reader.glance(document, document[place].segment.id)
            assert verdicts(again) == verdicts(anew)


@given(units)
def test_what_did_not_change_is_not_read_again(document):
    reader = Reader(CONTEXT, RULES, [unit.segment.text for unit in document])
    first, second = reader.read(document), reader.read(document)
    assert all(ours is theirs for (_unit, ours), (_same, theirs) in zip(first.readings, second.readings, strict=True))


@given(units)
def test_one_unit_alone_is_checked_as_among_the_others(document):
    read = read_document(document, CONTEXT, UNIT_RULES)
    alone = [found for place in range(len(document)) for found in check_unit(read, place, UNIT_RULES)]
    assert alone == list(check_document(read, UNIT_RULES))


@given(units)
def test_a_glance_reads_one_unit_only(document):
    reader = Reader(CONTEXT, RULES, [unit.segment.text for unit in document])
    wanted = document[-1].segment.id
    glanced = reader.glance(document, wanted)
    assert all(not reading.verdicts for _unit, reading in glanced.readings[:-1])
