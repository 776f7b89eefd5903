"""Board → JSON, as `board.schema.json` beside this module describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from govpub.model.board import Board, Card, Counts, Facts, Findings, OpenNote, Publication, Translation
    from govpub.model.segment import Signature

__all__ = ["SCHEMA_VERSION", "board_schema", "to_json"]

SCHEMA_VERSION = 1
"""Raised when a program that reads the old form would misread the new one."""


def to_json(board: Board, version: str) -> str:
    """Return the board as JSON text that ends with a line feed; `version` is govpub's."""
    document: dict[str, Any] = {
        "version": SCHEMA_VERSION,
        "tool": {"name": "govpub", "version": version},
        "time": board.time.isoformat(timespec="seconds"),
        "office": board.office,
        "checked": board.checked,
        "summary": _summary(board),
        "articles": [_article(card, board) for card in board.cards],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def board_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of what `to_json` writes."""
    from importlib import resources  # noqa: PLC0415  10 ms, for the one caller that validates

    text = resources.files("govpub.render.board").joinpath("board.schema.json").read_text(encoding="utf-8")
    schema: Mapping[str, Any] = json.loads(text)
    return schema


def _summary(board: Board) -> dict[str, Any]:
    total = board.total
    return {
        "articles": len(board.cards),
        "open": sum(card.open for card in board.cards),
        "unreadable": sum(bool(card.faults) for card in board.cards),
        "words": board.words,
        "segments": _counts(total.segments),
        "translated": total.translated,
        "reviewed": total.reviewed,
        "notes": sum(len(card.translation.notes) for card in board.cards if card.translation is not None),
        "findings": _findings(board.findings),
    }


def _article(card: Card, board: Board) -> dict[str, Any]:
    return {
        "path": card.path.as_posix(),
        **_facts(card.facts, board),
        "embargoed": card.embargoed,
        "translation": _translation(card.translation) if card.translation is not None else None,
        "release": _release(card.publication),
        "open": card.open,
        "tasks": [task.value for task in card.tasks],
        "faults": [{"message": fault.message, "at": fault.at, "hint": fault.hint} for fault in card.faults],
    }


def _facts(facts: Facts | None, board: Board) -> dict[str, Any]:
    if facts is None:
        names = ("id", "title", "source", "target", "published", "updated", "age", "embargo", "segments", "words")
        return dict.fromkeys(names)
    return {
        "id": facts.id,
        "title": facts.title,
        "source": facts.source.tag,
        "target": facts.target.tag,
        "published": _time(facts.published),
        "updated": _time(facts.updated),
        "age": board.age(facts.dated),
        "embargo": _time(facts.embargo),
        "segments": facts.segments,
        "words": facts.words,
    }


def _translation(work: Translation) -> dict[str, Any]:
    return {
        "catalog": work.catalog.as_posix() if work.catalog is not None else None,
        "segments": _counts(work.segments),
        "words": _counts(work.words),
        "translated": work.translated,
        "reviewed": work.reviewed,
        "lapsed": work.lapsed,
        "behind": {"new": work.lag.new, "changed": work.lag.changed, "gone": work.lag.gone},
        "translator": _signature(work.translator),
        "reviewer": _signature(work.reviewer),
        "notes": [_note(note) for note in work.notes],
        "findings": _findings(work.findings),
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {state.value: counts[state] for state in State}


def _findings(findings: Findings | None) -> dict[str, int] | None:
    if findings is None:
        return None
    return {
        "errors": findings.errors,
        "warnings": findings.warnings,
        "waived": findings.waived,
        "incomplete": findings.incomplete,
    }


def _release(publication: Publication) -> dict[str, Any]:
    return {
        "state": publication.state.value,
        "because": list(publication.because),
        "languages": list(publication.languages),
    }


def _note(note: OpenNote) -> dict[str, Any]:
    return {"unit": note.unit, "line": note.line, "by": _signature(note.signature), "text": note.text}


def _signature(signature: Signature | None) -> dict[str, str] | None:
    return {"name": signature.name, "time": signature.time.isoformat()} if signature is not None else None


def _time(when: datetime | None) -> str | None:
    return when.isoformat() if when is not None else None
