"""What a release consists of, and from which bytes it was made: manifest.json and SHA256SUMS."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from govpub.model.article import Article, Layout
    from govpub.model.finding import Finding
    from govpub.model.release import Edition, Format, Rendition
    from govpub.model.segment import Unit

__all__ = ["SCHEMA_VERSION", "File", "Inputs", "manifest", "sha256sums", "translation_sum"]

SCHEMA_VERSION = 1
"""Counted up when a reader of manifest.json would have to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of a release's folder."""

    name: str
    """Inside the folder, with forward slashes."""
    content: bytes
    media_type: str
    edition: Edition | None = None
    """None for what serves every edition: an image."""
    format: Format | None = None
    """None for an image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The bytes a release was made from."""

    article: bytes
    """The canonical article's file."""
    catalog: bytes | None = None
    """The article's PO file; None where none was used."""
    translation: str | None = None
    """What `translation_sum` gives for its units: unlike the file's own sum, it stays when somebody makes a note."""
    glossary: bytes = b""
    """The glossary as it was in force: the shipped one under the office's own."""


def manifest(  # noqa: PLR0913  all that the manifest tells
    *,
    article: Article,
    renditions: Sequence[Rendition],
    inputs: Inputs,
    files: Iterable[File],
    findings: Iterable[Finding],
    layout: Layout,
    version: str,
    under_embargo: bool = False,
    draft: bool = False,
) -> str:
    """Return the text of manifest.json: keys sorted, no clock in it, a line feed at the end.

    `renditions` are the languages that went out, `version` is govpub's, `under_embargo` whether the files carry the
    embargo line.
    """
    statement = {
        "schema": SCHEMA_VERSION,
        "govpub": version,
        "id": article.id,
        "release_number": article.release_number or None,
        "languages": [rendition.locale.tag for rendition in renditions],
        "titles": {rendition.locale.tag: rendition.wording.title for rendition in renditions},
        "published": _moment(article.published),
        "updated": _moment(article.updated or article.published),
        "embargo": _moment(article.embargo),
        "under_embargo": under_embargo,
        "draft": draft,
        "layout": layout,
        "inputs": {
            "article": _sha256(inputs.article),
            "catalog": _sha256(inputs.catalog) if inputs.catalog is not None else None,
            "translation": inputs.translation,
            "glossary": _sha256(inputs.glossary),
        },
        "findings": _counts(findings),
        "files": [_entry(file) for file in sorted(files, key=lambda file: file.name)],
    }
    text = json.dumps(statement, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    # A lone surrogate cannot be written as UTF-8: give a reader the replacement character instead of a traceback.
    return text.encode("utf-8", "replace").decode("utf-8")


def translation_sum(units: Iterable[Unit]) -> str:
    """Return the SHA-256 of all that a release takes from a catalog: source and final target of each unit, in order."""
    texts = [(unit.segment.text, unit.target if unit.state.final else "") for unit in units]
    return _sha256(json.dumps(texts).encode("ascii"))


def sha256sums(files: Mapping[str, bytes]) -> str:
    r"""Return the text of SHA256SUMS, sorted by name, as `sha256sum --check` reads it.

    A name with a line feed or backslash is escaped in coreutils' way: `\` before the line.
    """
    return "".join(_sum_line(name, files[name]) for name in sorted(files))


def _sum_line(name: str, content: bytes) -> str:
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != name else ""
    return f"{mark}{_sha256(content)}  {escaped}\n"


def _entry(file: File) -> dict[str, object]:
    return {
        "name": file.name,
        "edition": file.edition,
        "format": file.format,
        "media_type": file.media_type,
        "bytes": len(file.content),
        "sha256": _sha256(file.content),
    }


def _counts(findings: Iterable[Finding]) -> dict[str, object]:
    seen = list(findings)
    severities = Counter(finding.severity for finding in seen)
    return {
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "rules": dict(Counter(finding.rule for finding in seen)),
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
