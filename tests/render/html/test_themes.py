"""The office's own look: what it can change, and every mistake in it as one error at its place."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from support.releases import addressed, notice, readout

from govpub.errors import ArticleError, ProjectError
from govpub.model.block import Quote
from govpub.model.colour import Colour, contrast, lightened
from govpub.model.portal import DARK_GROUNDS, LIGHT_GROUNDS, TEMPLATES, Palette, Template, Theme
from govpub.render.html import render_html
from govpub.render.html.templates import shipped_template

FOLDER = Path("office/theme")


def themed(source="", name="headline.html.jinja", *, style="", edition="en"):
    templates = (Template(name, source, FOLDER / name),) if source else ()
    theme = Theme(templates=templates, style=style, style_path=FOLDER / "style.css")
    return replace(addressed(notice(edition)), theme=theme)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_copy_of_a_shipped_template_changes_nothing(name):
    for edition in ("bilingual", "en"):
        plain = render_html(themed(edition=edition))
        assert render_html(themed(shipped_template(name), name, edition=edition)) == plain


def test_a_template_takes_the_place_of_one():
    page = render_html(themed('<h1 class="own">{{ view.title }} – {{ _("Notes") }}</h1>\n')).decode()
    assert '<h1 class="own">Notice on Forest and Grassland Fire Prevention' in page
    assert page.count("<h1") == 1


def test_values_stay_text_in_a_theme():
    release = themed("<p>{{ view.rendition.wording.title }}{{ [view.rendition.wording.title] | join }}</p>")
    wording = replace(release.primary.wording, title="<script>alert(1)</script>\x00")
    page = render_html(replace(release, renditions=(replace(release.primary, wording=wording),))).decode()
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>" in page


@pytest.mark.parametrize(
    ("source", "line", "part"),
    [
        ("\n{{ view.nothing }}", 2, "nothing"),
        ("\n\n{{ nobody }}", 3, "nobody"),
        ("{% if %}", 1, "Expected an expression"),
        ("\n{% endfor %}", 2, "endfor"),
        ("{{ 1 / 0 }}", 1, "division"),
        ("\n{{ view.title | safe }}", 2, "safe"),
        ("\n{% autoescape false %}{{ view.title }}{% endautoescape %}", 2, "escaping"),
        ("{{ view.title.__class__ }}", 1, "unsafe"),
        ("{{ view.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ ''.format_map }}{{ '{0.__class__}'.format(1) }}", 1, "unsafe"),
        ("{{ views.append(1) }}", 1, "unsafe"),
        ("{% for i in range(10 ** 9) %}{% endfor %}", 1, "ange"),
        ("\n{% include 'imprint.html' %}", 2, "imprint.html"),
        ("{% include '../page.css' %}", 1, "page.css"),
        ("{% extends 'page.html.jinja' %}", 1, "recursion"),
        ("{{ _('x' * 3).nope() }}", 1, "nope"),
        ("{{ time('x') }}", 1, "isoformat"),
    ],
)
def test_a_mistake_in_a_template_is_one_error_at_its_line(source, line, part):
    with pytest.raises(ProjectError) as caught:
        render_html(themed(source))
    assert caught.value.at.path == FOLDER / "headline.html.jinja"
    assert caught.value.at.line == line
    assert part in caught.value.message
    assert caught.value.hint


def test_a_page_without_its_policy_is_refused():
    with pytest.raises(ProjectError, match="Content-Security-Policy"):
        render_html(themed("<title>x</title><style>{{ style }}</style>", "head.html.jinja"))


def test_a_tower_of_quotations_is_the_articles_fault_in_a_theme_too():
    quote = Quote(blocks=())
    for _ in range(3000):
        quote = Quote(blocks=(quote,))
    release = themed("x")
    wording = replace(release.primary.wording, blocks=(quote,))
    with pytest.raises(ArticleError):
        render_html(replace(release, renditions=(replace(release.primary, wording=wording),)))


def test_the_style_of_an_office_follows_the_shipped_one():
    page = render_html(themed(style=":root { --text: 1.25rem; }\n")).decode()
    style = page.split("<style>")[1].split("</style>")[0]
    assert style.endswith(":root { --text: 1.25rem; }\n")


@pytest.mark.parametrize(
    ("style", "line", "column"),
    [
        ("</style><script>", 1, 1),
        ("\n\np { background: URL(x.png) }", 3, 17),
        ("@import 'x.css';", 1, 1),
        ("\n@IMPORT url(x)", 2, 1),
        ("p { background: image-set('x' 1x) }", 1, 17),
    ],
)
def test_a_style_that_asks_for_files_or_ends_itself_is_refused(style, line, column):
    with pytest.raises(ProjectError) as caught:
        render_html(themed(style=style))
    assert str(caught.value.at) == f"office/theme/style.css:{line}:{column}"


def test_colours_of_an_office():
    palette = Palette(accent=Colour(0, 0, 90), accent_dark=Colour(200, 200, 255), band=Colour(0, 60, 0))
    page = render_html(replace(readout("en"), theme=Theme(palette=palette))).decode()
    assert ":root { --accent: #00005a; --band: #003c00; }" in page
    assert "@media screen and (prefers-color-scheme: dark) { :root { --accent: #c8c8ff; } }" in page
    assert "--band: #003c00" not in render_html(readout("en")).decode()


def test_the_footer_shows_links_and_marks():
    page = lxml_html.document_fromstring(render_html(addressed(notice("en"))).decode())
    first, second = page.cssselect(".imprint ul a")
    assert (first.text, first.get("href")) == ("Site Map", "https://www.yunze.example/en/map/")
    (mark,) = second
    assert dict(mark.attrib) == {
        "src": "mark.png",
        "alt": "Report an Error on This Site",
        "width": "80",
        "height": "60",
    }
    assert page.cssselect(".imprint p")[1].text == "Contact: webmaster@yunze.example"
    lost = replace(addressed(notice("en")), assets={})
    assert ">Report an Error on This Site</a>" in render_html(lost).decode()


def test_contrast_is_that_of_wcag():
    black, white = Colour(0, 0, 0), Colour(255, 255, 255)
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(Colour(0x76, 0x76, 0x76), white) == pytest.approx(4.54, abs=0.005)
    assert Colour.read("#fff") == white
    assert str(Colour.read("#9D1b1f")) == "#9d1b1f"
    assert [Colour.read(text) for text in ("", "9d1b1f", "#12", "#ggg", "red", "#9d1b1f00")] == [None] * 6


def test_the_shipped_colours_can_be_read():
    palette = Palette()
    assert min(contrast(palette.accent, ground) for ground in LIGHT_GROUNDS) >= 4.5
    assert min(contrast(palette.accent_dark, ground) for ground in DARK_GROUNDS) >= 4.5
    assert contrast(palette.band, Colour(255, 255, 255)) >= 4.5
    style = render_html(readout("en")).decode().split("<style>")[1]
    grounds = re.findall("--(?:paper|wash): (#[0-9a-f]+)", style.split("@page")[0])
    assert [Colour.read(text) for text in grounds] == [*LIGHT_GROUNDS, *DARK_GROUNDS]


def test_a_colour_is_lightened_as_far_as_it_must():
    navy = Colour(0, 0, 90)
    light = lightened(navy, DARK_GROUNDS[-1], 7)
    assert contrast(light, DARK_GROUNDS[-1]) >= 7
    assert lightened(Colour(255, 255, 255), DARK_GROUNDS[0], 7) == Colour(255, 255, 255)
    assert lightened(navy, Colour(128, 128, 128), 21) == Colour(255, 255, 255)
