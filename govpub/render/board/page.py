"""Board → a page for a browser: one file, no script, nothing asked of any server."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from govpub.messages import _
from govpub.model.board import Published, Task
from govpub.render.board import wording
from govpub.render.characters import without_controls
from govpub.render.policy import content_policy
from govpub.render.style import shipped_style

if TYPE_CHECKING:
    from jinja2 import Template

    from govpub.locales import Locale
    from govpub.model.board import Board, Card, Findings, Translation

__all__ = ["BOARD_MARK", "render_board"]

BOARD_MARK = '<meta name="generator" content="govpub status">'
"""Stands in every board and in no other page: by it a board is known that may be replaced by a newer one."""
_FOLDER = Path(__file__).parent
_BAR = 100
"""Width of a progress bar in its own units: one for each per cent."""
_URGENT = (Task.MEND, Task.CORRECT)


def render_board(board: Board, locale: Locale) -> bytes:
    """Return the board as a UTF-8 page in the user's language, which is that of `locale`."""
    style = _style()
    page = _template().render(
        lang=locale.tag,
        policy=content_policy(style, images=False),
        generator=Markup(BOARD_MARK),  # noqa: S704  our own
        style=style,
        words=_words(board),
        office=board.office,
        time=board.time.isoformat(timespec="minutes"),
        made=wording.moment(board.time, board.time.tzinfo),
        tiles=_tiles(board),
        rows=[_row(card, board) for card in board.cards],
        checked=board.checked,
    )
    return page.encode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One article, as the template sees it."""

    card: Card
    title: str
    lang: str
    languages: str
    length: str
    bar: tuple[tuple[str, float, float], ...]
    """State, where its part begins and how wide it is."""
    progress: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    """How bad, and what."""
    release: tuple[str, str]
    """Its state for the style, and in words."""
    dates: tuple[tuple[str, str], ...]
    embargo: str
    tasks: tuple[tuple[str, str], ...]
    """How pressing, and what."""
    notes_in_words: str
    notes: tuple[tuple[str, str], ...]
    """Who, and what."""


def _row(card: Card, board: Board) -> _Row:
    facts, work, zone = card.facts, card.translation, board.time.tzinfo
    return _Row(
        card=card,
        title=facts.title if facts is not None else card.path.name,
        lang=facts.source.tag if facts is not None else "",
        languages=f"{facts.source.tag} → {facts.target.tag}" if facts is not None else "",
        length=wording.length(facts.words, facts.source) if facts is not None else "",
        bar=tuple(_bar(work)) if work is not None else (),
        progress=_progress(work) if work is not None else (),
        findings=_findings(work.findings if work is not None else None),
        release=(card.publication.state.value, _release(card)),
        dates=_dates(card, board),
        embargo=wording.embargo(card, zone),
        tasks=tuple((_pressing(task), text) for task, text in wording.tasks(card) if task is not Task.ANSWER),
        notes_in_words=wording.counted(_("notes"), len(work.notes)) if work is not None else "",
        notes=tuple((wording.signed(note.signature, zone), note.text) for note in work.notes) if work else (),
    )


def _pressing(task: Task) -> str:
    return "urgent" if task in _URGENT else "later" if task is Task.REVIEW else "soon"


def _bar(work: Translation) -> list[tuple[str, float, float]]:
    parts, start, whole = [], 0.0, sum(work.segments.values()) or 1
    for state in wording.STATES:
        width = _BAR * work.segments[state] / whole
        if width:
            parts.append((state.value, round(start, 2), round(width, 2)))
        start += width
    return parts


def _progress(work: Translation) -> tuple[str, ...]:
    if not work.count:
        return ()
    return (
        _("{share} % translated").format(share=work.translated),
        _("{share} % reviewed").format(share=work.reviewed),
    )


def _findings(findings: Findings | None) -> tuple[tuple[str, str], ...]:
    if findings is None:
        return ()
    counts = (
        ("urgent", _("errors"), findings.faults),
        ("soon", _("warnings"), findings.warnings),
        ("later", _("waived"), findings.waived),
    )
    return tuple((kind, wording.counted(name, count)) for kind, name, count in counts if count)


def _release(card: Card) -> str:
    if card.publication.state is Published.NOTHING:
        return ""
    return wording.release(card.publication)


def _dates(card: Card, board: Board) -> tuple[tuple[str, str], ...]:
    facts, work, zone = card.facts, card.translation, board.time.tzinfo
    if facts is None:
        return ()
    changed = _("updated") if facts.updated is not None else _("published")
    dated = _("{day} ({age})").format(day=wording.day(facts.dated, zone), age=wording.age(board, facts.dated))
    known = [(changed, dated)]
    if work is not None:
        known += [
            (_("translated by"), wording.signed(work.translator, zone)),
            (_("reviewed by"), wording.signed(work.reviewer, zone)),
        ]
    return tuple((name, value) for name, value in known if value)


def _tiles(board: Board) -> list[tuple[str, str, str]]:
    """Return the sums at the top: name, figure, and what qualifies it."""
    total, findings = board.total, board.findings
    notes = sum(len(card.translation.notes) for card in board.cards if card.translation is not None)
    of_all = _("of {count} segments").format(count=total.count)
    tiles = [
        (_("Articles"), str(len(board.cards)), wording.counted(_("open"), sum(card.open for card in board.cards))),
        (_("Words"), f"{board.words:,}", _("and Chinese characters")),
        (_("Translated"), wording.per_cent(total.translated, total.count) or "0", of_all),
        (_("Reviewed"), wording.per_cent(total.reviewed, total.count) or "0", of_all),
    ]
    if findings is not None:
        tiles.append((_("Errors"), str(findings.faults), wording.counted(_("warnings"), findings.warnings)))
    tiles.append((_("Notes"), str(notes), _("to the next person")))
    return tiles


def _words(board: Board) -> dict[str, str]:
    made = wording.moment(board.time, board.time.tzinfo)
    return {
        "title": _("Status of the articles"),
        "as_of": _("As of {time}").format(time=made),
        "sums": _("Sums"),
        "open_only": _("Show only articles that are open"),
        "article": _("Article"),
        "words": _("Words"),
        "progress": _("Progress"),
        "findings": _("Findings"),
        "none": _("none"),
        "dates": _("Dates and people"),
        "release": _("Release"),
        "tasks": _("Left to do"),
        "nothing": _("nothing to do"),
        "unchecked": _("The check was not run."),
        "empty": _("There are no articles yet: govpub new makes one."),
        "legend": _("The bars show, from the left:"),
        "states": _(", ").join(_(name) for name in wording.STATES.values()),
    }


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: without_controls(value) if type(value) is str else value,
    )
    return environment.from_string((_FOLDER / "board.html.jinja").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _style() -> Markup:
    return Markup(shipped_style(_FOLDER / "board.css"))  # noqa: S704  our own
