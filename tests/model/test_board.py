"""What is left to do for an article, and in which order articles stand."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from support.boards import BEIJING, BOARD, EMPTY, NOW, catalog, counts

from govpub.model.board import Board, Card, Fault, Findings, Lag, Publication, Published, Task, Translation
from govpub.model.board_order import ONLY, ORDERS, arranged

BRIDGE, BUDGET, DRILL, FORUM, TORN, BROKEN = BOARD.cards


@pytest.mark.parametrize(
    ("card", "tasks"),
    [
        (BRIDGE, ()),
        (BUDGET, (Task.TRANSLATE, Task.CORRECT, Task.UPDATE, Task.EXPORT, Task.ANSWER, Task.REVIEW)),
        (DRILL, (Task.TRANSLATE,)),
        (FORUM, (Task.EXPORT, Task.REVIEW)),
        (TORN, (Task.MEND,)),
        (BROKEN, (Task.MEND,)),
        (replace(FORUM, publication=Publication(state=Published.CURRENT)), (Task.REVIEW,)),
    ],
)
def test_tasks(card, tasks):
    assert card.tasks == tasks
    assert card.open == any(task is not Task.REVIEW for task in tasks)


def test_errors_that_only_say_what_is_open_are_no_task():
    findings = Findings(errors=4, incomplete=4, warnings=2)
    assert Task.CORRECT not in replace(BRIDGE, translation=Translation(findings=findings)).tasks


def test_per_cents_are_rounded_down():
    work = Translation(segments=counts(untranslated=1, translated=99, reviewed=100))
    assert (work.count, work.done, work.translated, work.reviewed) == (200, 199, 99, 50)
    assert Translation(segments=counts(reviewed=1)).translated == 100
    assert (Translation().translated, Translation().reviewed) == (0, 0)


def test_sums():
    total = BOARD.total
    assert total.segments == counts(15, 3, 42, 51)
    assert sum(total.words.values()) + TORN.facts.words == BOARD.words == 3265
    assert BOARD.findings == Findings(errors=13, warnings=5, waived=1, incomplete=10)
    assert replace(BOARD, checked=False).findings is None
    assert EMPTY.findings == Findings()
    assert (EMPTY.total.count, EMPTY.total.translated) == (0, 0)


@pytest.mark.parametrize(("hours", "days"), [(0, 0), (23, 0), (24, 1), (-1, -1), (-25, -2)])
def test_ages_are_whole_days(hours, days):
    assert BOARD.age(NOW - timedelta(hours=hours)) == days


def test_the_ends_of_the_calendar_have_an_age():
    assert BOARD.age(datetime.min.replace(tzinfo=BEIJING)) == (NOW.date() - date.min).days
    assert BOARD.age(datetime.max.replace(tzinfo=BEIJING)) < -2_900_000


def names(board):
    return [card.path.stem[:6] for card in board.cards]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (None, "bridge", "a-file"),
        ("path", "a-file", "torn"),
        ("title", "a-file", "bridge"),
        ("words", "budget", "a-file"),
        ("translated", "torn", "forum"),
        ("reviewed", "torn", "bridge"),
        ("errors", "budget", "a-file"),
        ("age", "flood-", "a-file"),
        ("embargo", "flood-", "a-file"),
        ("tasks", "torn", "bridge"),
    ],
)
def test_orders(order, first, last):
    ordered = names(arranged(BOARD, order))
    assert sorted(ordered) == sorted(names(BOARD))
    assert ordered[0] == first
    assert ordered[-1] == last


def test_every_order_and_choice_is_tried():
    for order in ORDERS:
        assert len(arranged(BOARD, order).cards) == len(BOARD.cards)
        assert arranged(EMPTY, order) == EMPTY
    tried = {"path", "title", "words", "translated", "reviewed", "errors", "age", "embargo", "tasks"}
    assert set(ORDERS) == tried


@pytest.mark.parametrize(
    ("only", "chosen"),
    [
        ((), ["bridge", "budget", "flood-", "forum", "torn", "a-file"]),
        (("open",), ["budget", "flood-", "forum", "torn", "a-file"]),
        (("unreadable",), ["torn", "a-file"]),
        (("untranslated",), ["budget", "flood-"]),
        (("unreviewed",), ["budget", "flood-", "forum"]),
        (("errors",), ["budget"]),
        (("stale",), ["budget"]),
        (("notes",), ["budget"]),
        (("embargoed",), ["flood-"]),
        (("unreleased",), ["budget", "flood-", "forum", "torn", "a-file"]),
        (("embargoed", "unreadable"), ["flood-", "torn", "a-file"]),
    ],
)
def test_choices(only, chosen):
    assert names(arranged(BOARD, only=only)) == chosen


def test_an_article_without_a_segment_waits_for_no_review():
    bare = replace(BOARD, cards=(replace(BRIDGE, translation=Translation()),))
    assert arranged(bare, only=("unreviewed",)).cards == ()


def test_there_is_a_case_for_every_choice():
    tried = {"open", "unreadable", "untranslated", "unreviewed", "errors", "stale", "notes", "embargoed", "unreleased"}
    assert set(ONLY) == tried


def test_a_lag_is_true_where_anything_differs():
    assert not Lag()
    assert all((Lag(new=1), Lag(changed=1), Lag(gone=1)))


def test_a_card_may_say_nothing():
    card = Card(path=catalog("x"), faults=(Fault(message="gone"),))
    assert Board(time=NOW, cards=(card,)).words == 0
