"""`govpub translate --plan`: what an edit of the source touches, told before anything is written."""

import re
import shutil

import pytest
from support.inside import Inside

from govpub.cli.excerpt import cells

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ARTICLE = "articles/fire-prevention-notice.md"
CATALOG = "articles/fire-prevention-notice.en.po"
EDITS = {
    "近日，云岭省": "日前，云岭省",
    "至4月30日为高火险期": "至4月28日为高火险期",
    "禁止一切野外用火": "内不得野外用火",
    "和领导带班制度，一旦": "和领导带班制度。一旦",
    "- 不携带火种；\n": "",
    "- 发现火情": "- 请文明祭扫；\n- 发现火情",
    "加强监测预警。用好": "加强监测预警，用好",
}


@pytest.fixture
def govpub(workspace, monkeypatch, capsys):
    return Inside(folder=workspace, monkeypatch=monkeypatch, capsys=capsys)


@pytest.fixture
def edited(workspace):
    article = workspace / ARTICLE
    text = article.read_text(encoding="utf-8")
    for old, new in EDITS.items():
        assert old in text
        text = text.replace(old, new)
    quote = text[text.index("> 防火期内") : text.index("《通知》要求")]
    article.write_text(text.replace(quote, "") + "\n" + quote, encoding="utf-8")
    return article


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("columns", ["80", "160"])
def test_the_plan_of_an_edit(govpub, edited, golden, language, columns):
    outcome = govpub("translate", ARTICLE, "--plan", env={"GOVPUB_LANG": language, "COLUMNS": columns}, status=0)
    golden(f"plan/{columns}.{language}.txt", outcome.out)
    assert max(map(cells, outcome.out.splitlines()[1:-2])) <= int(columns)
    assert outcome.err == ""


def test_a_plan_writes_nothing_and_keeps_its_word(govpub, edited, workspace):
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    plan = govpub("translate", ARTICLE, "--plan", status=0).out
    assert {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()} == before
    govpub("translate", ARTICLE, "--no-edit", status=0)
    catalog = (workspace / CATALOG).read_text(encoding="utf-8")
    assert plan.count("fuzzy: ") - plan.count("; fuzzy: ") == catalog.count("#, fuzzy")
    again = govpub("translate", ARTICLE, "--plan", status=0).out
    assert again == f"{ARTICLE}: the catalog fits; nothing would change\n"


def test_differences_are_coloured_on_a_terminal_and_marked_elsewhere(govpub, edited, monkeypatch):
    piped = govpub("translate", ARTICLE, "--plan", status=0).out
    assert "\x1b" not in piped
    assert "4月[-30-]{+28+}日" in piped
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    seen = govpub("translate", ARTICLE, "--plan", env={"COLUMNS": "160"}, status=0).out
    assert re.search(r"4月\x1b\[9;31m30\x1b\[0m\x1b\[32m28\x1b\[0m日", seen)
    assert "[-" not in COLOUR.sub("", seen)
    plain = govpub("translate", ARTICLE, "--plan", env={"COLUMNS": "160", "NO_COLOR": "1"}, status=0).out
    assert "4月[-30-]{+28+}日" in COLOUR.sub("", plain)


def test_new_articles_and_mistakes(govpub, workspace):
    (workspace / CATALOG).unlink()
    assert "no catalog yet; all 29 segments would be new" in govpub("translate", ARTICLE, "--plan", status=0).out
    assert not (workspace / CATALOG).exists()
    shutil.copy(workspace / ARTICLE, workspace / "articles/second.md")
    outcome = govpub("translate", "articles", "--plan", status=2)
    assert "two articles have the id" in outcome.err
    assert "the catalog fits" in outcome.out
    assert govpub("translate", "articles", "--plan", "--quiet", status=2).out == ""


def test_untranslated_segments_are_open_and_not_fuzzy(govpub, workspace):
    article = workspace / "articles/new.md"
    text = (workspace / ARTICLE).read_text(encoding="utf-8").replace("id: fire-prevention-notice", "id: fire")
    article.write_text(text, encoding="utf-8")
    govpub("translate", "articles/new.md", "--no-edit", "--quiet", status=0)
    article.write_text(text.replace("title: 云岭省", "title: 省里"), encoding="utf-8")
    out = govpub("translate", "articles/new.md", "--plan", status=0).out
    assert "open: reworded" in out
    assert "fuzzy" not in out


def test_hostile_text_does_not_reach_the_terminal(govpub, edited, workspace):
    catalog = workspace / CATALOG
    text = catalog.read_text(encoding="utf-8").replace('msgid "近日，云岭省', 'msgid "近日，\x1b[31m云岭\u202e省')
    catalog.write_text(text, encoding="utf-8")
    out = govpub("translate", ARTICLE, "--plan", status=0).out
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("近日，云岭省", "日前，云岭省"),  # reworded: fuzzy
        ("至4月30日为高火险期", "至4月28日为高火险期"),  # vetoed: open
        ("和领导带班制度，一旦", "和领导带班制度。一旦"),  # split: fuzzy
        ("加强监测预警。用好", "加强监测预警，用好"),  # merged: fuzzy
    ],
)
def test_no_edited_sentence_reaches_a_release_unseen(govpub, workspace, old, new):
    article = workspace / ARTICLE
    govpub("export", ARTICLE, "--out", "before", status=0)
    article.write_text(article.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for _ in range(2):
        outcome = govpub("export", ARTICLE, "--out", "after", status=1)
        assert "not" in outcome.err
        assert not list((workspace / "after").rglob("*.html"))
        govpub("translate", ARTICLE, "--no-edit", "--quiet", status=0)
