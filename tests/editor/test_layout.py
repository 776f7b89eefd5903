"""A small screen: rows go where they are needed, nothing above them moves, and what has changed is in view."""

from __future__ import annotations

import pytest
from support.desks import article_at
from support.editor import at_work, drill_at, work_on

from govpub.editor.layout import rows_of_findings

LONG = "演练在三个县同时举行，转移群众，检查堤防，储备物资，" * 6
NEXT = 6


@pytest.mark.parametrize(
    ("findings", "offers", "expected"),
    [
        (0, 0, 2),  # nothing needs more: nothing moves
        (2, 5, 2),
        (5, 0, 5),
        (9, 0, 6),
        (9, 2, 5),
        (9, 9, 2),
        (0, 9, 1),
        (1, 9, 1),
        (0, 6, 1),
        (3, 4, 3),
    ],
)
def test_of_seven_rows(findings, offers, expected):
    assert rows_of_findings(7, findings, offers) == expected


@pytest.mark.parametrize("both", range(2, 30))
def test_both_always_have_a_row(both):
    for findings in range(40):
        for offers in range(40):
            assert 0 < rows_of_findings(both, findings, offers) < both


def heights(hands):
    screen = hands.app.screen
    return [screen.findings.size.height, screen.offers.size.height]


def test_rows_go_where_they_are_needed(tmp_path):
    desk = at_work(drill_at(tmp_path))

    async def do(hands):
        screen = hands.app.screen
        top = screen.target.region
        await hands.go(NEXT)
        assert heights(hands) == [1, 6]  # two matches, and no finding
        await hands.type("Next, 5 departments of 7 counties，on 3 May")
        assert heights(hands) == [2, 5]  # both need more
        await hands.go(7)
        await hands.type("Main tasks, 5 of 7 on 3 May，see <1>")
        assert len(screen.findings.lines) > 2
        assert heights(hands) == [len(screen.findings.lines), 7 - len(screen.findings.lines)]
        assert screen.target.region == top
        await hands.press("f2")
        await hands.press("f2")
        assert heights(hands) == [len(screen.findings.lines), 7 - len(screen.findings.lines)]
        await hands.pilot.resize_terminal(200, 50)
        await hands.wait()
        assert screen.findings.size.height == 8
        await hands.pilot.resize_terminal(80, 24)
        await hands.wait()
        assert screen.target.region == top

    work_on(desk, do)
    desk.close()


def test_what_has_changed_in_a_long_source_is_in_view(tmp_path):
    path = article_at(tmp_path, LONG + "确保安全。")
    desk = at_work(path)
    desk.confirm(desk.units[1].segment.id, "x")
    desk.close()
    path.write_text(path.read_text(encoding="utf-8").replace("确保安全。", "确保群众安全。"), encoding="utf-8")
    desk = at_work(path)

    async def do(hands):
        await hands.go(2)
        assert "{+群众+}" in hands.screen()
        assert "^G more" in hands.screen()
        await hands.press("ctrl+g")
        assert "{+群众+}" not in hands.screen()
        assert hands.app.screen.source.scroll_offset.y == 0

    work_on(desk, do)
    desk.close()
