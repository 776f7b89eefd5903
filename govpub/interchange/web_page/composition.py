"""Finds the article among the rows of a page, by where each row stands and what it looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govpub.interchange.web_page.details import details_of
from govpub.interchange.web_page.furniture import (
    is_annex,
    is_breadcrumb,
    is_end_mark,
    is_footer,
    is_footer_start,
    is_greeting,
    is_related,
    is_widget,
)
from govpub.interchange.web_page.row import display_width, is_bare, is_prose, is_symbols
from govpub.model.block import Heading, List, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo

    from govpub.interchange.web_page.furniture import Details
    from govpub.interchange.web_page.row import Row

__all__ = ["Composition", "compose"]

_TITLE_WIDTH = range(6, 301)
_NEAR = 4
"""A date without a label belongs to the headline if it stands at most this many rows from it."""
_RUN = 3
"""So many labels in a row are navigation."""
_LINKED = 0.8
_MOST = 0.7
"""A footer or a list of other articles comes after most of the text; what follows it is a teaser."""
_NO_TITLE = re.compile(r"^——|[：:]$|^[^，。]{2,20}〔\d{4}〕\d{1,5}号$")
"""A second line of a headline, an addressee, a document number."""
_ISSUER = re.compile(r"(?:政府|办公厅|办公室|委员会|厅|局|部|院|会)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A page taken apart."""

    title: str
    subtitle: str
    body: tuple[Row, ...]
    details: tuple[Details, ...]
    """What the lines around the headline and under the text say, in their order."""
    signed: tuple[Details, ...]
    """Dates at the end of the body, which stay in it."""
    left_out: tuple[str, ...]


def compose(rows: Sequence[Row], titles: Sequence[str], shown: Sequence[str], zone: tzinfo) -> Composition | None:
    """Return the article on a page, or None where there is none.

    Args:
        rows: all that stands on the page, in order.
        titles: what the page's tags say the headline is, strongest first; may have a site's name after it.
        shown: what its window and its first headings say, which may be only the site's name.
        zone: the zone in which its dates are read.
    """
    read = {index: details_of(row, zone) for index, row in enumerate(rows) if not is_greeting(row.text)}
    headline = _by_evidence(rows, titles) or _by_position(rows, read, shown) or _by_evidence(rows, shown)
    if headline is None:
        return None
    return _taken_apart(rows, headline, read)


def _taken_apart(
    rows: Sequence[Row], headline: tuple[int, int], read: Mapping[int, Details | None]
) -> Composition | None:
    first, last = headline
    prose = _prose(rows, last + 1)
    end = _end(rows, last + 1, prose)
    opening, closing = (prose[0], prose[-1]) if prose else (end, end)
    runs = _runs(rows, [*range(last + 1, opening), *range(closing + 1, end)])
    subtitle = _subtitle(rows[last + 1]) if last + 1 < end else ""
    details: list[tuple[int, Details]] = []
    kept: list[int] = []
    signed: list[Details] = []
    for index, row in enumerate(rows):
        within = opening < index < closing
        said = None if within else read.get(index)
        if said and _trusted(said, near=abs(index - last) <= _NEAR) and not _signs(said, row, after=index > closing):
            details.append((abs(index - last), said))
        elif last + bool(subtitle) < index < end and index not in runs and _belongs(rows, index, last, within=within):
            kept.append(index)
            signed += [said] if said else []
    if not kept:
        return None
    taken = {*kept, *range(first, last + 1 + bool(subtitle))}
    return Composition(
        title=_joined([row.text for row in rows[first : last + 1]]),
        subtitle=subtitle,
        body=tuple(rows[index] for index in kept),
        details=tuple(said for _distance, said in sorted(details, key=lambda pair: pair[0])),
        signed=tuple(signed),
        left_out=tuple(row.text for index, row in enumerate(rows) if index not in taken),
    )


def _prose(rows: Sequence[Row], start: int) -> list[int]:
    """Return the rows of running text that belong to the article, not to what a portal says after it."""
    found: list[int] = []
    total = sum(len(row.text) for row in rows[start:] if _counts(row))
    seen = 0
    for index in range(start, len(rows)):
        row = rows[index]
        if _counts(row):
            found.append(index)
            seen += len(row.text)
        elif seen >= _MOST * total and (is_footer(row.text) or is_related(row.text)):
            break
    return found


def _belongs(rows: Sequence[Row], index: int, headline: int, *, within: bool) -> bool:
    if isinstance(rows[index].block, List) and is_annex(rows[index - 1].text):
        # Links to attachments are not navigation.
        return True
    return not _is_furniture(rows[index], within=within) and rows[index].text != rows[headline].text


def _trusted(said: Details, *, near: bool) -> bool:
    """Return whether a line is about the article: by its label, or by standing near the headline."""
    return near or any((said.published, said.updated, said.source, said.author)) or said.loose is None


def _signs(said: Details, row: Row, *, after: bool) -> bool:
    """Return whether a line is the date under a document's signature, which is part of the document."""
    return after and said.loose is not None and not said.source and not re.search("[:：]", row.text)


def _subtitle(row: Row) -> str:
    """Return the second line of a headline, which a dash marks; empty for any other row."""
    marked = row.text.startswith(("——", "--")) and display_width(row.text) in _TITLE_WIDTH
    return row.text.strip("—- ") if marked else ""


