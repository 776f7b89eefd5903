"""Where a text came from: as a catalog records it (`memory 96 adapted -- drill-2025`), and as people read it."""

from __future__ import annotations

from govpub.messages import _

__all__ = ["GLOSSARY", "in_words", "machine_origin", "memory_origin"]

GLOSSARY = "glossary"
"""The origin of a text that is a term's rendering."""
_MEMORY, _ADAPTED, _MACHINE = "memory", "adapted", "machine"
_FROM = " -- "


def memory_origin(score: int, place: str = "", *, adapted: bool = False) -> str:
    """Return the origin of a match: its score in per cent, and the article or file that it was remembered from."""
    words = " ".join([_MEMORY, str(score), *([_ADAPTED] if adapted else [])])
    return f"{words}{_FROM}{place}" if place else words


def machine_origin(name: str) -> str:
    """Return the origin of what a service translated."""
    return f"{_MACHINE} {name}"


def in_words(origin: str) -> str:
    """Return an origin in the user's language; one of another form, as a person may write it, stays as it is."""
    kind, _dashes, place = origin.partition(_FROM)
    match kind.split():
        case [name] if name == GLOSSARY:
            told = _("glossary")
        case [name, score] if name == _MEMORY:
            told = _("memory {score}").format(score=score)
        case [name, score, adapted] if (name, adapted) == (_MEMORY, _ADAPTED):
            told = _("memory {score} adapted").format(score=score)
        case [name, service] if name == _MACHINE:
            told = _("machine {name}").format(name=service)
        case _:
            return origin
    return _("{origin} -- {place}").format(origin=told, place=place) if place else told
