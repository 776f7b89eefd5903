"""What `govpub init` and `govpub new` copy explains every key, and every key in it can be used."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from govpub.article import parse_article, serialize_article
from govpub.article.front_matter import KEYS
from govpub.errors import ProjectError
from govpub.glossary import parse_glossary
from govpub.po import parse_po, serialize_po
from govpub.project import load_project

SCAFFOLD = resources.files("govpub.workflow") / "scaffold"


def template(tag):
    text = (SCAFFOLD / f"article.{tag}.md").read_text(encoding="utf-8")
    values = {"{id}": "first-notice", "{published}": "2025-01-02T09:00+08:00", "{number}": "2025-001"}
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return text


def test_the_settings_load_and_name_every_key():
    text = (SCAFFOLD / "workspace" / "govpub.toml").read_text(encoding="utf-8")
    project = load_project(text, Path("govpub.toml"))
    defaults = load_project("", Path("govpub.toml"))
    for trait in ("zone", "layout", "formats", "editions", "ignore", "articles", "glossary", "locales", "output"):
        assert getattr(project, trait) == getattr(defaults, trait)
    keys = {
        name
        for pair in re.findall(r"^(?:# )?(?:([a-z-]+) = |\[+site\.([a-z-]+)\]+$)", text, re.MULTILINE)
        for name in pair
    }
    with pytest.raises(ProjectError, match="no-such-key") as caught:
        load_project("[site]\nno-such-key = 1\n", Path("govpub.toml"))
    known = set(re.findall(r"[a-z]+(?:-[a-z]+)*", caught.value.hint.partition("one of")[2]))
    assert known <= keys


def test_what_is_commented_out_works():
    text = (SCAFFOLD / "workspace" / "govpub.toml").read_text(encoding="utf-8")
    for table in ("memory", "machine-translation"):
        block = text[text.index(f"# [{table}]") :].partition("\n\n")[0]
        load_project(re.sub("^# ", "", block, flags=re.MULTILINE), Path("govpub.toml"))


def test_every_setting_is_explained_in_both_languages():
    lines = (SCAFFOLD / "workspace" / "govpub.toml").read_text(encoding="utf-8").split("\n")
    comments = " ".join(line for line in lines if line.startswith("#"))
    assert len(re.findall("[一-鿿]", comments)) > 150
    assert len(re.findall("[A-Za-z]+", comments)) > 150


@pytest.mark.parametrize("tag", ["zh-CN", "en"])
def test_a_new_article_can_be_read(tag):
    article = parse_article(template(tag), None)
    assert article.locale.tag == tag
    assert article.id == "first-notice"
    assert article.wording.blocks
    assert parse_article(serialize_article(article), None).wording.title == article.wording.title


@pytest.mark.parametrize("tag", ["zh-CN", "en"])
def test_every_key_of_an_article_stands_in_the_template_and_works(tag):
    text = re.sub("^# ", "", template(tag), flags=re.MULTILINE)
    article = parse_article(text, None)
    assert set(KEYS) <= set(article.positions)
    assert article.layout == "columns"
    assert article.segmentation == "paragraph"


def test_the_glossary_is_empty_and_whole():
    text = (SCAFFOLD / "workspace" / "glossary" / "zh_CN-en.po").read_text(encoding="utf-8")
    file = parse_po(text, None)
    assert serialize_po(file) == text
    assert parse_glossary(file, None).terms == ()
