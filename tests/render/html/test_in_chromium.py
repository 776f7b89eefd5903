"""The pages as a browser sees them."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import pytest
from playwright.sync_api import Error
from support.browser import chromium, visit
from support.effort import FULL
from support.payloads import PAYLOADS
from support.phrases import CHINESE
from support.releases import SAMPLES, addressed, notice, readout, statistics

from govpub.locales import Locale
from govpub.model.article import LAYOUTS
from govpub.model.document import DocumentNumber, DocumentWording, OfficialDocument
from govpub.model.portal import Theme
from govpub.model.release import Phrases
from govpub.render.characters import without_controls
from govpub.render.html import render_html

pytestmark = pytest.mark.chromium

PAGES = [
    (name, edition, layout)
    for name in SAMPLES
    for edition, layout in (
        ("zh-CN", "columns"),
        ("en", "columns"),
        ("bilingual", "columns"),
        ("bilingual", "interleaved"),
        ("bilingual", "sequential"),
    )
]


@pytest.fixture(scope="module")
def browser():
    with chromium() as one:
        yield one


def saved(release, folder):
    for asset in release.assets.values():
        (folder / asset.name).write_bytes(asset.content)
    page = folder / "page.html"
    page.write_bytes(render_html(release))
    return page


OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  const inside = element => element.closest('.scroll') && !element.matches('.scroll');
  return [...document.body.querySelectorAll('*')]
    .filter(e => !inside(e) && !e.matches('.skip, .spoken') && e.getBoundingClientRect().right > wide + 1)
    .map(e => e.outerHTML.slice(0, 120)).concat(document.documentElement.scrollWidth > wide ? ['the page'] : []);
}"""

CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3]) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const pair = [light(rgb(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + .05) / (pair[1] + .05);
    if (ratio < 4.5) poor.push(ratio.toFixed(2) + ' ' + element.outerHTML.slice(0, 100));
  }
  return poor;
}"""

SMALL_TARGETS = """() => [...document.querySelectorAll('nav a, .name a, .imprint a, .back')]
  .filter(e => { const box = e.getBoundingClientRect(); return box.width < 24 || box.height < 24 })
  .map(e => e.outerHTML)"""


@pytest.mark.parametrize(("name", "edition", "layout"), PAGES)
def test_pages_fit_and_ask_for_nothing(browser, tmp_path, name, edition, layout):
    page = saved(SAMPLES[name](edition, layout), tmp_path)
    with visit(browser, page) as seen:
        for width, scheme in ((320, "light"), (768, "dark"), (1600, "light")):
            seen.page.set_viewport_size({"width": width, "height": 900})
            seen.page.emulate_media(color_scheme=scheme)
            assert seen.page.evaluate(OVERFLOW) == [], width
            assert seen.page.evaluate(CONTRAST) == [], scheme
            assert seen.page.evaluate(SMALL_TARGETS) == []
        assert seen.complaints == []
        assert set(seen.requests) <= {page.as_uri(), (tmp_path / "ridge.png").as_uri()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_spacing_of_the_readers_own_breaks_nothing(browser, tmp_path, layout):
    """WCAG 2.2, 1.4.12, on the narrowest screen."""
    spaced = """() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
      document.adoptedStyleSheets = [sheet];
    }"""
    cut = """() => [...document.body.querySelectorAll('*')]
      .filter(e => getComputedStyle(e).overflow === 'hidden' && !e.matches('.spoken')).map(e => e.outerHTML)"""
    with visit(browser, saved(addressed(statistics("bilingual", layout)), tmp_path), width=320) as seen:
        before = seen.page.evaluate("document.body.scrollHeight")
        seen.page.evaluate(spaced)
        assert seen.page.evaluate("document.body.scrollHeight") > before
        assert seen.page.evaluate(OVERFLOW) == []
        assert seen.page.evaluate(cut) == []


def test_images_are_shown_under_the_policy(browser, tmp_path):
    with visit(browser, saved(notice("zh-CN"), tmp_path)) as seen:
        sizes = seen.page.evaluate("[...document.images].map(i => [i.naturalWidth, i.naturalHeight])")
        assert sizes == [[640, 360], [640, 360]]
        # The style's hash holds: a page whose style was refused has a serif body on no ground, and wide margins.
        assert seen.page.evaluate("getComputedStyle(document.body).marginTop") == "0px"


def test_columns_collapse_on_a_narrow_screen_and_stand_level_on_a_wide_one(browser, tmp_path):
    page = saved(statistics("bilingual", "columns"), tmp_path)
    places = (
        "[...document.querySelectorAll('.row')].map(r => [...r.children].map(c => c.getBoundingClientRect().toJSON()))"
    )
    with visit(browser, page, width=1280) as seen:
        for left, right in seen.page.evaluate(places):
            assert left["top"] == right["top"]
            assert left["width"] == right["width"]
            assert left["right"] < right["left"]
    with visit(browser, page, width=700) as seen:
        for upper, lower in seen.page.evaluate(places):
            assert upper["bottom"] <= lower["top"]
            assert upper["width"] == lower["width"]


def test_chinese_typography(browser, tmp_path):
    with visit(browser, saved(statistics("bilingual", "interleaved"), tmp_path)) as seen:
        style = "([css, name]) => getComputedStyle(document.querySelector(css))[name]"
        chinese, english = '.row > [lang="zh-CN"] > p:not([class])', '.row > [lang="en"] > p:not([class])'
        assert seen.page.evaluate(style, [chinese, "textIndent"]) == "36px"
        assert float(seen.page.evaluate(style, [chinese, "lineHeight"])[:-2]) >= 1.75 * 18
        assert seen.page.evaluate(style, [chinese, "lineBreak"]) == "strict"
        assert seen.page.evaluate(style, [chinese, "textAlign"]) == "justify"
        assert seen.page.evaluate(style, [english, "textIndent"]) == "0px"
        assert seen.page.evaluate(style, [english, "marginBottom"]) == "18px"
        sizes = {seen.page.evaluate(style, [css, "fontSize"]) for css in (chinese, english)}
        assert sizes == {"18px"}


def test_emphasis_is_dots_below_in_chinese_and_italics_in_english(browser, tmp_path):
    with visit(browser, saved(notice("bilingual", "interleaved"), tmp_path)) as seen:
        style = """lang => {
          const it = getComputedStyle(document.querySelector(`em:lang(${lang})`));
          return [it.fontStyle, it.textEmphasisStyle, it.textEmphasisPosition];
        }"""
        assert seen.page.evaluate(style, "zh") == ["normal", '"・"', "under"]
        assert seen.page.evaluate(style, "en")[:2] == ["italic", "none"]


def test_headlines_break_by_sense(browser, tmp_path):
    base = readout("zh-CN")
    wording = replace(base.primary.wording, title="云泽省人民政府召开党组（扩大）会议 研究部署明年经济工作")
    release = replace(base, renditions=(replace(base.primary, wording=wording),))
    lines = """() => {
      const range = document.createRange(), found = new Map();
      const walk = document.createTreeWalker(document.querySelector('h1'), NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) for (let i = 0; i < walk.currentNode.length; i++) {
        range.setStart(walk.currentNode, i); range.setEnd(walk.currentNode, i + 1);
        const box = range.getBoundingClientRect();
        if (box.width) found.set(Math.round(box.bottom), (found.get(Math.round(box.bottom)) || '') + range.toString());
      }
      return [...found.values()].map(line => line.trim());
    }"""
    with visit(browser, saved(release, tmp_path)) as seen:
        assert seen.page.evaluate(lines) == ["云泽省人民政府召开党组（扩大）会议", "研究部署明年经济工作"]
        seen.page.set_viewport_size({"width": 320, "height": 900})
        narrow = seen.page.evaluate(lines)
        assert narrow[-1] == "研究部署明年经济工作"
        assert any("（扩大）" in line for line in narrow)


def test_the_skip_link_comes_first_and_shows(browser, tmp_path):
    with visit(browser, saved(notice("en"), tmp_path)) as seen:
        seen.page.keyboard.press("Tab")
        box = seen.page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert seen.page.evaluate("document.activeElement.className") == "skip"
        assert box["left"] >= 0
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.id") == "text"


def test_on_paper(browser, tmp_path):
    from pypdf import PdfReader

    with visit(browser, saved(addressed(notice("bilingual", "sequential")), tmp_path)) as seen:
        seen.page.emulate_media(color_scheme="dark")
        pdf = tmp_path / "page.pdf"
        seen.page.pdf(path=pdf, prefer_css_page_size=True)
    pages = PdfReader(pdf).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] in ([595, 842], [594, 841], [596, 842])
    text = unicodedata.normalize("NFKC", "\n".join(page.extract_text() for page in pages))
    assert "Open Governance" not in text
    assert "Site Map" not in text
    assert "https://www.yunze.example/act" in text
    assert "https://www.yunze.example/bilingual/fire-season.html" in text
    assert "Release No. 2024-119" in text
    assert "— 1 —" in text


KEPT = {"bilingual", "zh-CN", "en", "columns", "interleaved", "sequential", "left", "right", "center"}


def poisoned(value, payload):
    """Return the value with every string in it replaced, but for what is no text: tags of languages and layouts."""
    match value:
        case Phrases():
            return Phrases(entries=dict.fromkeys(CHINESE.entries, f"{payload}{{date}}{{source}}{{number}}"))
        case Locale() | Enum() | Theme() | bool() | int() | bytes() | None | date():
            return value
        case str():
            return value if value in KEPT else payload
        case tuple():
            return tuple(poisoned(one, payload) for one in value)
        case dict():
            return {key if key in KEPT else payload: poisoned(one, payload) for key, one in value.items()}
        case _ if is_dataclass(value):
            changes = {
                field.name: poisoned(getattr(value, field.name), payload)
                for field in fields(value)
                if field.name != "at"
            }
            return replace(value, **changes)
    raise AssertionError(value)


FOREIGN = """() => {
  const attributes = [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => a.name));
  return {
    fired: window.fired,
    place: location.href,
    handlers: attributes.filter(name => name.startsWith('on') || ['style', 'srcdoc', 'action', 'srcset'].includes(name)),
    elements: [...new Set([...document.querySelectorAll('*')].map(e => e.localName))],
    scripts: [...document.scripts].map(s => s.type),
    schemes: [...new Set([...document.links].map(a => a.protocol))],
    images: [...document.images].map(i => i.getAttribute('src')).filter(src => /[:\\/\\\\]/.test(src)),
  };
}"""


def official(release):
    """Return the release as an official document, with every word that one can have."""
    words = DocumentWording(addressee="a", issuers=("b", "c"), attachments=("d", "e"), copies_to="f", printed_by="g")
    facts = OfficialDocument(
        number=DocumentNumber(code="h", year=2025, serial=1), signed=date(2025, 1, 8), sheets=(1, 2)
    )
    renditions = tuple(replace(one, wording=replace(one.wording, document=words)) for one in release.renditions)
    return replace(release, renditions=renditions, document=facts)


def poisoned_page(payload, layout):
    release = poisoned(official(addressed(notice("bilingual", layout))), payload)
    html = render_html(replace(release, draft=True, embargo=notice().published)).decode()
    # Without the policy: escaping alone has to hold.
    return re.sub("<meta http-equiv=.*\n", "", html, count=1)


def test_the_control_fires(browser, tmp_path):
    """Raw, the payloads do what they are for: run, make a request, or put handlers and elements into the page."""
    idle = []
    page = tmp_path / "control.html"
    page.touch()
    with visit(browser, page) as seen:
        seen.page.route(re.compile("^(https?|data|blob):"), lambda route: route.abort())
        for payload in PAYLOADS:
            text = payload.encode("utf-8", "replace").decode()
            raw = f'<!DOCTYPE html><meta charset=utf-8><p id=x title="{text}">{text}<a href="{text}">x</a>'
            page.write_text(raw, encoding="utf-8")
            seen.requests.clear()
            with contextlib.suppress(Error):  # a payload may take the page elsewhere
                seen.page.goto(page.as_uri(), wait_until="commit")
                seen.page.wait_for_timeout(30)
                found = seen.page.evaluate(FOREIGN)
                away = [url for url in seen.requests if not url.startswith(tmp_path.as_uri())]
                live = found["fired"] or found["handlers"] or found["scripts"] or away
                foreign = set(found["elements"]) - {"html", "head", "body", "meta", "p", "a"}
                if not (live or foreign or set(found["schemes"]) - {"file:"}):
                    idle.append(payload)
    # What is encoded, or meant for templates and attributes of another kind, waits for a careless decoder.
    assert len(idle) < len(PAYLOADS) // 4, idle


@pytest.mark.parametrize("number", range(4))
def test_no_field_can_run_a_script_or_make_a_request(browser, tmp_path, number):
    page = tmp_path / "page.html"
    page.write_text(poisoned_page("harmless", "columns"), encoding="utf-8")
    with visit(browser, page) as seen:
        known = {*seen.page.evaluate(FOREIGN)["elements"], "span", "a", "img", "mark"}
        for place, payload in list(enumerate(PAYLOADS))[number::4]:
            for layout in LAYOUTS if FULL else (LAYOUTS[place % len(LAYOUTS)],):
                page.write_text(poisoned_page(payload, layout), encoding="utf-8")
                seen.requests.clear()
                seen.page.goto(page.as_uri())
                seen.page.wait_for_timeout(20)
                found = seen.page.evaluate(FOREIGN)
                assert found["fired"] == 0, payload
                assert found["place"] == page.as_uri(), payload
                assert found["handlers"] == [], payload
                assert set(found["elements"]) <= known, payload
                assert found["scripts"] == ["application/ld+json"], payload
                assert set(found["schemes"]) <= {"http:", "https:", "mailto:", "tel:", "file:"}, payload
                assert found["images"] == [], payload
                assert [url for url in seen.requests if not url.startswith(tmp_path.as_uri())] == [], payload
                data = seen.page.evaluate("JSON.parse(document.scripts[0].text)['@graph'].map(one => one.headline)")
                assert data[0] == data[1] == without_controls(payload), payload
