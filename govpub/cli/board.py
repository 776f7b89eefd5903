"""The board on a screen: a row for each article, as many columns as there is room for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub import __version__
from govpub.cli.console import complain, rich_console, say, say_json, shown
from govpub.cli.excerpt import beginning, cells, ending, screen_width, wrapped
from govpub.cli.reports import exit_status
from govpub.messages import N_, _, ngettext
from govpub.model.board import Task
from govpub.model.segment import State
from govpub.render.board import render_board, to_json, wording
from govpub.workflow.status import save_board

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from rich.text import Text

    from govpub.errors import GovpubError
    from govpub.locales import Locale
    from govpub.model.board import Board, Card, Translation

__all__ = ["report_board"]

GAP = 2
LEAST_TITLE, MOST_TITLE = 20, 56
LEAST_TASKS = 16
"""Cells that the two columns of text have at least, whatever else must go."""
STYLES = {Task.MEND: "bold red", Task.CORRECT: "bold red", Task.REVIEW: "dim"}
OTHER_STYLE = "yellow"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with a short value in each row."""

    name: str
    """English, translated when it is shown."""
    value: Callable[[Card, Board], str]
    numeric: bool = True
    from_width: int = 0
    """On narrower screens it is left out."""


def _of(read: Callable[[Translation], str]) -> Callable[[Card, Board], str]:
    return lambda card, _board: read(card.translation) if card.translation is not None else ""


def _errors(work: Translation) -> str:
    return str(work.findings.faults) if work.findings is not None else ""


def _warnings(work: Translation) -> str:
    return str(work.findings.warnings) if work.findings is not None else ""


def _age(card: Card, board: Board) -> str:
    return wording.age(board, card.facts.dated) if card.facts is not None else ""


def _translator(card: Card, board: Board) -> str:
    return wording.signed(card.translation.translator, board.time.tzinfo) if card.translation is not None else ""


def _reviewer(card: Card, board: Board) -> str:
    return wording.signed(card.translation.reviewer, board.time.tzinfo) if card.translation is not None else ""


def _source(card: Card, _board: Board) -> str:
    return card.facts.source.tag if card.facts is not None else ""


COLUMNS: Sequence[_Column] = (
    _Column(N_("language"), _source, numeric=False, from_width=170),
    _Column(N_("words"), lambda card, _board: str(card.facts.words) if card.facts else "", from_width=64),
    _Column(N_("segm."), lambda card, _board: str(card.facts.segments) if card.facts else "", from_width=120),
    _Column(N_("transl."), _of(lambda work: wording.per_cent(work.translated, work.count))),
    _Column(N_("rev."), _of(lambda work: wording.per_cent(work.reviewed, work.count))),
    _Column(N_("fuzzy"), _of(lambda work: str(work.segments[State.FUZZY])), from_width=170),
    _Column(N_("err."), _of(_errors), from_width=72),
    _Column(N_("warn."), _of(_warnings), from_width=90),
    _Column(N_("age"), _age, from_width=76),
    _Column(N_("release"), lambda card, _board: wording.release(card.publication), numeric=False, from_width=120),
    _Column(N_("translated by"), _translator, numeric=False, from_width=150),
    _Column(N_("reviewed by"), _reviewer, numeric=False, from_width=150),
)


def report_board(
    board: Board, form: str, locale: Locale, *, page: Path | None = None, failures: Sequence[GovpubError] = ()
) -> int:
    """Print the board, or write it to the file `page`; complain of what failed, and return the exit status."""
    for failure in failures:
        complain(failure)
    if page is not None:
        save_board(page, render_board(board, locale))
    if form == "json":
        say_json(to_json(board, __version__))
    elif form == "html":
        _print_page(render_board(board, locale))
    elif page is not None:
        say(_("{file}: written").format(file=page.as_posix()))
    else:
        _print_board(board)
    return exit_status(failures)


def _print_page(page: bytes) -> None:
    # It says itself that it is UTF-8, whatever the terminal's encoding is.
    sys.stdout.flush()
    sys.stdout.buffer.write((shown(page.decode()).rstrip("\n") + "\n").encode())


