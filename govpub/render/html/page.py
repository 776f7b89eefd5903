"""Release → the portal's page."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from govpub.errors import ArticleError
from govpub.locales import LOCALES
from govpub.messages import _ as say
from govpub.model.block import Figure
from govpub.render.characters import without_controls
from govpub.render.furniture import dotted_date, embargo_line, fill, release_number_line
from govpub.render.html.blocks import block, notes, shared_figure
from govpub.render.html.inlines import escaped, plain
from govpub.render.html.setting import Setting
from govpub.render.html.tags import page_tags
from govpub.render.links import is_link_target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from govpub.locales import Locale
    from govpub.model.release import Edition, Release, Rendition

__all__ = ["render_html"]

_FOLDER = Path(__file__).parent


def render_html(release: Release) -> bytes:
    """Return the page of an edition: one UTF-8 file that needs nothing but the release's images beside it.

    Raises:
        ArticleError: blocks stand inside each other deeper than can be set.
    """
    try:
        page = _environment().get_template("page.html.jinja").render(_context(release))
    except RecursionError as error:
        raise ArticleError(say("lists or quotations stand inside each other too deeply to be set")) from error
    return page.encode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_finalize,
    )
    environment.globals.update(
        fill=_fill, dotted_date=dotted_date, time=_time, embargo_line=embargo_line, link_target=is_link_target
    )
    return environment


def _finalize(value: object) -> object:
    return without_controls(value) if type(value) is str else value


def _fill(template: str, **values: str | Markup) -> Markup:
    """Return a phrase with its values as HTML: all of it escaped but for values that are markup already."""
    fields = {name: value if isinstance(value, Markup) else escaped(value) for name, value in values.items()}
    return Markup(fill(escaped(template), **fields))  # noqa: S704  both template and values are escaped


def _time(when: datetime) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(when.isoformat(timespec="minutes"), dotted_date(when))


@cache
def _style() -> Markup:
    # Read from the package; the only text here that is not escaped, so it may hold no `<`.
    return Markup((_FOLDER / "page.css").read_text(encoding="utf-8"))  # noqa: S704


@cache
def _policy() -> str:
    """Return a Content-Security-Policy under which the page can show its own style and images, and do nothing else."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """One language of the page, as the templates see it."""

    rendition: Rendition
    release_number: str
    title: Markup
    subtitle: Markup
    summary: Markup
    contact: Markup
    image: Markup
    blocks: tuple[Markup, ...]
    notes: Markup

    @property
    def lang(self) -> str:
        return self.rendition.locale.tag


@dataclass(frozen=True, slots=True)
class _Sibling:
    """A link to another edition."""

    href: str
    locales: tuple[Locale, ...]
    """Its languages; each is named in itself."""


def _context(release: Release) -> dict[str, object]:
    settings = [Setting.of(release, rendition) for rendition in release.renditions]
    paired = len(settings) > 1 and release.layout != "sequential"
    views = [_view(release, setting) for setting in settings]
    return {
        "_": release.primary.phrases.gettext,
        "release": release,
        "lang": release.primary.locale.tag,
        "views": views,
        "paired": paired,
        "rows": list(_rows(release, views)) if paired else [],
        "lead": _lead(release) if paired else None,
        "layout": release.layout if len(settings) > 1 else "single",
        "tags": list(page_tags(release)),
        "title": without_controls(" | ".join(rendition.wording.title for rendition in release.renditions)),
        "siblings": [_sibling(release.id, edition) for edition in release.siblings],
        "style": _style(),
        "policy": _policy(),
    }


def _view(release: Release, setting: Setting) -> _View:
    rendition = setting.rendition
    wording = rendition.wording
    return _View(
        rendition=rendition,
        release_number=release_number_line(release.release_number, rendition.phrases),
        title=plain(wording.title, setting),
        subtitle=plain(wording.subtitle, setting),
        summary=plain(wording.summary, setting),
        contact=plain(wording.contact, setting),
        image=block(wording.image, setting) if wording.image is not None else Markup(),
        blocks=tuple(block(one, setting) for one in wording.blocks),
        notes=notes(wording.footnotes, setting),
    )


def _rows(release: Release, views: list[_View]) -> Iterator[Markup | list[tuple[str, Markup]]]:
    """Yield the rows of a page in two languages: what both share, or a pair of language and block."""
    settings = [Setting.of(release, rendition) for rendition in release.renditions]
    both = zip_longest(*(rendition.wording.blocks for rendition in release.renditions))
    for number, nodes in enumerate(both):
        figures = [node for node in nodes if isinstance(node, Figure)]
        if len(figures) == len(settings) and len({figure.path for figure in figures}) == 1:
            yield shared_figure(list(zip(figures, settings, strict=True)))
        else:
            yield [(view.lang, view.blocks[number]) for view in views if number < len(view.blocks)]


def _lead(release: Release) -> Markup | None:
    pairs = [
        (rendition.wording.image, Setting.of(release, rendition))
        for rendition in release.renditions
        if rendition.wording.image is not None
    ]
    return shared_figure(pairs) if pairs else None


def _sibling(name: str, edition: Edition) -> _Sibling:
    locales = tuple(locale for locale in LOCALES if edition in ("bilingual", locale.tag))
    return _Sibling(href=f"{quote(without_controls(name), safe='')}.{edition}.html", locales=locales)
