"""The baseline: findings that were there when a project began to check, and do not count until they are gone."""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import TYPE_CHECKING

from govpub.checks.report import fingerprint
from govpub.errors import InputError, Position
from govpub.messages import _
from govpub.workflow import storage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from govpub.model.finding import Finding

__all__ = ["fresh", "read_baseline", "write_baseline"]

_VERSION = 1


def read_baseline(path: Path) -> Mapping[str, int] | None:
    """Return how often each fingerprint may occur; None where there is no such file yet.

    Raises:
        InputError: it is not a baseline.
    """
    snapshot = storage.read(path)
    if snapshot.content is None:
        return None
    text = storage.decoded(snapshot)
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
        raise _broken(Position(path, line, column)) from error
    if not isinstance(document, dict) or document.get("version") != _VERSION:
        raise _broken(Position(path))
    counts: Counter[str] = Counter()
    listed = document.get("findings")
    for entry in listed if isinstance(listed, list) else [None]:
        if not isinstance(entry, dict) or not isinstance(entry.get("fingerprint"), str):
            raise _broken(Position(path))
        counts[entry["fingerprint"]] += 1
    return counts


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write a baseline of these findings, a line each, so that versions can be compared.

    Raises:
        UsageError: the file exists.
        MachineError: it cannot be written.
    """
    listed = sorted(
        (
            {
                "fingerprint": fingerprint(finding, name := _relative(finding, path)),
                "rule": finding.rule,
                "path": name,
                "unit": finding.unit,
            }
            for finding in findings
        ),
        key=lambda entry: (entry["path"], entry["unit"], entry["rule"], entry["fingerprint"]),
    )
    lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in listed)
    body = f"[\n{lines}\n ]" if lines else "[]"
    storage.create(path, f'{{\n "version": {_VERSION},\n "findings": {body}\n}}\n'.encode("utf-8", "replace"))


def fresh(findings: Iterable[Finding], known: Mapping[str, int], path: Path) -> tuple[Finding, ...]:
    """Return the findings that go beyond the baseline `known`, which stands at `path`."""
    left = Counter(known)
    new: list[Finding] = []
    for finding in findings:
        mark = fingerprint(finding, _relative(finding, path))
        if left[mark] > 0:
            left[mark] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _relative(finding: Finding, baseline: Path) -> str:
    # Relative to the baseline, so that it holds from every folder in which the command is run.
    if finding.at.path is None:
        return ""
    return os.path.relpath(finding.at.path.resolve(), baseline.resolve().parent).replace(os.sep, "/")


def _broken(at: Position) -> InputError:
    return InputError(
        _("this is no baseline of govpub check"), at=at, hint=_("remove it, and the next run writes it anew")
    )
