"""The forms in which programs read what the check found."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.checks.report import to_json
from govpub.checks.report_github import to_github
from govpub.checks.report_junit import to_junit
from govpub.checks.report_rdjson import to_rdjson
from govpub.checks.report_sarif import to_sarif

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.checks.report import Report

__all__ = ["REPORTERS"]

REPORTERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "json": to_json,
        "sarif": to_sarif,
        "junit": to_junit,
        "github": to_github,
        "rdjson": to_rdjson,
    }
)
"""Each writes a whole document; `text`, for people, belongs to the command line."""
