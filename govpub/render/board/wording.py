"""What a board says about an article, in words of the user's language: the same on the screen and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from govpub.messages import N_, _, ngettext
from govpub.model.board import Published, Task, Translation
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime, tzinfo

    from govpub.locales import Locale
    from govpub.model.board import Board, Card, Outdated, Publication
    from govpub.model.segment import Signature

__all__ = [
    "STATES",
    "age",
    "counted",
    "day",
    "embargo",
    "length",
    "moment",
    "outdated",
    "per_cent",
    "release",
    "signed",
    "tasks",
]

STATES: Mapping[State, str] = {
    State.REVIEWED: N_("reviewed"),
    State.TRANSLATED: N_("translated"),
    State.FUZZY: N_("fuzzy"),
    State.UNTRANSLATED: N_("untranslated"),
}
"""From the end of the work to its beginning."""
_RELEASES: Mapping[Published, str] = {
    Published.NOTHING: N_("none"),
    Published.DRAFT: N_("draft"),
    Published.OUTDATED: N_("outdated"),
    Published.CURRENT: N_("current"),
}
_OUTDATED: Mapping[tuple[Outdated, ...], str] = {
    ("article",): N_("release older than the article"),
    ("translation",): N_("release older than the translation"),
    ("article", "translation"): N_("release older than both texts"),
}


def tasks(card: Card) -> Iterator[tuple[Task, str]]:
    """Yield what is left to do for an article, the most pressing first; one task may take several phrases."""
    for task in card.tasks:
        for phrase in _phrases(task, card):
            yield task, phrase


def _phrases(task: Task, card: Card) -> Iterator[str]:
    work = card.translation or Translation()
    match task:
        case Task.MEND:
            yield from (_("cannot be read: {message}").format(message=fault.message) for fault in card.faults)
        case Task.TRANSLATE:
            counts = ((_(STATES[state]), work.segments[state]) for state in (State.UNTRANSLATED, State.FUZZY))
            begun = (counted(name, count) for name, count in counts if count)
            yield from begun if work.catalog is not None else (_("not begun"),)
        case Task.CORRECT:
            yield counted(_("errors"), work.findings.faults if work.findings is not None else 0)
        case Task.UPDATE:
            yield _("the article has changed")
        case Task.EXPORT:
            yield outdated(card.publication)
        case Task.ANSWER:
            yield counted(_("notes"), len(work.notes))
        case Task.REVIEW:
            yield counted(_("to review"), work.segments[State.TRANSLATED])
            if work.lapsed:
                yield counted(_("lapsed reviews"), work.lapsed)
        case _ as never:
            assert_never(never)


def counted(name: str, count: int) -> str:
    """Return how many there are of something."""
    return _("{name}: {value}").format(name=name, value=count)


def outdated(publication: Publication) -> str:
    """Return why a release is not the article as it is; empty where it is."""
    if publication.state is Published.DRAFT:
        return _("release is a draft")
    return _(_OUTDATED[publication.because]) if publication.because else ""


def release(publication: Publication) -> str:
    """Return the state of a release in a word."""
    return _(_RELEASES[publication.state])


def embargo(card: Card, zone: tzinfo | None) -> str:
    """Return until when an embargo holds or held; empty where there is none."""
    until = card.facts.embargo if card.facts is not None else None
    if until is None:
        return ""
    text = _("embargo until {time}") if card.embargoed else _("embargo over since {time}")
    return text.format(time=moment(until, zone))


def age(board: Board, when: datetime) -> str:
    """Return how long ago a time is, in days."""
    days = board.age(when)
    if days < 0:
        return _("in {count} d").format(count=-days)
    return _("{count} d").format(count=days)


def signed(signature: Signature | None, zone: tzinfo | None) -> str:
    """Return who did something, and on which day; empty where nobody did."""
    if signature is None:
        return ""
    return _("{name}, {day}").format(name=signature.name, day=day(signature.time, zone))


def length(count: int, locale: Locale) -> str:
    """Return how long a text is, in what its language is mostly counted in."""
    if locale.spaces_words:
        return ngettext("{count} word", "{count} words", count).format(count=f"{count:,}")
    return ngettext("{count} character", "{count} characters", count).format(count=f"{count:,}")


def moment(when: datetime, zone: tzinfo | None) -> str:
    """Return day and minute of a time in this zone."""
    return _in(when, zone).isoformat(" ", "minutes")[:16]


def day(when: datetime, zone: tzinfo | None) -> str:
    """Return the day of a time in this zone."""
    return _in(when, zone).date().isoformat()


def per_cent(share: int, whole: int) -> str:
    """Return a per cent figure; empty where there is nothing of which it could be one."""
    return _("{share} %").format(share=share) if whole else ""


def _in(when: datetime, zone: tzinfo | None) -> datetime:
    try:
        return when.astimezone(zone)
    except OverflowError:  # the first and last hours that a datetime can hold
        return when
