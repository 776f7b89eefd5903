"""A glossary file (PO; what a term knows stands in extracted comments, one key a line) ⇄ its terms."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.errors import GlossaryError, InputError, Position
from govpub.glossary.days import parse_date
from govpub.glossary.register import parse_kind, parse_titles, title_lines
from govpub.locales import EN, ZH_CN, Locale, locale_of
from govpub.messages import _
from govpub.model.term import Example, Glossary, PersonKind, Term, TermClass
from govpub.po import PoEntry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path
    from typing import Literal

    from govpub.po import PoFile

__all__ = ["HEADERS", "KEYS", "overlay", "parse_date", "parse_glossary", "term_entry", "term_of"]

KEYS = (
    "class",
    "definition",
    "note",
    "source",
    "also",
    "short",
    "never",
    "case",
    "not-in",
    "not-near",
    "titles",
    "kind",
    "from",
    "to",
    "ok",
    "bad",
)
"""The keys of a term, in the order in which they are written."""
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Language": EN.gettext_name,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": ZH_CN.tag,
    }
)
"""The header of a new glossary, from Chinese to English."""
_LISTS = frozenset(("also", "short", "never", "not-in", "not-near"))
_EXAMPLES = frozenset(("ok", "bad", "titles"))
_LINE = re.compile(r"\s*([^\s:：]+)\s*[:：](.*)", re.DOTALL)


LONGEST_TERM = 500
"""Characters of a term or rendering. The longest formulations have about a hundred; a text of thousands would take the
scanner's automaton minutes to build."""


def parse_glossary(file: PoFile, path: Path | None = None) -> Glossary:
    """Return the terms of a glossary file, in its order; fuzzy and obsolete entries are not terms yet or any more.

    Raises:
        GlossaryError: the header does not name two of govpub's languages, or a term breaks the format.
    """
    source, target = _language(file, path, "X-Source-Language"), _language(file, path, "Language")
    if source == target:
        raise GlossaryError(
            _("the glossary names one language for both sides"),
            at=Position(path, file.header.line if file.header else None),
            hint=_("X-Source-Language and Language in its header must differ"),
        )
    live = (entry for entry in file.entries if not entry.obsolete and not entry.fuzzy)
    return Glossary(source=source, target=target, terms=tuple(term_of(entry, path) for entry in live))


def overlay(base: Glossary, over: Glossary) -> Glossary:
    """Return the terms of `base` with those of `over` in place of the same source and sense, and its new ones behind.

    Raises:
        GlossaryError: the two are not of one pair of languages.
    """
    if (base.source, base.target) != (over.source, over.target):
        raise GlossaryError(
            _("a glossary from {source} to {target} cannot stand over one from {other} to {another}").format(
                source=over.source, target=over.target, other=base.source, another=base.target
            ),
            at=over.terms[0].at if over.terms else None,
            hint=_("give its header the languages of the other: X-Source-Language and Language"),
        )
    terms = {(term.source, term.sense): term for term in base.terms}
    terms.update({(term.source, term.sense): term for term in over.terms})
    return Glossary(source=base.source, target=base.target, terms=tuple(terms.values()))


def _language(file: PoFile, path: Path | None, name: str) -> Locale:
    at = Position(path, file.header.line if file.header is not None else 1)
    tag = file.headers.get(name, "")
    if not tag:
        raise GlossaryError(
            _("the header of the glossary has no {name}").format(name=name),
            at=at,
            hint=_('write "{name}: …\\n" with the tag of the language, zh-CN or en').format(name=name),
        )
    try:
        return locale_of(tag)
    except InputError as error:
        raise GlossaryError(error.message, at=at, hint=error.hint) from error


def term_of(entry: PoEntry, path: Path | None = None) -> Term:
    """Return the term that an entry says.

    Raises:
        GlossaryError: a line is not `key: value`, or its key or value is not of the format.
    """
    if entry.msgid_plural is not None:
        raise GlossaryError(
            _("a term has no plural: {term}").format(term=entry.msgid),
            at=Position(path, entry.line or None),
            hint=_("remove msgid_plural and write one msgstr"),
        )
    for text in (entry.msgid, *entry.msgstr):
        if len(text) > LONGEST_TERM:
            raise GlossaryError(
                _("this is too long for a term: {count} characters").format(count=len(text)),
                at=Position(path, entry.line or None),
                hint=_("a term has at most {count} characters; sentences belong into a catalog").format(
                    count=LONGEST_TERM
                ),
            )
    at = Position(path, entry.line or None)
    if not entry.extracted:
        return Term(source=entry.msgid, rendering=entry.msgstr[0], sense=entry.msgctxt or "", at=at)
    values: dict[str, list[tuple[str, Position]]] = {}
    for line, number in zip(entry.extracted, _comment_lines(entry), strict=True):
        if line.strip():
            key, value, place = _key_value(line, Position(path, number))
            if key in values and key not in _LISTS | _EXAMPLES:
                raise GlossaryError(
                    _("the key {key} stands twice").format(key=key), at=place, hint=_("keep one of the two lines")
                )
            values.setdefault(key, []).append((value, place))
    single = {key: found[0][0] for key, found in values.items()}
    return Term(
        source=entry.msgid,
        rendering=entry.msgstr[0],
        sense=entry.msgctxt or "",
        term_class=_term_class(values),
        definition=single.get("definition", ""),
        note=single.get("note", ""),
        authority=single.get("source", ""),
        also=_items(values, "also"),
        short=_items(values, "short"),
        never=_items(values, "never"),
        case=_case(values),
        not_in=_items(values, "not-in"),
        not_near=_items(values, "not-near"),
        titles=parse_titles(values.get("titles", ())),
        kind=parse_kind(values.get("kind", ())),
        valid_from=_day(values, "from"),
        valid_to=_day(values, "to"),
        ok=_examples(values, "ok"),
        bad=_examples(values, "bad"),
        at=at,
    )


