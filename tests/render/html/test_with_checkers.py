"""The pages as the Nu Html Checker and axe-core judge them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.browser import chromium, visit
from support.checkers import axe_source, axe_violations, nu_errors
from support.effort import FULL
from support.releases import SAMPLES, addressed, notice

from govpub.model.colour import Colour
from govpub.model.portal import Palette, Theme
from govpub.render.html import render_html

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
    """Every sample in every edition and layout, and one in an office's own colours, in one folder."""
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


def test_the_nu_checker_has_no_complaint(pages, tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    complaints = nu_errors([*pages, wrong])
    assert any(line.startswith("wrong.html:") for line in complaints)
    assert [line for line in complaints if not line.startswith("wrong.html:")] == []


@pytest.mark.chromium
@pytest.mark.parametrize("setting", [*SETTINGS, ("blue",)])
def test_axe_has_no_complaint(pages, tmp_path, setting):
    axe = axe_source()
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    complaints, controls = [], 0
    with chromium() as browser:
        for path in (*(page for page in pages if page.stem.endswith(".".join(setting))), wrong):
            with visit(browser, path) as seen:
                seen.page.evaluate(axe)
                for width in WIDTHS:
                    for scheme in ("light", "dark"):
                        seen.page.set_viewport_size({"width": width, "height": 900})
                        seen.page.emulate_media(color_scheme=scheme)
                        found = axe_violations(seen.page, colours_only=scheme == "dark" and not FULL)
                        if path is wrong:
                            controls += len(found)
                        else:
                            complaints += [f"{path.name} at {width}, {scheme}: {line}" for line in found]
    assert controls
    assert complaints == []


def test_pages_are_small(pages):
    assert max(page.stat().st_size for page in pages) < 60_000
