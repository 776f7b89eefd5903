"""Why an article may not go out yet, said so that somebody can mend it."""

from pathlib import Path

import pytest

from govpub.errors import Position, RefusedError
from govpub.model.finding import Finding, Severity
from govpub.model.segment import Segment, State, Unit
from govpub.release import refusal

CATALOG, ARTICLE = Path("x.en.po"), Path("x.md")


def _unit(identifier: str, state: State, line: int | None = 3) -> Unit:
    segment = Segment(id=identifier, text="会议强调。", at=Position(ARTICLE, line))
    return Unit(segment=segment, state=state, at=Position(CATALOG, 40))


def _finding(rule: str, severity: Severity, **values) -> Finding:
    return Finding(rule=rule, severity=severity, message=f"{rule} it is", **values)


def test_final_units_may_go_out() -> None:
    units = [_unit("title", State.TRANSLATED), _unit("a1", State.REVIEWED)]
    assert refusal(units) is None
    assert refusal(units, [_finding("terms.note", Severity.WARNING, unit="a1")]) is None
    assert refusal([]) is None


@pytest.mark.parametrize("state", [State.UNTRANSLATED, State.FUZZY])
def test_a_unit_that_is_not_final_is_named_with_its_line_and_state(state: State) -> None:
    error = refusal([_unit("title", State.TRANSLATED), _unit("a1b2c3", state, 12), _unit("nowhere", state, None)])
    assert isinstance(error, RefusedError)
    assert error.exit_status == 1
    assert error.message == (
        "2 of 3 segments have no final translation:\n"
        f"  a1b2c3, line 12: {state.value}: 会议强调。\n"
        f"  nowhere: {state.value}: 会议强调。"
    )
    assert error.at == Position(CATALOG, 40)
    assert "govpub translate" in error.hint
    assert "--draft" in error.hint


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("<1>各部门</1>参加了演练。<2/>", "各部门参加了演练。"),
        ("一二三四五六七八九十一二", "一二三四五六七八九十一二"),
        ("一二三四五六七八九十一二三", "一二三四五六七八九十一…"),
        ("The drill was held in three counties.", "The drill was held in t…"),
    ],
)
def test_the_text_of_a_unit_is_shown_as_far_as_24_cells(text: str, begins: str) -> None:
    segment = Segment(id="a", text=text, at=Position(ARTICLE, 3))
    error = refusal([Unit(segment=segment)])
    assert error is not None
    assert error.message.splitlines()[1] == f"  a, line 3: untranslated: {begins}"


def test_one_is_spoken_of_as_one() -> None:
    error = refusal([_unit("a", State.FUZZY)])
    assert error is not None
    assert error.message.startswith("1 of 1 segments has no")


@pytest.mark.parametrize(("count", "more"), [(20, ""), (21, "and 1 more"), (45, "and 25 more")])
def test_twenty_are_named(count: int, more: str) -> None:
    error = refusal([_unit(f"s{number}", State.FUZZY) for number in range(count)])
    assert error is not None
    lines = error.message.splitlines()
    assert sum(": fuzzy" in line for line in lines) == 20
    assert (lines[-1].strip() == more) if more else ": fuzzy" in lines[-1]


def test_errors_of_the_checks_refuse_too_but_are_not_said_twice() -> None:
    findings = [
        _finding("complete.fuzzy", Severity.ERROR, unit="open"),
        _finding("terms.forbidden", Severity.ERROR, unit="done", at=Position(CATALOG, 9)),
        _finding("meta.file", Severity.ERROR),
        _finding("terms.short", Severity.WARNING, unit="done"),
    ]
    both = refusal([_unit("open", State.FUZZY), _unit("done", State.TRANSLATED)], findings)
    assert both is not None
    assert both.message.splitlines()[1:] == [
        "  open, line 3: fuzzy: 会议强调。",
        "  x.en.po:9: terms.forbidden it is [terms.forbidden]",
        "  meta.file it is [meta.file]",
    ]
    alone = refusal([_unit("done", State.TRANSLATED)], findings[1:])
    assert alone is not None
    assert alone.message.startswith("2 errors are to be mended:\n")
    assert "govpub check" in alone.hint
    assert alone.at == Position(CATALOG, 9)
    nowhere = refusal([], findings[2:])
    assert nowhere is not None
    assert nowhere.at is None
