"""The pages as the Nu Html Checker and axe-core judge them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.browser import chromium, visit
from support.checkers import axe_source, axe_violations, nu_errors
from support.effort import FULL
from support.releases import SAMPLES, addressed, notice

from govpub.model.article import LAYOUTS
from govpub.model.colour import Colour
from govpub.model.portal import Palette, Theme
from govpub.model.release import EDITIONS
from govpub.render.html import render_html
from govpub.workflow.export import Choices, export

WORKSPACE = Path(__file__).parents[3] / "samples"

SETTINGS = (
    ("zh-CN", "columns"),
    ("en", "columns"),
    ("bilingual", "columns"),
    ("bilingual", "interleaved"),
    ("bilingual", "sequential"),
)
WIDTHS = (320, 768, 1600)
BLUE = Theme(palette=Palette(accent=Colour.read("#1d4f91"), accent_dark=Colour.read("#9dc1f2"), band=Colour(0, 0, 0)))
WRONG = '<!DOCTYPE html><html><head></head><body><img src="x"><p id="a" id="a"><div role="nothing"></p></body></html>'


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Every release of the tests in every edition and layout, and one in an office's own colours, in one folder."""
    folder = tmp_path_factory.mktemp("pages")
    releases = {
        f"{name}.{edition}.{layout}": addressed(make(edition, layout))
        for name, make in SAMPLES.items()
        for edition, layout in SETTINGS
    }
    releases["blue"] = replace(notice("bilingual"), theme=BLUE)
    for name, release in releases.items():
        for asset in release.assets.values():
            (folder / asset.name).write_bytes(asset.content)
        (folder / f"{name}.html").write_bytes(render_html(release))
    return sorted(folder.glob("*.html"))


@pytest.fixture(scope="module")
def sample_pages(tmp_path_factory):
    """The pages of the sample workspace in every edition and layout, as `govpub export` makes them."""
    folder = tmp_path_factory.mktemp("samples")
    for layout in LAYOUTS:
        editions = EDITIONS if layout == LAYOUTS[0] else EDITIONS[:1]  # an edition of one language has no layout
        choices = Choices(formats=("html",), editions=editions, layout=layout, out=folder / layout)
        done = export([WORKSPACE / "articles"], choices, now=datetime(2026, 1, 1, tzinfo=UTC))
        assert done.failures == ()
    return sorted(folder.rglob("*.html"))


def complaints_of_axe(browser, page, widths=WIDTHS):
    with visit(browser, page) as seen:
        seen.page.evaluate(axe_source())
        for width in widths:
            for scheme in ("light", "dark"):
                seen.page.set_viewport_size({"width": width, "height": 900})
                seen.page.emulate_media(color_scheme=scheme)
                for line in axe_violations(seen.page, colours_only=scheme == "dark" and not FULL):
                    yield f"{page.name} at {width}, {scheme}: {line}"


def test_the_nu_checker_has_no_complaint(pages, sample_pages, tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    complaints = nu_errors([*pages, *sample_pages, wrong])
    assert any(line.startswith("wrong.html:") for line in complaints)
    assert [line for line in complaints if not line.startswith("wrong.html:")] == []


@pytest.mark.chromium
def test_axe_finds_what_is_wrong(tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    with chromium() as browser:
        assert list(complaints_of_axe(browser, wrong))


@pytest.mark.chromium
@pytest.mark.parametrize("setting", [*SETTINGS, ("blue",)])
def test_axe_has_no_complaint(pages, setting):
    with chromium() as browser:
        for page in (page for page in pages if page.stem.endswith(".".join(setting))):
            assert list(complaints_of_axe(browser, page)) == []


@pytest.mark.chromium
@pytest.mark.parametrize("edition", EDITIONS)
def test_axe_has_no_complaint_about_the_samples(sample_pages, edition):
    # They are built like the pages above; in a short run, the narrowest screen is enough.
    with chromium() as browser:
        for page in (page for page in sample_pages if f".{edition}." in page.name):
            assert list(complaints_of_axe(browser, page, WIDTHS if FULL else WIDTHS[:1])) == []


def test_pages_are_small(pages, sample_pages):
    assert max(page.stat().st_size for page in (*pages, *sample_pages)) < 60_000