def _counts(row: Row) -> bool:
    """Return whether a row is running text, and of an article rather than of the page around it."""
    return is_prose(row) and row.inside and not any(test(row.text) for test in (is_footer, is_widget, is_greeting))


def _by_evidence(rows: Sequence[Row], titles: Sequence[str]) -> tuple[int, int] | None:
    """Return the row that says what the head of the page says."""
    for title in titles:
        for index, row in enumerate(rows):
            if isinstance(row.block, Heading | Paragraph) and _is_title(row.text, title):
                return index, index
    return None


def _is_title(text: str, title: str) -> bool:
    """Return whether `text` is `title`, or all of it but the site's name, which stands after a separator."""
    if not title.startswith(text) or display_width(text) not in _TITLE_WIDTH:
        return False
    return text == title or re.match(r"\s*[-|_–—·:：]", title[len(text) :]) is not None


def _by_position(
    rows: Sequence[Row], read: Mapping[int, Details | None], shown: Sequence[str]
) -> tuple[int, int] | None:
    """Return the row, before the first running text, that looks most like a headline."""
    opening = next((index for index, row in enumerate(rows) if _counts(row)), None)
    if opening is None:
        return None
    following = _following(rows[: opening + 1])
    best, best_score = None, 0.0
    for index in range(opening):
        score = _score(rows, index, opening, read, following[index])
        if score and any(_is_title(rows[index].text, title) for title in shown):
            score += 2.0
        if score > best_score:
            best, best_score = index, score
    if best is None:
        return None
    if best and _continues(rows[best - 1], rows[best]):
        return best - 1, best
    if best + 1 < opening and not read.get(best + 1) and _continues(rows[best], rows[best + 1]):
        return best, best + 1
    return best, best


def _following(rows: Sequence[Row]) -> list[int]:
    """Return for each row the next one that is more than symbols; the number of rows where there is none."""
    found = [len(rows)] * len(rows)
    for index in range(len(rows) - 2, -1, -1):
        found[index] = found[index + 1] if is_symbols(rows[index + 1].text) else index + 1
    return found


def _continues(first: Row, second: Row) -> bool:
    """Return whether two lines are one headline, set in two lines.

    That of an official document often is: who issues it, and on what. In English the second line begins in lower case.
    """
    if _is_furniture(first, within=False) or _NO_TITLE.search(first.text) or not isinstance(second.block, Paragraph):
        return False
    official = second.text.startswith("关于") and _ISSUER.search(first.text) is not None
    return official or (second.text[0].islower() and not is_prose(second))


def _score(rows: Sequence[Row], index: int, opening: int, read: Mapping[int, Details | None], following: int) -> float:
    """Return how much a row looks like a headline; 0 for one that cannot be one."""
    row = rows[index]
    width = display_width(row.text)
    if width not in _TITLE_WIDTH or not isinstance(row.block, Heading | Paragraph) or read.get(index):
        return 0.0
    if _is_furniture(row, within=False) or _NO_TITLE.search(row.text):
        return 0.0
    after = min(following, opening)
    score = min(width, 60) / 20
    score += 3.0 if read.get(after) else 0.0
    score += 1.0 if index and read.get(index - 1) else 0.0
    score += 0.5 if after == opening else 0.0
    score += {1: 3.0, 2: 1.5, 3: 1.0}.get(row.block.level, 0.0) if isinstance(row.block, Heading) else 0.0
    score -= 1.5 if row.linked > _LINKED else 0.0
    score -= 2.0 if re.match(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）", row.text) else 0.0
    # Between two that are alike, the one nearer to the text.
    return max(score, 0.1) + index / (1000 * (opening + 1))


def _is_furniture(row: Row, *, within: bool) -> bool:
    """Return whether a row is left out for what it is; inside running text only what cannot be part of it."""
    text = row.text
    if is_symbols(text) or is_widget(text):
        return True
    if within or is_annex(text):
        return False
    links = isinstance(row.block, List) and row.linked > _LINKED
    lone = isinstance(row.block, Paragraph) and row.linked > _LINKED and display_width(text) <= 2 * _RUN * _NEAR
    return (
        links
        or lone
        or is_breadcrumb(text)
        or is_footer(text)
        or is_greeting(text)
        or is_end_mark(text)
        or not row.inside
    )


def _end(rows: Sequence[Row], start: int, prose: list[int]) -> int:
    """Return where the article ends: before the footer, and before what the portal recommends."""
    after = prose[-1] + 1 if prose else start
    tail = range(after, len(rows))
    closed = [i for i in tail if is_footer(rows[i].text)]
    for index in tail:
        text = rows[index].text
        if is_footer(text) or is_related(text):
            return index
        # A host or an address alone may close an article (who holds an event); before records it opens the footer.
        if is_footer_start(text) and closed:
            return index
    return len(rows)


def _runs(rows: Sequence[Row], indexes: list[int]) -> set[int]:
    """Return the rows that belong to a run of labels."""
    found: set[int] = set()
    for run in _adjacent([index for index in indexes if is_bare(rows[index])]):
        if len(run) >= _RUN:
            found.update(run)
    return found


def _adjacent(indexes: list[int]) -> Iterator[list[int]]:
    run: list[int] = indexes[:1]
    for previous, index in pairwise(indexes):
        if index != previous + 1:
            yield run
            run = []
        run.append(index)
    yield run


def _joined(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text += ("" if display_width(line[:1]) > 1 else " ") + line
    return text
