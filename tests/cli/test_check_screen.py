"""What the check looks like on a screen: 80 and 160 columns, English and Chinese; colour only where one looks."""

import re

import pytest
from support.inside import Inside

from govpub.cli.excerpt import cells

CATALOG = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"

msgctxt "short"
msgid "青河新城开工。"
msgstr "The new district was begun."

msgctxt "long"
msgid "要保持战略定力，突出工作重点，把明年各项任务抓实抓细，全方位扩大内需，加快推进一批重点项目，在青河新城增加优质商品和服务供给，充分激发民间投资活力。"
msgstr ""
"We must stay focused, put priorities first, carry out every task of next year in earnest, expand domestic demand, "
"speed up key projects, add good goods and services in the Qinghe new town, and stimulate private investment."

msgctxt "open"
msgid "会议强调，要因地制宜发展新质生产力。"
msgstr ""
"""
GLOSSARY = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"

#. class: organisation
#. source: Information Office of Qinghe Municipal People's Government, 2024-06-03
#. case: exact
msgid "青河新城"
msgstr "Qinghe New Town"
"""
OPTIONS = ("--glossary", "terms.po", "--no-default-glossary", "--select", "terms.missing,terms.case,completeness")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def govpub(tmp_path, monkeypatch, capsys):
    (tmp_path / "notice.po").write_text(CATALOG, encoding="utf-8")
    (tmp_path / "terms.po").write_text(GLOSSARY, encoding="utf-8")
    return Inside(folder=tmp_path, monkeypatch=monkeypatch, capsys=capsys)


def look(monkeypatch):
    """Let the output be a terminal; it is replaced between a test and its fixtures."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("columns", ["80", "160"])
def test_a_screen(govpub, golden, monkeypatch, language, columns):
    look(monkeypatch)
    outcome = govpub("check", "notice.po", *OPTIONS, env={"GOVPUB_LANG": language, "COLUMNS": columns}, status=1)
    plain = COLOUR.sub("", outcome.out)
    golden(f"check/{columns}.{language}.txt", plain)
    assert max(map(cells, plain.splitlines())) <= int(columns)


def test_the_severity_is_coloured_on_a_terminal_only(govpub, monkeypatch):
    look(monkeypatch)
    outcome = govpub("check", "notice.po", *OPTIONS, status=1)
    assert re.search(r"\x1b\[1;31merror:\x1b\[0m ", outcome.out)
    assert re.search(r"\x1b\[1;33mwarning:\x1b\[0m ", outcome.out)
    without = govpub("check", "notice.po", *OPTIONS, env={"NO_COLOR": "1"}, status=1).out
    assert re.search(r"\x1b\[[0-9;]*3[0-9]", without) is None
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    plain = govpub("check", "notice.po", *OPTIONS, status=1).out
    assert "\x1b" not in plain
    # Away from a terminal a message is one line, for programs that read lines.
    assert sum(": error: " in line or ": warning: " in line for line in plain.splitlines()) == 3
    assert all(line.endswith("]") for line in plain.splitlines() if ".po:" in line)
