"""`govpub glossary`: the office's terms, kept beside the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub import glossary as termbase
from govpub.errors import GlossaryError, UsageError
from govpub.locales import EN, ZH_CN
from govpub.messages import _
from govpub.po import new_po, parse_po, serialize_po
from govpub.workflow import storage
from govpub.workflow.merge import merge_catalogs
from govpub.workflow.workspace import (
    CATALOG_SUFFIX,
    glossary_files,
    glossary_of,
    project_at,
    read_glossary,
    require_workspace,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from govpub.glossary import Stats
    from govpub.model.finding import Finding
    from govpub.model.term import Glossary, Term, TermClass
    from govpub.po import PoFile

__all__ = ["Import", "add", "edit", "export_terms", "find", "import_terms", "remove", "terms", "test"]

CSV_SUFFIX = ".csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What taking terms in has done."""

    added: int
    changed: int
    same: int


def terms(place: Path, term_class: TermClass | None = None, *, office_only: bool = False) -> tuple[Term, ...]:
    """Return the terms that hold at `place`, or only the office's own; of one class, or all."""
    found = _office(place) if office_only else _in_force(place)
    return tuple(term for term in found.terms if term_class in (None, term.term_class))


def find(place: Path, query: str) -> tuple[Term, ...]:
    """Return the terms in which `query` occurs, the nearest first."""
    return termbase.find(_in_force(place), query)


def stats(place: Path, day: date) -> Stats:
    """Return counts of the glossary that holds at `place`; `day` decides what is expired."""
    return termbase.stats(_in_force(place), day)


def test(place: Path, files: Sequence[Path], day: date) -> tuple[Finding, ...]:
    """Run the terms' examples and the rules of the glossary: of these files, or of all that holds at `place`."""
    if not files:
        return termbase.test_glossary(_in_force(place), day)
    return tuple(finding for file in files for finding in termbase.test_glossary(read_glossary(file), day))


def add(place: Path, term: Term) -> Path:
    """Add a term to the office's glossary, and return its file.

    Raises:
        UsageError: it has no rendering.
        GlossaryError: the office has this term (in this sense) already.
    """
    if not term.rendering.strip():
        raise UsageError(_("a term needs a rendering"), hint=_("write it behind the term"))
    return _change(place, lambda file: termbase.add_term(file, term))


def edit(place: Path, source: str, sense: str, change: Callable[[Term], Term]) -> Path:
    """Change a term; one that only the shipped glossary has is copied into the office's first.

    Raises:
        GlossaryError: there is no such term, or it has several senses and none is named.
    """
    term = _one(_in_force(place), source, sense)
    own = any(_same(term, other) for other in _office(place).terms)
    put = termbase.edit_term if own else termbase.add_term
    return _change(place, lambda file: put(file, change(term)))


def remove(place: Path, source: str, sense: str) -> Path:
    """Take a term out of the office's glossary.

    Raises:
        GlossaryError: the office's glossary has no such term.
    """
    term = _one(_office(place), source, sense)
    return _change(place, lambda file: termbase.remove_term(file, term.source, term.sense))


def import_terms(place: Path, source: Path) -> Import:
    """Take the terms of a PO or CSV file into the office's glossary; running it again changes nothing."""
    incoming = _read_terms(source)
    counts: list[Import] = []

    def take(file: PoFile) -> PoFile:
        taken = termbase.import_terms(file, incoming)
        counts.append(Import(added=taken.added, changed=taken.changed, same=taken.same))
        return taken.file

    _change(place, take)
    return counts[-1]


def export_terms(place: Path, out: Path, *, office_only: bool = False) -> int:
    """Write the terms to a PO or CSV file that does not exist yet, and return how many.

    Raises:
        UsageError: the name of the file says neither.
    """
    if out.suffix.lower() not in (CSV_SUFFIX, CATALOG_SUFFIX):
        raise UsageError(
            _("a glossary cannot be written as {name}").format(name=out.name), hint=_("name it NAME.po or NAME.csv")
        )
    chosen = terms(place, office_only=office_only)
    if out.suffix.lower() == CSV_SUFFIX:
        text = termbase.serialize_csv(termbase.Glossary(source=ZH_CN, target=EN, terms=chosen))
    else:
        text = serialize_po(new_po(termbase.HEADERS, [termbase.term_entry(term) for term in chosen]))
    storage.create(out, text.encode())
    return len(chosen)


def _read_terms(path: Path) -> tuple[Term, ...]:
    if path.suffix.lower() == CSV_SUFFIX:
        return termbase.parse_csv(storage.read_text(path), path)
    return read_glossary(path).terms


def _in_force(place: Path) -> Glossary:
    return glossary_of(glossary_files(project_at(place)))


def _office(place: Path) -> Glossary:
    project = project_at(place)
    path = project.root / project.glossary
    return read_glossary(path) if path.is_file() else termbase.Glossary(source=ZH_CN, target=EN)


def _change(place: Path, change: Callable[[PoFile], PoFile]) -> Path:
    project = project_at(place)
    require_workspace(project)
    path = project.root / project.glossary
    snapshot = storage.read(path)
    if snapshot.content is None:
        old = new_po(termbase.HEADERS, [])
        storage.ensure_folder(path.parent)
    else:
        old = parse_po(storage.decoded(snapshot), path)
    new = change(old)
    termbase.parse_glossary(new, path)  # what could not be read again is not written
    storage.save(snapshot, serialize_po(new).encode(), merge_catalogs(path))
    return path


def _one(glossary: Glossary, source: str, sense: str) -> Term:
    found = [term for term in glossary.terms if term.source == source and sense in ("", term.sense)]
    if not found:
        near = termbase.find(glossary, source)[:3]
        hint = _("near it: {terms}").format(terms=", ".join(term.source for term in near)) if near else ""
        raise GlossaryError(_("there is no such term: {term}").format(term=source), hint=hint)
    if len({term.sense for term in found}) > 1:
        senses = ", ".join(term.sense for term in found)
        raise GlossaryError(
            _("{term} has several senses: {senses}").format(term=source, senses=senses),
            hint=_("name one with --sense"),
        )
    return found[-1]


def _same(one: Term, other: Term) -> bool:
    return (one.source, one.sense) == (other.source, other.sense)