def _comment_lines(entry: PoEntry) -> Iterator[int | None]:
    """Yield the file's line of each extracted comment, as far as it can be told."""
    lines = entry.verbatim.splitlines() if entry.verbatim is not None else []
    keyword = next((index for index, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
    places = [index for index, line in enumerate(lines) if line.lstrip().startswith("#.")]
    if len(places) == len(entry.extracted):
        yield from (entry.line - keyword + index for index in places)
    else:
        yield from (entry.line or None for _line in entry.extracted)


def _key_value(line: str, at: Position) -> tuple[str, str, Position]:
    match = _LINE.fullmatch(line)
    if match is None:
        raise GlossaryError(
            _("this line is not `key: value`: {line}").format(line=line[:80]),
            at=at,
            hint=_("write notes as `#. note: …`, comments for other readers as `# …`"),
        )
    key, value = match[1], match[2].strip()
    if key not in KEYS:
        from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

        near = get_close_matches(key[:40].lower(), KEYS, n=1, cutoff=0.5)
        known = ", ".join(KEYS)
        hint = _("did you mean {key}?").format(key=near[0]) if near else _("use one of {known}").format(known=known)
        raise GlossaryError(_("no such key: {key}").format(key=key[:80]), at=at, hint=hint)
    if not value:
        raise GlossaryError(
            _("the key {key} has no value").format(key=key), at=at, hint=_("write one, or remove the line")
        )
    return key, value, at


_Values = dict[str, list[tuple[str, Position]]]


def _term_class(values: _Values) -> TermClass:
    for value, at in values.get("class", ()):
        try:
            return TermClass(value)
        except ValueError:
            known = ", ".join(each.value for each in TermClass)
            hint = _("use one of {known}").format(known=known)
            raise GlossaryError(_("no such class: {name}").format(name=value[:80]), at=at, hint=hint) from None
    return TermClass.TERM


def _case(values: _Values) -> Literal["any", "exact"]:
    for value, at in values.get("case", ()):
        match value:
            case "any" | "exact":
                return value
            case _:
                message = _("no such case: {name}").format(name=value[:80])
                raise GlossaryError(message, at=at, hint=_("use any or exact"))
    return "any"


def _day(values: _Values, key: str) -> date | None:
    for value, at in values.get(key, ()):
        return parse_date(value, at)
    return None


def _items(values: _Values, key: str) -> tuple[str, ...]:
    return tuple(item for value, _at in values.get(key, ()) for part in value.split("|") if (item := part.strip()))


def _examples(values: _Values, key: str) -> tuple[Example, ...]:
    found: list[Example] = []
    for value, at in values.get(key, ()):
        source, arrow, target = value.partition("=>")
        if not arrow or not source.strip() or not target.strip():
            raise GlossaryError(
                _("this is no pair of sentences: {value}").format(value=value[:80]),
                at=at,
                hint=_("write `{key}: source sentence => its translation`").format(key=key),
            )
        found.append(Example(source.strip(), target.strip()))
    return tuple(found)


def term_entry(term: Term) -> PoEntry:
    """Return the entry that says `term`, its keys in the order of the format.

    Raises:
        GlossaryError: a value cannot be written: it has a line break, a list item has `|`, or a sentence `=>`.
    """
    values: dict[str, tuple[str, ...]] = {
        "class": (term.term_class.value,),
        "definition": (term.definition,),
        "note": (term.note,),
        "source": (term.authority,),
        "also": (_joined("also", term.also),),
        "short": (_joined("short", term.short),),
        "never": (_joined("never", term.never),),
        "case": (term.case if term.case != "any" else "",),
        "not-in": (_joined("not-in", term.not_in),),
        "not-near": (_joined("not-near", term.not_near),),
        "titles": title_lines(term.titles),
        "kind": (term.kind.value if term.kind is not PersonKind.MAINLAND else "",),
        "from": (term.valid_from.isoformat() if term.valid_from else "",),
        "to": (term.valid_to.isoformat() if term.valid_to else "",),
        "ok": tuple(_pair("ok", example) for example in term.ok),
        "bad": tuple(_pair("bad", example) for example in term.bad),
    }
    lines = [f"{key}: {_line(key, value)}" for key in KEYS for value in values[key] if value.strip()]
    if not term.source.strip():
        raise GlossaryError(_("a term needs a source"), hint=_("name the term in the source language"))
    return PoEntry(extracted=tuple(lines), msgctxt=term.sense or None, msgid=term.source, msgstr=(term.rendering,))


def _unwritable(key: str, value: str) -> GlossaryError:
    message = _("the glossary cannot hold this value of {key}: {value}").format(key=key, value=value[:80])
    return GlossaryError(
        message, hint=_("values stand on one line; | parts items, => parts a sentence from its target")
    )


def _line(key: str, value: str) -> str:
    if len(value.splitlines()) > 1 or "\0" in value:
        raise _unwritable(key, value)
    return value.strip()


def _joined(key: str, items: tuple[str, ...]) -> str:
    for item in items:
        if "|" in item or not item.strip():
            raise _unwritable(key, item)
    return " | ".join(item.strip() for item in items)


def _pair(key: str, example: Example) -> str:
    if "=>" in example.source or not example.source.strip() or not example.target.strip():
        raise _unwritable(key, example.source)
    return f"{example.source.strip()} => {example.target.strip()}"
