"""Row 11 of the faults: hostile articles, catalogs, glossaries and pages; no control character reaches the terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from support.office import ARTICLE, finished_office

# Title and clipboard of a terminal, clear screen, colours, C1 forms, backspace, bell, carriage return, bidi override.
ESCAPES = "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1b[2J\x1b[31m\x9b31m\x9d0;owned\x9c\x08\x08\x7f\r\u202e"
IN_YAML = "".join(
    f"\\x{ord(character):02x}" if ord(character) < 0x100 else f"\\u{ord(character):04x}" for character in ESCAPES
)
IN_PO = "".join(
    f"\\x{ord(c):02x}" if c in "\x1b\x9b\x9d\x9c" else {"\x07": "\\a", "\x08": "\\b", "\r": "\\r"}.get(c, c)
    for c in ESCAPES
)
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
COMMANDS = [
    ["check"],
    ["check", "--format", "json"],
    ["translate", "articles/flood-drill.md"],
    ["review", "articles/flood-drill.md"],
    ["status"],
    ["status", "--format", "json"],
    ["status", "--format", "html"],
    ["export", "articles/flood-drill.md"],
    ["export", "articles/flood-drill.md", "--draft"],
    ["glossary", "list"],
    ["glossary", "find", "演练"],
    ["glossary", "find", ESCAPES],
    ["glossary", "test"],
    ["glossary", "stats"],
    ["import", "page.html"],
    ["import", "page.txt"],
    ["new", f"articles/{ESCAPES}.md"],
    ["translate", f"{ESCAPES}.md"],
    [f"{ESCAPES}"],
    ["export", f"--{ESCAPES}"],
]
TERM = f'#. class: term\n#. definition: {ESCAPES}\n#. note: {IN_PO}\nmsgid "演练{IN_PO}"\nmsgstr "drill{IN_PO}"\n\n#. class: term\nmsgid "演练"\nmsgstr "drill{ESCAPES}"\n'


def hostile(office, raw: bool):
    """Put the escapes wherever a person's text stands, raw or in the file format's own escapes."""
    article = office / "articles" / "flood-drill.md"
    catalog = office / "articles" / "flood-drill.en.po"
    for path in (article, catalog):
        text = path.read_text(encoding="utf-8")
        escapes = ESCAPES if raw else IN_PO
        text = (
            text.replace("转移群众", f"转移群众{ESCAPES}")
            .replace("Moving residents", f"Moving{escapes}residents")
            .replace("Inspecting", "")
        )
        path.write_text(text.replace("title: 全市", f'title: "{IN_YAML}全市"#'), encoding="utf-8", newline="")
    (office / "glossary").mkdir()
    (office / "glossary" / "zh_CN-en.po").write_text(TERM, encoding="utf-8", newline="")
    page = f"<html><head><title>{ESCAPES}</title></head><body><a>{ESCAPES}首页</a><h1>演练{ESCAPES}举行</h1><p>2024-06-03</p><p>全市演练在三个县同时举行{ESCAPES}。</p></body></html>"
    (office / "page.html").write_text(page, encoding="utf-8", newline="")
    (office / "page.txt").write_text(re.sub(r"<[^>]*>", "\n", page), encoding="utf-8", newline="")


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize(
    "command", COMMANDS, ids=lambda command: " ".join(command).encode("unicode_escape").decode()[:40]
)
def test_nothing_but_text_reaches_the_terminal(govpub, tmp_path, raw, command):
    office = finished_office(govpub, tmp_path / "office")
    hostile(office, raw)
    outcome = govpub(*command, folder=office, env={"TERM": "xterm-256color", "FORCE_COLOR": ""})
    assert outcome.status in {0, 1, 2}
    assert outcome.said.strip(), "the command said nothing, which proves nothing"
    bad = {
        character
        for character in outcome.said
        if (unicodedata.category(character) == "Cc" and character not in "\n\t") or character in BIDI
    }
    assert bad == set(), outcome.said
    assert "\\u001b]" not in outcome.out or "json" in command


def test_the_article_is_hostile(tmp_path):
    assert "\x1b" in ESCAPES
    assert "转移群众" in ARTICLE
