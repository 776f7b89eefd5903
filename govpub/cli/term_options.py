"""The options that say what a term is, and the change they make to it."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeAlias

import typer

from govpub.cli.options import day_of
from govpub.errors import Position, UsageError
from govpub.glossary import parse_titles
from govpub.messages import _
from govpub.model.term import Example, PersonKind, Term, TermClass

Source: TypeAlias = Annotated[str, typer.Argument(help=_("The term, in Chinese."), metavar="TERM")]
Sense: TypeAlias = Annotated[str, typer.Option("--sense", help=_("Which sense, where it has several."))]
Class: TypeAlias = Annotated[
    str | None, typer.Option("--class", help=" | ".join(kind.value for kind in TermClass), metavar="CLASS")
]
Definition: TypeAlias = Annotated[str | None, typer.Option("--definition", help=_("What it means."))]
Note: TypeAlias = Annotated[str | None, typer.Option("--note", help=_("What a translator should know."))]
Authority: TypeAlias = Annotated[
    str | None, typer.Option("--source", help=_("The authority for the rendering; formulations need one."))
]
Also: TypeAlias = Annotated[list[str] | None, typer.Option("--also", help=_("Another approved rendering; repeatable."))]
Short: TypeAlias = Annotated[
    list[str] | None, typer.Option("--short", help=_("A short form allowed after the first full one; repeatable."))
]
Never: TypeAlias = Annotated[list[str] | None, typer.Option("--never", help=_("A rendering to refuse; repeatable."))]
Case: TypeAlias = Annotated[str | None, typer.Option("--case", help="any | exact")]
NotIn: TypeAlias = Annotated[
    list[str] | None, typer.Option("--not-in", help=_("A longer string in which this is not the term; repeatable."))
]
NotNear: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--not-near", help=_("A word that, anywhere in the document, says another is meant; repeatable.")),
]
Titles: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--title", help=_("A person's title, `省长 | from 2024-01-01 | to …`; repeatable."), metavar="TITLE"),
]
Kind: TypeAlias = Annotated[
    str | None, typer.Option("--kind", help=" | ".join(kind.value for kind in PersonKind), metavar="KIND")
]
From: TypeAlias = Annotated[str | None, typer.Option("--from", help=_("The first day it holds, YYYY-MM-DD."))]
To: TypeAlias = Annotated[str | None, typer.Option("--to", help=_("The last day it holds, YYYY-MM-DD."))]
Ok: TypeAlias = Annotated[
    list[str] | None, typer.Option("--ok", help=_("A pair it must accept, `中文 => English`; repeatable."))
]
Bad: TypeAlias = Annotated[
    list[str] | None, typer.Option("--bad", help=_("A pair it must refuse, `中文 => English`; repeatable."))
]

_PLAIN = ("rendering", "definition", "note", "authority")
_LISTS = ("also", "short", "never", "not_in", "not_near")


def change_of(given: Mapping[str, Any]) -> Callable[[Term], Term]:
    """Return the change that these options make; what was not given stays as it is.

    Raises:
        UsageError: a class, case, day or example is not of its form.
    """
    changes: dict[str, Any] = {name: given[name] for name in _PLAIN if given.get(name) is not None}
    changes |= {name: tuple(given[name]) for name in _LISTS if given.get(name) is not None}
    if given.get("term_class") is not None:
        changes["term_class"] = class_of(given["term_class"])
    if given.get("case") is not None:
        changes["case"] = _case(given["case"])
    if given.get("kind") is not None:
        changes["kind"] = _kind(given["kind"])
    if given.get("titles") is not None:
        changes["titles"] = parse_titles((line, Position()) for line in given["titles"])
    changes |= {name: day_of(given[name]) for name in ("valid_from", "valid_to") if given.get(name) is not None}
    changes |= {name: tuple(map(_example, given[name])) for name in ("ok", "bad") if given.get(name) is not None}
    return lambda term: dataclasses.replace(term, **changes)


def class_of(text: str) -> TermClass:
    """Return the class of this name."""
    try:
        return TermClass(text)
    except ValueError as error:
        raise _unknown("--class", text, [kind.value for kind in TermClass]) from error


def _case(text: str) -> str:
    if text not in ("any", "exact"):
        raise _unknown("--case", text, ["any", "exact"])
    return text


def _kind(text: str) -> PersonKind:
    try:
        return PersonKind(text)
    except ValueError as error:
        raise _unknown("--kind", text, [kind.value for kind in PersonKind]) from error


def _example(text: str) -> Example:
    source, arrow, target = text.partition("=>")
    if not arrow:
        raise UsageError(_("this is no example: {text}").format(text=text), hint=_("write `中文 => English`"))
    return Example(source.strip(), target.strip())


def _unknown(option: str, value: str, known: list[str]) -> UsageError:
    return UsageError(
        _("{option} cannot be {value}").format(option=option, value=value),
        hint=_("use one of {known}").format(known=", ".join(known)),
    )
