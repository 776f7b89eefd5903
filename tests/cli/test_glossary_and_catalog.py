"""The commands of the two groups, as users run them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.office import finished_office

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(govpub, tmp_path):
    return finished_office(govpub, tmp_path / "office")


def test_list_find_and_stats(govpub, office):
    assert govpub("glossary", "list", folder=office, status=0).out.count("\n") >= 250
    assert "two upholds" in govpub("glossary", "find", "两个维护", folder=office, status=0).out
    assert "两个维护" in govpub("glossary", "find", "two upholds", folder=office, status=0).out
    assert re.search(r"\d{3}", govpub("glossary", "stats", folder=office, status=0).out)


def test_shipped_terms_pass_their_own_tests(govpub, office):
    govpub("glossary", "test", folder=office, status=0)


def test_add_edit_and_remove(govpub, office):
    govpub("glossary", "add", "青河新城", "Qinghe New Town", folder=office, status=0)
    assert "Qinghe New Town" in govpub("glossary", "find", "青河新城", folder=office, status=0).out
    govpub("glossary", "edit", "青河新城", "--rendering", "Qinghe New Area", folder=office, status=0)
    assert "Qinghe New Area" in govpub("glossary", "find", "青河新城", folder=office, status=0).out
    govpub("glossary", "remove", "青河新城", folder=office, status=0)
    assert "Qinghe" not in govpub("glossary", "find", "青河新城", folder=office).out


@pytest.mark.parametrize("suffix", ["csv", "po"])
def test_export_and_import_again(govpub, office, suffix):
    govpub("glossary", "add", "青河新城", "Qinghe New Town", folder=office, status=0)
    own = office / "glossary" / "zh_CN-en.po"
    before = own.read_bytes()
    govpub("glossary", "export", f"terms.{suffix}", folder=office, status=0)
    assert "Qinghe New Town" in (office / f"terms.{suffix}").read_text(encoding="utf-8-sig")
    govpub("glossary", "import", f"terms.{suffix}", folder=office, status=0)
    assert b"Qinghe New Town" in own.read_bytes()
    assert len(before) > 0


def test_find_says_that_nothing_was_found(govpub):
    assert "量子玫瑰" in govpub("glossary", "find", "量子玫瑰", status=1).out


def test_a_term_without_a_rendering_is_not_added(govpub, office):
    assert "needs a rendering" in govpub("glossary", "add", "青河新城", " ", folder=office, status=2).err
    assert not (office / "glossary" / "zh_CN-en.po").exists()


@pytest.mark.parametrize("name", ["terms.txt", "terms", "terms.xlsx"])
def test_export_knows_two_formats(govpub, office, name):
    outcome = govpub("glossary", "export", name, folder=office, status=2)
    assert "NAME.csv" in outcome.err
    assert not (office / name).exists()


def test_the_shipped_catalogs_are_complete(govpub):
    outcome = govpub("catalog", "status", folder=ROOT, status=0)
    assert {"zh_CN/LC_MESSAGES/ui.po", "en/LC_MESSAGES/ui.po", "zh_CN/LC_MESSAGES/cli.po"} <= set(
        re.findall(r"locales/(\S+)", outcome.out)
    )


def test_an_office_words_a_fixed_string_anew(govpub, office):
    govpub("catalog", "extract", folder=office, status=0)
    govpub("catalog", "update", folder=office, status=0)
    govpub("catalog", "compile", folder=office, status=0)
    wording = office / "locales" / "en" / "LC_MESSAGES" / "ui.po"
    text = wording.read_text(encoding="utf-8")
    assert 'msgid "Updated: {date}"' in text
    changed = re.sub(r'(msgid "Updated: {date}"\nmsgstr )".*"', r'\1"Last looked at: {date}"', text)
    wording.write_text(changed, encoding="utf-8")
    assert "ui.po" in govpub("catalog", "status", folder=office, status=0).out
    govpub("export", "articles/flood-drill.md", "--format", "html", folder=office, status=0)
    page = (office / "dist/flood-drill/flood-drill.en.html").read_text(encoding="utf-8")
    assert "Last looked at:" in page
    assert "Last looked at:" not in (office / "dist/flood-drill/flood-drill.zh-CN.html").read_text(encoding="utf-8")


def test_an_office_may_leave_blank_what_ships_but_not_doubtful(govpub, office):
    wording = office / "locales" / "en" / "LC_MESSAGES" / "ui.po"
    wording.parent.mkdir(parents=True)
    entry = 'msgid "Updated: {date}"\nmsgstr "%s"\n'
    wording.write_text(entry % "", encoding="utf-8")
    govpub("catalog", "status", folder=office, status=0)
    wording.write_text("#, fuzzy\n" + entry % "On {date}", encoding="utf-8")
    govpub("catalog", "status", folder=office, status=1)
    wording.write_text(entry % "On {day}", encoding="utf-8")
    assert "{day}" in govpub("catalog", "status", folder=office, status=1).out


def test_catalogs_need_a_place(govpub):
    assert "govpub init" in govpub("catalog", "status", status=2).err
