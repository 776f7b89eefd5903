"""`govpub check FILE.tmx`: units of a memory are checked like those of a catalog."""

from __future__ import annotations

import json
import subprocess

import pytest
from support.tmx import document, pair

MIXED = (
    '<tu>\n<tuv xml:lang="EN-US"><seg>The meeting was held on March 6.</seg></tuv>\n'
    '<tuv xml:lang="zh"><seg>会议于3月5日举行。</seg></tuv>\n</tu>'
)
WRONG = (
    pair(
        "产值3.5亿元，<bpt i='1'/>增长<ept i='1'/>5%。", "Output was 3.5 billion yuan, up 5 percent.", 'tuid="output"'
    ),
    "",
    MIXED,
    pair("会议于3月5日举行。", "The meeting was held on March 5."),
    '<tu><tuv xml:lang="zh-CN"><seg>开始</seg></tuv><tuv xml:lang="fr"><seg>le début</seg></tuv></tu>',
    pair("下雨。", " "),
)


@pytest.fixture
def memory(govpub):
    (govpub.folder / "m.tmx").write_text(document(*WRONG), encoding="utf-8")
    return govpub.folder / "m.tmx"


def findings_of(outcome):
    found = json.loads(outcome.out)["findings"]
    return [(finding["rule"], finding["path"], finding["line"], finding["unit"]) for finding in found]


def test_findings_name_the_unit_and_its_line(govpub, memory):
    outcome = govpub("check", "m.tmx", "--format", "json", "--select", "values,structure,completeness", status=1)
    assert findings_of(outcome) == [
        ("structure.placeholder", "m.tmx", 4, "output"),
        ("values.magnitude", "m.tmx", 4, "output"),
        ("values.date", "m.tmx", 6, "6"),
        ("completeness.untranslated", "m.tmx", 12, "12"),
    ]
    assert json.loads(outcome.out)["summary"]["units"] == 4
    said = govpub("check", "m.tmx", "--select", "values", status=1).out
    assert said.startswith("m.tmx:4: error: 3.5亿元")
    assert "The meeting was held on March 6." in said


def test_the_headers_language_is_the_source(govpub, memory):
    text = memory.read_text(encoding="utf-8").replace('srclang="zh-CN"', 'srclang="en"')
    memory.write_text(text, encoding="utf-8")
    found = json.loads(govpub("check", "m.tmx", "--format", "json", "--select", "values.date", status=1).out)[
        "findings"
    ]
    assert found[0]["source"]["text"] == "The meeting was held on March 6."


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "rdjson"])
def test_other_programs_are_told(govpub, memory, form):
    assert "m.tmx" in govpub("check", "m.tmx", "--select", "values", "--format", form, status=1).out


def test_a_baseline_and_fixes_leave_the_file_alone(govpub, memory):
    before = memory.read_bytes()
    govpub("check", "m.tmx", "--fix", "--baseline", "known.json")
    assert "in the baseline" in govpub("check", "m.tmx", "--baseline", "known.json", status=0).out
    assert memory.read_bytes() == before


def test_a_broken_file_is_one_error_and_the_others_are_checked(govpub, memory):
    (govpub.folder / "torn.TMX").write_text(document(*WRONG)[:-20], encoding="utf-8")
    outcome = govpub("check", "torn.TMX", "m.tmx", "--select", "values", status=2)
    assert outcome.err.count("torn.TMX:") == 1
    assert "values.magnitude" in outcome.out


def test_a_folder_is_not_its_memories(govpub, memory):
    nothing = govpub("check", status=2).err
    assert "nothing to check" in nothing
    assert "a memory (.tmx)" in nothing, "a folder leaves TMX files out: they can be named"
    assert nothing.splitlines()[-1] == govpub("check", "x.txt", status=2).err.splitlines()[-1]


def test_an_empty_memory_is_checked(govpub):
    (govpub.folder / "m.tmx").write_text(document(), encoding="utf-8")
    assert "1 file, 0 segments: nothing found" in govpub("check", "m.tmx", status=0).out


def test_only_units_on_changed_lines(govpub, memory):
    def git(*arguments):
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
        subprocess.run(["git", *identity, *arguments], cwd=govpub.folder, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "begin")
    command = ("check", "m.tmx", "--select", "values", "--changed-since", "HEAD", "--format", "json")
    assert findings_of(govpub(*command, status=0)) == []
    text = memory.read_text(encoding="utf-8").replace("March 6", "March 7")
    memory.write_text(text, encoding="utf-8")
    assert findings_of(govpub(*command, status=1)) == [("values.date", "m.tmx", 6, "6")]
