"""The fixed strings of govpub itself, found in its code and templates with Babel.

Two domains: `ui` is what stands in a release, `cli` is what the commands say. What tells them apart is where a name
comes from: a function imported from `govpub.messages` speaks to the user; any other `_` or `gettext`, in the rooms
that make releases, is the release's own.
"""

from __future__ import annotations

import ast
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from babel.messages.extract import extract as babel_extract

import govpub
from govpub.po import PoEntry, new_po, serialize_po

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["DOMAINS", "Domain", "Source", "extract", "shipped_sources"]

Domain: TypeAlias = Literal["ui", "cli"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)

# From a function's name to the places of its msgids among the arguments; None means the first.
_KEYWORDS: Mapping[str, tuple[int, int] | None] = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
_RELEASE_ROOMS = ("govpub/render/", "govpub/release/")
_FIELD = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold fixed strings."""

    path: str
    """Relative to the project, with forward slashes: it becomes the reference."""
    content: bytes


@dataclass(slots=True)
class _Found:
    plural: str | None = None
    comments: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def shipped_sources() -> tuple[Source, ...]:
    """Return govpub's own Python files and templates, sorted by path."""
    package = Path(govpub.__file__).parent
    files = [*package.rglob("*.py"), *package.rglob("*.jinja")]
    named = {file.relative_to(package.parent).as_posix(): file for file in files}
    return tuple(Source(path, named[path].read_bytes()) for path in sorted(named))


def extract(domain: Domain, sources: Iterable[Source] | None = None) -> str:
    """Return the POT file of a domain: strings in the order of files, references without line numbers.

    A diff of it shows strings only. Comments tagged `Translators:` stand above their string, without the tag.
    """
    found: dict[str, _Found] = {}
    for source in sources if sources is not None else shipped_sources():
        for msgid, plural, comments in _strings(source, domain):
            string = found.setdefault(msgid, _Found())
            string.plural = string.plural if string.plural is not None else plural
            string.comments += [comment for comment in comments if comment not in string.comments]
            string.references += [source.path] if source.path not in string.references else []
    headers = {
        "Project-Id-Version": "govpub",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return serialize_po(new_po(headers, (_entry(msgid, string, domain) for msgid, string in found.items())))


def _strings(source: Source, domain: Domain) -> Iterator[tuple[str, str | None, list[str]]]:
    template = source.path.endswith(".jinja")
    keywords = _template_keywords(domain) if template else _keywords(source, domain)
    if not keywords:
        return
    for _line, message, comments, _context in babel_extract(
        "jinja2.ext:babel_extract" if template else "babel.messages.extract:extract_python",
        io.BytesIO(source.content),
        keywords=keywords,
        comment_tags=("Translators:",),
        strip_comment_tags=True,  # the extractor of templates does so anyway
        options={"silent": "false"} if template else {},
    ):
        msgid, plural = (message, None) if isinstance(message, str) else (message[0], message[1])
        yield msgid, plural, comments


def _template_keywords(domain: Domain) -> dict[str, tuple[int, int] | None]:
    return dict(_KEYWORDS) if domain == "ui" else {}


def _keywords(source: Source, domain: Domain) -> dict[str, tuple[int, int] | None]:
    spoken = {
        name.asname or name.name: _KEYWORDS[name.name]
        for node in ast.walk(ast.parse(source.content))
        if isinstance(node, ast.ImportFrom) and node.module == "govpub.messages"
        for name in node.names
        if name.name in _KEYWORDS
    }
    if domain == "cli":
        return spoken
    if not source.path.startswith(_RELEASE_ROOMS):
        return {}
    return {name: places for name, places in _KEYWORDS.items() if name not in spoken}


def _entry(msgid: str, found: _Found, domain: Domain) -> PoEntry:
    # Releases fill in their fields without str.format, and offer some that the English wording does not use.
    formatted = domain == "cli" and _FIELD.search(msgid + (found.plural or ""))
    return PoEntry(
        extracted=tuple(found.comments),
        references=tuple(found.references),
        flags=("python-brace-format",) if formatted else (),
        msgid=msgid,
        msgid_plural=found.plural,
        msgstr=("",) if found.plural is None else ("", ""),
    )
