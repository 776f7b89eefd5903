"""What a portal asks of the pages in it: its columns, the addresses of its pages, its own look."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from govpub.model.colour import Colour

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "COLUMN_TYPES",
    "DARK_GROUNDS",
    "LIGHT_GROUNDS",
    "TEMPLATES",
    "Column",
    "FooterItem",
    "Palette",
    "Template",
    "Theme",
]

COLUMN_TYPES: Mapping[str, str] = {
    "首页": "Home",
    "概况信息": "Overview",
    "机构职能": "Functions",
    "负责人信息": "Leadership",
    "工作动态": "News",
    "政策文件": "Policy Documents",
    "信息公开指南": "Guide to Information Disclosure",
    "信息公开目录": "Catalog of Information Disclosure",
    "信息公开年报": "Annual Reports on Information Disclosure",
    "依法申请公开": "Disclosure upon Request",
    "数据发布": "Data Releases",
    "数据开放": "Open Data",
    "政策解读": "Policy Interpretation",
    "回应关切": "Responses to Public Concerns",
    "办事服务": "Government Services",
    "咨询投诉": "Inquiries and Complaints",
    "征集调查": "Public Consultations",
    "在线访谈": "Online Interviews",
}
"""The kinds of column that the guide to government websites names (政府网站发展指引, page tag ColumnType), and what
pages in English call them where the office gives them no other name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the portal, in one language (page tags ColumnName, ColumnDescription, ColumnKeywords, ColumnType)."""

    name: str
    description: str
    """What it is for and what stands in it."""
    keywords: str
    """As the page tag has them, with commas."""
    type: str
    """One of COLUMN_TYPES, in the language of the page."""


@dataclass(frozen=True, slots=True)
class FooterItem:
    """A link of the page's footer: site map, fault report, a mark that was issued to the site."""

    label: str
    href: str
    image: str = ""
    """An image shown instead of the label, which is then its alternative text; a path relative to govpub.toml."""


TEMPLATES = (
    "page.html.jinja",
    "head.html.jinja",
    "alerts.html.jinja",
    "site.html.jinja",
    "editions.html.jinja",
    "headline.html.jinja",
    "closing.html.jinja",
    "imprint.html.jinja",
)
"""The templates that an office can replace, from the whole page to its foot."""

LIGHT_GROUNDS = (Colour(0xFF, 0xFF, 0xFF), Colour(0xF4, 0xF5, 0xF6))
"""What text stands on in a light page: the paper and the wash of notes and tables (ground.css)."""
DARK_GROUNDS = (Colour(0x15, 0x18, 0x1B), Colour(0x1F, 0x23, 0x27))
"""The same in a dark page."""


_CRIMSON, _ROSE = Colour(0x9D, 0x1B, 0x1F), Colour(0xF2, 0x9B, 0x96)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours that an office may choose for its pages."""

    accent: Colour = _CRIMSON
    """Links, rules and the name of the column; stands out from LIGHT_GROUNDS."""
    accent_dark: Colour = _ROSE
    """The same in a dark page; stands out from DARK_GROUNDS."""
    band: Colour = _CRIMSON
    """The ground of the lines "draft" and "embargo", whose text is white."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template that an office puts in the place of a shipped one."""

    name: str
    """As the shipped one: `imprint.html.jinja`."""
    source: str
    path: Path
    """Where it was read, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The office's own look; an empty one is the shipped look."""

    palette: Palette = field(default_factory=Palette)
    templates: tuple[Template, ...] = ()
    style: str = ""
    """CSS that follows the shipped one."""
    style_path: Path = Path("style.css")
    """Where it was read, for messages."""
