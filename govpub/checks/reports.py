"""The forms in which programs read what the check found; each is imported when it is first written."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.checks.report import Report

__all__ = ["REPORTERS"]


def _json(report: Report) -> str:
    from govpub.checks.report import to_json  # noqa: PLC0415  on demand

    return to_json(report)


def _sarif(report: Report) -> str:
    from govpub.checks.report_sarif import to_sarif  # noqa: PLC0415  on demand

    return to_sarif(report)


def _junit(report: Report) -> str:
    from govpub.checks.report_junit import to_junit  # noqa: PLC0415  on demand

    return to_junit(report)


def _github(report: Report) -> str:
    from govpub.checks.report_github import to_github  # noqa: PLC0415  on demand

    return to_github(report)


def _rdjson(report: Report) -> str:
    from govpub.checks.report_rdjson import to_rdjson  # noqa: PLC0415  on demand

    return to_rdjson(report)


REPORTERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"json": _json, "sarif": _sarif, "junit": _junit, "github": _github, "rdjson": _rdjson}
)
"""Each writes a whole document; `text`, for people, belongs to the command line."""
