"""Findings → workflow commands of GitHub Actions, which annotate the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.wording import proposal
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.checks.report import Report
    from govpub.errors import GovpubError
    from govpub.model.finding import Finding

__all__ = ["to_github"]


def to_github(report: Report) -> str:
    """Return a command a line; each line ends with a line feed."""
    commands = [*map(_failure, report.failures), *map(_finding, report.findings)]
    return "".join(f"{command}\n" for command in commands)


def _finding(finding: Finding) -> str:
    at, end = finding.at, finding.end
    properties: dict[str, object] = {"file": at.path.as_posix() if at.path is not None else None, "line": at.line}
    if end is not None:
        properties["endLine"] = end.line
        if end.line == at.line:  # GitHub takes columns within one line only
            properties |= {"col": at.column, "endColumn": end.column}
    properties["title"] = finding.rule
    text = finding.message
    if proposed := proposal(finding):
        text = _("{message}\nproposed: {suggestion}").format(message=text, suggestion=proposed)
    return _command(finding.severity.value, properties, text)


def _failure(failure: GovpubError) -> str:
    at = failure.at
    properties: dict[str, object] = {}
    if at is not None:
        properties = {"file": at.path.as_posix() if at.path is not None else None, "line": at.line, "col": at.column}
    return _command("error", properties, f"{failure.message}\n{failure.hint}".strip())


def _command(name: str, properties: Mapping[str, object], text: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{name} {listed}::{_data(text)}" if listed else f"::{name}::{_data(text)}"


def _data(text: str) -> str:
    """Escape as the runner's own toolkit does (actions/toolkit, core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
