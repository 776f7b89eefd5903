"""Terms ⇄ CSV (RFC 4180, UTF-8): one row a term, one column a key. No cell is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from govpub.errors import GlossaryError, Position
from govpub.glossary.termbase import KEYS, term_entry, term_of
from govpub.messages import _
from govpub.po import PoEntry

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.model.term import Glossary, Term

__all__ = ["COLUMNS", "parse_csv", "serialize_csv"]

COLUMNS = ("term", "rendering", "sense", *KEYS)
"""The first row. `source` is the authority, as in the glossary file."""
_BYTE_ORDER_MARK = "\ufeff"
# Spreadsheets take a cell that begins with one of these for a formula, some also in full-width form, or after blanks.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n|")
_BLANK = " \u00a0\u3000\u200b\ufeff"
_GUARD = "'"


def serialize_csv(glossary: Glossary, *, byte_order_mark: bool = True) -> str:
    """Return the terms as CSV text, with the byte order mark by which spreadsheets know UTF-8.

    A cell that a spreadsheet would run as a formula is written with an apostrophe before it; so is one that begins
    with an apostrophe of its own. `parse_csv` takes it away again.

    Raises:
        GlossaryError: a term has a value that no glossary can hold.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for term in glossary.terms:
        writer.writerow([_guarded(cell) for cell in _row(term)])
    return (_BYTE_ORDER_MARK if byte_order_mark else "") + out.getvalue()


def parse_csv(text: str, path: Path | None = None) -> tuple[Term, ...]:
    """Return the terms of CSV text whose first row names its columns, in any order.

    Raises:
        GlossaryError: it is no CSV, a column is unknown, a value breaks the format, or a term stands twice.
    """
    lines = io.StringIO(text.removeprefix(_BYTE_ORDER_MARK), newline="")
    rows = csv.reader(lines, strict=True)
    terms: dict[tuple[str, str], Term] = {}
    try:
        columns = _columns(next(rows, []), path)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            term = _term(columns, row, Position(path, rows.line_num))
            if (term.source, term.sense) in terms:
                raise GlossaryError(
                    _("the term stands twice: {term}").format(term=term.source),
                    at=term.at,
                    hint=_("keep one row, or give the two different senses"),
                )
            terms[term.source, term.sense] = term
    except csv.Error as error:
        message = _("this is not CSV: {reason}").format(reason=error)
        hint = _("save it as CSV with commas, UTF-8, and quotation marks around cells")
        raise GlossaryError(message, at=Position(path, rows.line_num), hint=hint) from error
    return tuple(terms.values())


def _row(term: Term) -> list[str]:
    values: dict[str, list[str]] = {}
    for line in term_entry(term).extracted:
        key, _colon, value = line.partition(": ")
        values.setdefault(key, []).append(value)
    return [term.source, term.rendering, term.sense, *("\n".join(values.get(key, ())) for key in KEYS)]


def _columns(header: list[str], path: Path | None) -> tuple[str, ...]:
    columns = tuple(_plain(cell).strip().lower() for cell in header)
    at = Position(path, 1)
    for column in columns:
        if column not in COLUMNS:
            from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

            near = get_close_matches(column[:40], COLUMNS, n=1)
            hint = (
                _("did you mean {key}?").format(key=near[0])
                if near
                else _("use: {known}").format(known=",".join(COLUMNS))
            )
            raise GlossaryError(_("no such column: {name}").format(name=column[:80]), at=at, hint=hint)
    if len(set(columns)) < len(columns) or not {"term", "rendering"} <= set(columns):
        message = _("the first row must name each column once, term and rendering among them")
        raise GlossaryError(message, at=at, hint=_("`govpub glossary export FILE.csv` shows the form"))
    return columns


def _term(columns: tuple[str, ...], row: list[str], at: Position) -> Term:
    if len(row) > len(columns):
        raise GlossaryError(
            _("this row has {count} cells for {columns} columns").format(count=len(row), columns=len(columns)),
            at=at,
            hint=_("put quotation marks around a cell with a comma in it"),
        )
    cells = dict(zip(columns, map(_plain, row), strict=False))
    if not cells["term"].strip():
        raise GlossaryError(_("this row has no term"), at=at, hint=_("fill the column term, or remove the row"))
    lines = [f"{key}: {line}" for key in KEYS for line in _lines(key, cells.get(key, ""))]
    entry = PoEntry(
        extracted=tuple(lines),
        msgctxt=cells.get("sense") or None,
        msgid=cells["term"],
        msgstr=(cells.get("rendering", ""),),
        line=at.line or 0,
    )
    return term_of(entry, at.path)


def _lines(key: str, cell: str) -> list[str]:
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    # Only these are several to a cell; other line breaks are the spreadsheet's, and a glossary cannot hold them.
    return lines if key in ("ok", "bad", "titles") or not lines else [" ".join(lines)]


def _live(cell: str) -> bool:
    return cell.startswith(_GUARD) or cell[:1] in _FORMULA or cell.lstrip(_BLANK)[:1] in _FORMULA


def _guarded(cell: str) -> str:
    return _GUARD + cell if cell and _live(cell) else cell


def _plain(cell: str) -> str:
    rest = cell[1:]
    return rest if cell.startswith(_GUARD) and rest and _live(rest) else cell