def _print_board(board: Board) -> None:
    if not board.cards:
        say(_("there are no such articles"))
        return
    width = screen_width()
    _print_table(board, width)
    say()
    for line in wrapped(_sums(board), width, "  "):
        say(line)


def _print_table(board: Board, width: int) -> None:
    from rich.table import Table  # noqa: PLC0415  only where a table is drawn

    columns, values = _columns(board, width)
    used = sum(max(map(cells, (_(each.name), *column))) + GAP for each, column in zip(columns, values, strict=True))
    room = width - used - GAP
    widest = max(cells(_title(card)) for card in board.cards)
    wanted = max(
        min(cells(shown(text)), room // 2) for card in board.cards for text, _style in _left_to_do(card, board)
    )
    title = max(LEAST_TITLE, min(MOST_TITLE, widest, room - wanted))
    drawn = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), collapse_padding=True)
    drawn.add_column(_heading(_("article")), width=title, no_wrap=True)
    for each in columns:
        drawn.add_column(_heading(_(each.name)), justify="right" if each.numeric else "left", no_wrap=True)
    drawn.add_column(_heading(_("left to do")), no_wrap=True)
    for number, card in enumerate(board.cards):
        cells_of_row = [column[number] for column in values]
        drawn.add_row(_name(card, title), *cells_of_row, _tasks(card, board, max(LEAST_TASKS, room - title)))
    rich_console().print(drawn)


def _columns(board: Board, width: int) -> tuple[list[_Column], list[list[str]]]:
    """Return the columns that are shown, and the values of each: no column that would be empty."""
    fitting = [column for column in COLUMNS if column.from_width <= width]
    values = [[shown(column.value(card, board)) for card in board.cards] for column in fitting]
    kept = [(column, value) for column, value in zip(fitting, values, strict=True) if any(value)]
    return [column for column, _value in kept], [value for _column, value in kept]


def _heading(name: str) -> Text:
    from rich.text import Text  # noqa: PLC0415  as above

    return Text(shown(name), style="bold")


def _title(card: Card) -> str:
    return shown(card.facts.title if card.facts is not None else card.path.name)


def _name(card: Card, width: int) -> Text:
    from rich.text import Text  # noqa: PLC0415  as above

    path = ending(shown(card.path.as_posix()), width)
    return Text.assemble((beginning(_title(card), width), "bold"), "\n", (path, "dim"))


def _left_to_do(card: Card, board: Board) -> list[tuple[str, str]]:
    """Return each task and the embargo, with its style."""
    parts = [(text, STYLES.get(task, OTHER_STYLE)) for task, text in wording.tasks(card)]
    if card.embargoed:
        parts.append((wording.embargo(card, board.time.tzinfo), "bold"))
    return parts or [(_("nothing to do"), "green")]


def _tasks(card: Card, board: Board, width: int) -> Text:
    """Return what is left to do in lines of at most `width` cells, each task whole where it fits into one."""
    from rich.text import Text  # noqa: PLC0415  as above

    joint = _("; ")
    lines = [Text()]
    for text, style in _left_to_do(card, board):
        if lines[-1].plain and cells(lines[-1].plain + joint + shown(text)) > width:
            lines.append(Text())
        first, *more = wrapped(shown(text), width, "  ")
        lines[-1].append(joint if lines[-1].plain else "").append(first, style)
        lines += [Text(line, style) for line in more]
    return Text("\n").join(lines)


def _sums(board: Board) -> str:
    total, findings = board.total, board.findings
    count = len(board.cards)
    parts = [
        ngettext("{count} article", "{count} articles", count).format(count=count),
        wording.counted(_("open"), sum(card.open for card in board.cards)),
        wording.counted(_("words"), board.words),
    ]
    if total.count:
        parts += [
            _("{share} % translated").format(share=total.translated),
            _("{share} % reviewed").format(share=total.reviewed),
        ]
    if findings is not None:
        parts += [wording.counted(_("errors"), findings.faults), wording.counted(_("warnings"), findings.warnings)]
    return _("; ").join(parts)
