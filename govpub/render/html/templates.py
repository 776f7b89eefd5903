"""The templates of a page: the shipped ones, and an office's own in their place.

An office's template sees what the shipped one sees. It runs in Jinja's sandbox, and everything it puts into the page is
escaped: who writes it decides how a page looks, not whether an article's text can become markup.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from govpub.errors import GovpubError, Position, ProjectError
from govpub.messages import _
from govpub.model.portal import TEMPLATES
from govpub.render.characters import without_controls
from govpub.render.furniture import dotted_date, embargo_line, fill
from govpub.render.html.inlines import escaped, linked
from govpub.render.policy import content_policy
from govpub.render.style import shipped_style

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from govpub.model.portal import Palette, Template, Theme

__all__ = ["render", "shipped_template"]

_FOLDER = Path(__file__).parent
# What would make a browser ask for a file; the page's policy refuses it, and the office should hear of it sooner.
_REQUEST = re.compile(r"@import|(?:url|src|image-set|image)\s*\(|<", re.IGNORECASE)


def shipped_template(name: str) -> str:
    """Return the text of a shipped template."""
    return (_FOLDER / "templates" / name).read_text(encoding="utf-8")


def render(theme: Theme, context: Mapping[str, object]) -> str:
    """Return the page that these values make.

    Raises:
        ProjectError: the office's own template or style is wrong; with file and line.
    """
    style = _style(theme)
    policy = content_policy(style, images=True)
    values = {**context, "style": style, "policy": policy}
    if not theme.templates:
        return _environment(()).get_template(TEMPLATES[0]).render(values)
    page = _guarded(theme.templates, values)
    if escaped(policy) not in page:
        raise ProjectError(
            _("the page of this theme has lost its Content-Security-Policy"),
            at=Position(theme.templates[0].path.parent),
            hint=_("keep the lines with `policy` and `style` in {name}").format(name="head.html.jinja"),
        )
    return page


def _guarded(templates: tuple[Template, ...], values: Mapping[str, object]) -> str:
    try:
        return _environment(templates).get_template(TEMPLATES[0]).render(values)
    except GovpubError:
        raise
    except TemplateSyntaxError as error:
        raise _complaint(templates, error, error.lineno, error.filename) from error
    except Exception as error:  # whatever a template can do wrong is its author's to mend
        line, file = _place(error, templates)
        raise _complaint(templates, error, line, file) from error


def _place(error: Exception, templates: tuple[Template, ...]) -> tuple[int | None, str | None]:
    """Return the innermost line of an office's template that an error passed through."""
    files = {str(template.path) for template in templates}
    place: tuple[int | None, str | None] = (None, None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            place = trace.tb_lineno, trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    return place


def _complaint(templates: tuple[Template, ...], error: Exception, line: int | None, file: str | None) -> ProjectError:
    path = next((template.path for template in templates if str(template.path) == file), templates[0].path.parent)
    what = " ".join(str(error).split()) or type(error).__name__
    return ProjectError(
        _("this template cannot be used: {what}").format(what=what),
        at=Position(path, line),
        hint=_("compare it with the shipped one: govpub theme new --template NAME"),
    )


@lru_cache(maxsize=4)
def _environment(templates: tuple[Template, ...]) -> Environment:
    kind = ImmutableSandboxedEnvironment if templates else Environment
    environment = kind(
        loader=FunctionLoader(_loader(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_finalize,
    )
    environment.globals.update(
        fill=_fill, dotted_date=dotted_date, time=_time, embargo_line=embargo_line, linked=linked
    )
    if templates:
        for name in ("safe", "xmlattr", "urlize"):  # these pass on what others have written as markup
            del environment.filters[name]
        for template in templates:
            _refuse_unescaped(environment.parse(template.source, template.name, str(template.path)), template)
    return environment


def _loader(templates: tuple[Template, ...]) -> Callable[[str], tuple[str, str | None, None] | None]:
    own = {template.name: template for template in templates}

    def load(name: str) -> tuple[str, str | None, None] | None:
        if name in own:
            return own[name].source, str(own[name].path), None
        return (shipped_template(name), str(_FOLDER / "templates" / name), None) if name in TEMPLATES else None

    return load


def _refuse_unescaped(tree: nodes.Template, template: Template) -> None:
    for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
        raise ProjectError(
            _("a theme cannot switch escaping off"),
            at=Position(template.path, node.lineno),
            hint=_("write markup into the template itself; values are always text"),
        )


def _finalize(value: object) -> object:
    return without_controls(value) if type(value) is str else value


def _fill(template: str, **values: str | Markup) -> Markup:
    """Return a phrase with its values as HTML: all of it escaped but for values that are markup already."""
    fields = {name: value if isinstance(value, Markup) else escaped(value) for name, value in values.items()}
    return Markup(fill(escaped(template), **fields))  # noqa: S704  both template and values are escaped


def _time(when: datetime) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(when.isoformat(timespec="minutes"), dotted_date(when))


@lru_cache(maxsize=4)
def _style(theme: Theme) -> Markup:
    # The only text of a page that is not escaped, so it may hold no `<`.
    for number, line in enumerate(theme.style.splitlines(), start=1):
        if found := _REQUEST.search(line):
            raise ProjectError(
                _("the style of a page cannot contain {what}").format(what=found[0]),
                at=Position(theme.style_path, number, found.start() + 1),
                hint=_("a page asks for nothing but its own images; leave it out"),
            )
    return Markup(shipped_style(_FOLDER / "page.css") + _colours(theme.palette) + without_controls(theme.style))  # noqa: S704


def _colours(palette: Palette) -> str:
    if palette == type(palette)():
        return ""
    return (
        f":root {{ --accent: {palette.accent}; --band: {palette.band}; }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {palette.accent_dark}; }} }}\n"
    )
