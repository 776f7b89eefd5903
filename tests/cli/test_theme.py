"""`govpub theme new`, and what a workspace's portal settings make of its pages."""

from __future__ import annotations

import json
import re

import pytest
from support.pictures import png

from govpub.model.portal import TEMPLATES

ARTICLE = "articles/weather-warning.md"
PAGE = "dist/weather-warning/weather-warning.en.html"


def exported(govpub, workspace, **changes):
    outcome = govpub("export", ARTICLE, "--format", "html", folder=workspace, **changes)
    page = workspace / PAGE
    return outcome, page.read_text(encoding="utf-8") if page.is_file() else ""


def test_a_starter_theme_changes_nothing_yet(govpub, workspace):
    _, before = exported(govpub, workspace, status=0)
    said = govpub("theme", "new", folder=workspace, status=0).out
    assert said.startswith("theme/README.md\ntheme/editions.html.jinja\ntheme/style.css\n")
    style = (workspace / "theme/style.css").read_text(encoding="utf-8")
    _, after = exported(govpub, workspace, status=0)
    policy = re.compile("sha256-[^&]*")
    assert policy.sub("", after.replace(style, "")) == policy.sub("", before)
    readme = (workspace / "theme/README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in TEMPLATES)


def test_a_theme_is_not_written_over(govpub, workspace):
    govpub("theme", "new", folder=workspace, status=0)
    outcome = govpub("theme", "new", folder=workspace, status=2)
    assert outcome.err.startswith("theme/README.md: error: this file is there already")


def test_taking_one_template_and_changing_it(govpub, workspace):
    govpub("theme", "new", "--template", "alerts.html.jinja,closing.html.jinja", folder=workspace, status=0)
    template = workspace / "theme/closing.html.jinja"
    template.write_text(template.read_text(encoding="utf-8") + "<p>Printed matter</p>\n", encoding="utf-8")
    _, page = exported(govpub, workspace, status=0)
    assert "<p>Printed matter</p>\n" in page
    govpub("theme", "new", "--template", "nothing.html.jinja", folder=workspace, status=2)


def test_a_theme_needs_a_workspace(govpub, tmp_path):
    assert "govpub init" in govpub("theme", "new", folder=tmp_path, status=2).err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("closing.html.jinja", b"\n{{ view.nope }}", "theme/closing.html.jinja:2: error: "),
        ("footer.html.jinja", b"", "theme/footer.html.jinja: error: this template replaces none"),
        ("closing.html.jinja", b"\xff", "theme/closing.html.jinja"),
        ("style.css", b"p { }\n@import 'x.css';", "theme/style.css:2:1: error: "),
    ],
)
def test_a_mistake_in_a_theme_keeps_the_release_back(govpub, workspace, name, content, said):
    (workspace / "theme").mkdir()
    (workspace / "theme" / name).write_bytes(content)
    outcome, page = exported(govpub, workspace, status=2)
    assert said in outcome.err
    assert page == ""


def changed(workspace, old, new):
    file = workspace / "govpub.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_mark_in_the_footer_goes_out_with_the_release(govpub, workspace):
    (workspace / "theme").mkdir()
    (workspace / "theme/mark.png").write_bytes(png(80, 60))
    changed(workspace, 'label = { zh-CN = "网站纠错"', 'image = "theme/mark.png"\nlabel = { zh-CN = "网站纠错"')
    _, page = exported(govpub, workspace, status=0)
    assert '<img src="mark.png" alt="Report an Error on This Site" width="80" height="60">' in page
    folder = workspace / "dist/weather-warning"
    assert (folder / "mark.png").read_bytes() == png(80, 60)
    assert "mark.png" in {file["name"] for file in json.loads((folder / "manifest.json").read_bytes())["files"]}


def test_a_mark_that_is_not_there_or_lies_outside(govpub, workspace, tmp_path):
    changed(workspace, 'label = { zh-CN = "网站纠错"', 'image = "theme/mark.png"\nlabel = { zh-CN = "网站纠错"')
    assert "theme/mark.png" in exported(govpub, workspace, status=2)[0].err
    (tmp_path / "outside.png").write_bytes(png(8, 8))
    (workspace / "theme").mkdir()
    (workspace / "theme/mark.png").symlink_to(tmp_path / "outside.png")
    assert "no such image in the workspace" in exported(govpub, workspace, status=2)[0].err
    (workspace / "theme/mark.png").unlink()
    (workspace / "theme/mark.png").write_bytes(b"no image")
    assert "not an image" in exported(govpub, workspace, status=2)[0].err


def test_addresses_are_filled_in(govpub, workspace):
    changed(workspace, "/releases/{id}/{id}.en.html", "/en/{year}{month}/t{year}{month}{day}_{id}.html")
    _, page = exported(govpub, workspace, status=0)
    address = "https://www.yunling.example/en/202407/t20240708_weather-warning.html"
    assert f'<link rel="canonical" href="{address}">' in page
    assert page.count("hreflang=") == 5  # three alternates, two links


def test_the_column_must_be_the_sites(govpub, workspace):
    changed(workspace, 'zh-CN = "预警信息"', 'zh-CN = "预警"')
    error = exported(govpub, workspace, status=2)[0].err
    assert "articles/weather-warning.md:8:9: error: the site has no column 预警信息" in error
    assert "政务要闻" in error
    changed(workspace, 'zh-CN = "预警"', 'zh-CN = "预警信息"')
    changed(workspace, 'en = "Warnings"', 'en = "Alerts"')
    error = exported(govpub, workspace, status=1)[0].err
    assert "Alerts" in error
    assert "Warnings" in error
    govpub("export", ARTICLE, "--draft", folder=workspace, status=0)


def test_the_source_is_a_page_tag(govpub, workspace):
    article = workspace / ARTICLE
    text = article.read_text(encoding="utf-8")
    article.write_text(re.sub("source: .*\n", "", text), encoding="utf-8")
    assert "ContentSource" in exported(govpub, workspace, status=2)[0].err
