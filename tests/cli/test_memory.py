"""The commands of `govpub memory`, as users run them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest
from support.command import UNMEASURED, Govpub
from support.inside import Inside
from support.terminal import in_terminal
from support.tmx import document, pair, write_large

from govpub.cli.excerpt import cells

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LONG = pair(
    "会议强调，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展，要求各部门抓好落实。",
    "The meeting stressed the need to pursue progress while ensuring stability, to act on the new development philosophy in "
    "full, to foster a new pattern of development faster, and to promote high-quality development.",
    'changeid="Wang Fang" changedate="20240603T013000Z"',
)
ALLOWED, FORBIDDEN = "春节期间城区可以燃放烟花爆竹。", "春节期间城区不可以燃放烟花爆竹。"


@pytest.fixture(scope="module")
def original(translated_office, tmp_path_factory):
    """An office with five translations of its own in its memory, and three from elsewhere."""
    home = tmp_path_factory.mktemp("home")
    installed = Govpub(folder=home, home=home)
    office = shutil.copytree(translated_office, tmp_path_factory.mktemp("original") / "office")
    installed("memory", "add", "articles", folder=office, status=0)
    units = (LONG, pair(ALLOWED, "Fireworks are permitted in town."), pair("防汛&lt;1/&gt;", "Flood&lt;1/&gt;"))
    (office / "agency.tmx").write_text(document(*units), encoding="utf-8")
    installed("memory", "import", "agency.tmx", folder=office, status=0)
    return office


@pytest.fixture
def filled(original, tmp_path):
    return shutil.copytree(original, tmp_path / "office")


@pytest.fixture
def govpub(tmp_path, monkeypatch, capsys):
    return Inside(folder=tmp_path, monkeypatch=monkeypatch, capsys=capsys)


def test_every_command_as_it_is_installed(filled, tmp_path):
    installed = Govpub(folder=filled, home=tmp_path)
    assert "new: 0" in installed("memory", "add", "articles", status=0).out
    assert "3 passages" in installed("memory", "search", "演练", status=0).out
    assert "the same already: 3" in installed("memory", "import", "agency.tmx", status=0).out
    assert installed("memory", "export", "all.tmx", status=0).out == "all.tmx: 8 entries\n"
    assert "8 entries" in installed("memory", "stats", status=0).out
    assert "1 entry is forgotten" in installed("memory", "forget", "--text", "烟花", "--yes", status=0).out
    assert "exists already" in installed("memory", "export", "all.tmx", status=2).err
    assert "--yes" in installed("memory", "forget", "--origin", "agency.tmx", status=2).err


def stats(govpub, office):
    return json.loads(govpub("memory", "stats", "--format", "json", folder=office, status=0).out)


def test_without_a_memory_there_is_a_way_to_one(govpub, office):
    for command in (["stats"], ["search", "演练"], ["export", "m.tmx"], ["forget", "--origin", "x"]):
        outcome = govpub("memory", *command, folder=office, status=2)
        assert "govpub memory add articles" in outcome.err
    assert not (office / "memory").exists()
    assert "no workspace" in govpub("memory", "stats", status=2).err


def test_add_is_repeatable_and_a_broken_article_does_not_keep_the_others_back(govpub, office):
    (office / "articles" / "broken.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    outcome = govpub("memory", "add", "articles", folder=office, status=2)
    assert "articles/flood-drill.md: new: 5; replaced: 0; the same already: 0" in outcome.out
    assert "articles/broken.md:" in outcome.err
    again = govpub("memory", "add", "articles/flood-drill.md", folder=office, status=0)
    assert again.out == "articles/flood-drill.md: new: 0; replaced: 0; the same already: 5\n"
    assert govpub("memory", "add", "articles/flood-drill.md", "--quiet", folder=office, status=0).out == ""


def test_search_finds_both_sides_and_what_is_alike(govpub, filled):
    out = govpub("memory", "search", "演练", folder=filled, status=0).out
    assert (
        "flood-drill · translated\n    全市举行防汛演练\n                ^^^^\n    City Holds Flood Control Drill\n"
        in out
    )
    assert "3 passages, 0 matches" in out
    assert (
        "    City Holds Flood Control Drill\n               ^^^^^\n"
        in govpub("memory", "search", "flood", folder=filled, status=0).out
    )
    out = govpub("memory", "search", FORBIDDEN, folder=filled, status=0).out
    assert re.search(r"^\d\d % · agency.tmx · translated\n    春节期间城区\{\+不\+\}可以", out)
    assert "! negation: " in out
    assert "0 passages, 1 match" in out
    assert len(govpub("memory", "search", "e", "--limit", "2", folder=filled, status=0).out.split("\n\n")) == 3


def test_search_as_json(govpub, filled):
    found = json.loads(govpub("memory", "search", "演练", "--format", "json", folder=filled, status=0).out)
    assert (found["version"], found["query"], len(found["passages"]), found["matches"]) == (1, "演练", 3, [])
    title = next(passage for passage in found["passages"] if passage["source"] == "全市举行防汛演练")
    assert (title["side"], title["spans"], title["article"], title["time"]) == ("source", [[6, 8]], "flood-drill", None)
    [match] = json.loads(govpub("memory", "search", FORBIDDEN, "--format", "json", folder=filled, status=0).out)[
        "matches"
    ]
    assert (match["kind"], match["origin"], match["target_language"]) == ("fuzzy", "agency.tmx", "en")
    assert 75 <= match["score"] < 100
    assert {veto["kind"] for veto in match["vetoes"]} == {"negation"}
    assert "".join(part["text"] for part in match["difference"] if part["kind"] != "added") == ALLOWED
    outcome = govpub("memory", "search", "量子玫瑰", "--format", "json", folder=filled, status=1)
    assert json.loads(outcome.out)["passages"] == []


def test_search_says_that_nothing_was_found_and_what_it_cannot_search(govpub, filled):
    assert "nothing like 量子玫瑰" in govpub("memory", "search", "量子玫瑰", folder=filled, status=1).out
    govpub("memory", "search", " ", folder=filled, status=2)
    assert "--format" in govpub("memory", "search", "x", "--format", "xml", folder=filled, status=2).err
    govpub("memory", "search", "x", "--limit", "0", folder=filled, status=2)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("columns", [80, 160])
def test_the_hit_is_marked_in_lines_that_fit(filled, golden, language, columns):
    shown = in_terminal(filled, "memory", "search", "要", columns=columns, language=language)
    assert "\x1b[1;33m要\x1b[0m" in shown.out
    plain = COLOUR.sub("", shown.out)
    assert "^" not in plain
    assert max(map(cells, plain.splitlines())) <= columns
    if language == "en":
        golden(f"memory/search.{columns}.txt", plain)
    piped = subprocess.run(
        [sys.executable, "-m", "govpub", "memory", "search", "要"],
        cwd=filled,
        env=UNMEASURED | {"COLUMNS": str(columns), "GOVPUB_LANG": language},
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert max(map(cells, piped.splitlines())) <= columns
    for text, marks in zip(piped.splitlines(), piped.splitlines()[1:], strict=False):
        if "^" in marks:
            assert [cells(text[: hit.start()]) for hit in re.finditer("要", text)] == [
                mark.start() for mark in re.finditer(r"\^\^", marks)
            ]


def test_differences_have_colours_and_brackets_on_a_terminal(filled):
    out = in_terminal(filled, "memory", "search", FORBIDDEN).out
    assert "\x1b[32m{+不+}\x1b[0m" in out
    assert "\x1b" not in COLOUR.sub("", out)
    assert "{+不+}可以" in in_terminal(filled, "memory", "search", FORBIDDEN, NO_COLOR="1").out


def test_stats_as_a_table_and_as_json(govpub, filled):
    out = govpub("memory", "stats", folder=filled, status=0).out
    assert out.startswith("8 entries, 8 source texts\nconfirmed from 2024-06-03 to 2024-06-03\n")
    assert re.search(r"^zh-CN → en +8$", out, re.MULTILINE)
    assert re.search(r"^agency.tmx +3$", out, re.MULTILINE)
    assert re.search(r"^flood-drill +5$", out, re.MULTILINE)
    counts = stats(govpub, filled)
    assert (counts["entries"], counts["origins"]) == (8, {"govpub": 5, "agency.tmx": 3})
    assert counts["newest"].startswith("2024-06-03T01:30:00")
    assert counts["years"] == {"": 7, "2024": 1}


def test_an_import_is_repeatable_and_undone_by_its_batch(govpub, filled):
    before = stats(govpub, filled)["entries"]
    other = '<tu><tuv xml:lang="fr"><seg>un</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu>'
    (filled / "more.tmx").write_text(document(pair("一", "one"), other, pair(" ", "x")), encoding="utf-8")
    out = govpub("memory", "import", "more.tmx", folder=filled, status=0).out
    assert out.startswith("more.tmx: new: 1; replaced: 0; the same already: 0\n  2 units are left out")
    batch = re.search(r"forget --batch ([0-9a-f]{10})", out)
    assert batch
    again = govpub("memory", "import", "more.tmx", "--quiet", folder=filled, status=0)
    assert (again.out, stats(govpub, filled)["entries"]) == ("", before + 1)
    gone = govpub("memory", "forget", "--batch", batch[1], "--yes", folder=filled, status=0).out
    assert gone == "1 entry would be forgotten:\n  一 → one\n1 entry is forgotten\n"
    assert stats(govpub, filled)["entries"] == before


def test_catalogs_are_imported_too(govpub, filled):
    catalog = (
        'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\nmsgid "Save the file"\nmsgstr "保存文件"\n\n'
        '#, fuzzy\nmsgid "Open"\nmsgstr "关"\n\nmsgid "Close"\nmsgstr ""\n\n#~ msgid "Gone"\n#~ msgstr "去"\n'
    )
    (filled / "ui.po").write_text(catalog, encoding="utf-8")
    out = govpub("memory", "import", "ui.po", "--origin", "editor", folder=filled, status=0).out
    assert out.startswith("ui.po: new: 1; replaced: 0; the same already: 0\n  2 units are left out")
    found = json.loads(govpub("memory", "search", "保存文件", "--format", "json", folder=filled, status=0).out)
    [entry] = found["passages"]
    assert (entry["source"], entry["source_language"], entry["origin"]) == ("Save the file", "en", "editor")


def test_who_when_and_between_what_come_along(govpub, office):
    unit = (
        '<tu creationid="A" creationdate="20200101T000000Z"><prop type="x-context-pre">前</prop>'
        '<prop type="x-context-post">后</prop><prop type="x-govpub-state">reviewed</prop>'
        '<tuv xml:lang="zh-CN"><seg> 一 </seg></tuv><tuv xml:lang="en" changeid="Li&#10;Hua"><seg>one</seg></tuv></tu>'
    )
    (office / "m.tmx").write_text(document(unit), encoding="utf-8")

    def entry():
        found = json.loads(govpub("memory", "search", "一", "--format", "json", folder=office, status=0).out)
        return found["passages"][0]

    govpub("memory", "import", "m.tmx", folder=office, status=0)
    first = entry()
    assert (first["source"], first["before"], first["after"], first["translator"]) == ("一", "前", "后", "Li Hua")
    assert (first["time"], first["state"]) == ("2020-01-01T00:00:00+00:00", "translated")
    # Another office's review is taken for one of ours only where that is asked for.
    govpub("memory", "import", "m.tmx", "--keep-reviews", folder=office, status=0)
    assert entry()["state"] == "reviewed"


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        (
            "m.tmx",
            document(*[pair(f"第{n}", str(n)) for n in range(3000)], "<x/>"),
            "m.tmx:3004:1: error: TMX has no <x>",
        ),
        ("m.tmx", "<html/>", "m.tmx:1:1: error: this is not TMX"),
        ("m.po", 'msgid "a"\nmsgstr "b\n', "m.po:2:8: error:"),
        ("m.csv", "", "m.csv: error: this cannot be imported"),
    ],
)
def test_a_broken_file_gives_nothing(govpub, filled, name, content, part):
    before = stats(govpub, filled)
    (filled / name).write_text(content, encoding="utf-8")
    outcome = govpub("memory", "import", name, "none.tmx", "agency.tmx", folder=filled, status=2)
    assert part in outcome.err
    assert "none.tmx: error: there is no such file" in outcome.err
    assert "the same already: 3" in outcome.out
    assert stats(govpub, filled) == before


def test_an_exported_memory_is_the_same_elsewhere(govpub, filled, tmp_path):
    govpub("memory", "export", "out/all.tmx", folder=filled, status=0)
    other = tmp_path / "other"
    govpub("init", other, status=0)
    govpub("memory", "import", filled / "out" / "all.tmx", folder=other, status=0)
    for text in ("演练", "town", "要", "Flood"):
        here, there = (
            json.loads(govpub("memory", "search", text, "--format", "json", folder=folder, status=0).out)["passages"]
            for folder in (filled, other)
        )
        assert [entry | {"batch": ""} for entry in there] == [entry | {"batch": ""} for entry in here]
    assert stats(govpub, other)["origins"] == stats(govpub, filled)["origins"]
    again = govpub("memory", "import", filled / "out" / "all.tmx", folder=filled, status=0).out
    assert again.endswith("new: 0; replaced: 0; the same already: 8\n")


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--article", "flood-drill"], 5),
        (["--article", "articles/flood-drill.md"], 5),
        (["--origin", "agency.tmx"], 3),
        (["--since", "2024-06-03"], 1),
    ],
)
def test_a_part_is_exported(govpub, filled, options, count):
    out = govpub("memory", "export", "part.tmx", *options, folder=filled, status=0).out
    assert out == f"part.tmx: {count} {'entry' if count == 1 else 'entries'}\n"
    assert (filled / "part.tmx").read_text(encoding="utf-8").count("<tu>") == count


@pytest.mark.parametrize("options", [["--since", "2024-06-04"], ["--origin", "agency.tmx", "--article", "flood-drill"]])
def test_where_there_is_nothing_to_export_nothing_is_written(govpub, filled, options):
    out = govpub("memory", "export", "new/part.tmx", *options, folder=filled, status=0).out
    assert out == "there is nothing to export; new/part.tmx was not written\n"
    assert not (filled / "new").exists()


def test_an_export_overwrites_nothing_and_knows_its_format(govpub, filled):
    before = (filled / "agency.tmx").read_bytes()
    assert "exists already" in govpub("memory", "export", "agency.tmx", folder=filled, status=2).err
    assert (filled / "agency.tmx").read_bytes() == before
    assert "NAME.tmx" in govpub("memory", "export", "all.csv", folder=filled, status=2).err
    assert "no day" in govpub("memory", "export", "a.tmx", "--since", "June", folder=filled, status=2).err


def test_forget_shows_what_would_go_and_asks(govpub, filled):
    shown = "3 entries would be forgotten:\n"
    outcome = govpub("memory", "forget", "--origin", "agency.tmx", folder=filled, status=2)
    assert outcome.out.startswith(shown)
    assert "--yes" in outcome.err
    assert govpub("memory", "forget", "--origin", "agency.tmx", "--dry-run", folder=filled, status=0).out.startswith(
        shown
    )
    no = in_terminal(filled, "memory", "forget", "--origin", "agency.tmx", typed="n\n").out
    assert no.startswith(("n\n" + shown, shown))
    assert no.endswith("nothing was changed\n")
    assert stats(govpub, filled)["entries"] == 8
    assert all(cells(line) <= 80 for line in no.splitlines())
    assert in_terminal(filled, "memory", "forget", "--origin", "agency.tmx", typed="y\n").out.endswith(
        "3 entries are forgotten\n"
    )
    assert stats(govpub, filled)["entries"] == 5


def test_forget_needs_to_know_what(govpub, filled):
    assert "nothing says what" in govpub("memory", "forget", "--yes", folder=filled, status=2).err
    assert "no such entry" in govpub("memory", "forget", "--text", "量子玫瑰", "--yes", folder=filled, status=0).out
    govpub("memory", "forget", "--before", "2024-06-04", "--yes", folder=filled, status=0)
    assert stats(govpub, filled)["entries"] == 7
    govpub("memory", "forget", "--text", "FLOOD", "--yes", folder=filled, status=0)
    govpub("memory", "forget", "--article", "articles/flood-drill.md", "--yes", folder=filled, status=0)
    assert stats(govpub, filled)["articles"] == {"": 1}


def test_where_a_text_is_from_is_told_on_one_line(govpub, office):
    props = '<prop type="x-govpub-origin">a&#10;b&#x202e;</prop><prop type="x-govpub-article"> c&#13;d </prop>'
    (office / "m.tmx").write_text(document(pair("一", "one", 'changeid="Li&#10; -- Hua"', props)), encoding="utf-8")
    govpub("memory", "import", "m.tmx", folder=office, status=0)
    [entry] = json.loads(govpub("memory", "search", "一", "--format", "json", folder=office, status=0).out)["passages"]
    assert (entry["origin"], entry["article"], entry["translator"]) == ("a b", "c d", "Li Hua")


def test_long_lists_are_shortened(govpub, office):
    units = (
        pair(
            f"第{n}件",
            f"case {n}",
            inside=f'<prop type="x-govpub-article">a{n}</prop>',
            attributes=f'changedate="{2000 + n}0101T000000Z"',
        )
        for n in range(12)
    )
    (office / "m.tmx").write_text(document(*units), encoding="utf-8")
    govpub("memory", "import", "m.tmx", folder=office, status=0)
    out = govpub("memory", "stats", folder=office, status=0).out
    assert out.count("… and 2 more") == 2
    assert "2011" in out
    assert "2001" not in out.partition("year")[2]
    out = govpub("memory", "forget", "--origin", "m.tmx", "--dry-run", folder=office, status=0).out
    assert out.endswith("  第4件 → case 4\n  … and 7 more\n")


KILLED = """
import itertools, os, signal, sys
from govpub.cli.run import run
from govpub.memory import sqlite_index
from govpub.workflow import memory_exchange
sqlite_index._AT_ONCE = 1  # a transaction is then the smallest there is
take, taken = memory_exchange.entries_of, itertools.count()
def struck(unit, **manner):
    if next(taken) == 4500:
        os.kill(os.getpid(), signal.SIGKILL)
    return take(unit, **manner)
memory_exchange.entries_of = struck
run(["memory", "import", sys.argv[1]])
"""


def test_a_killed_import_is_completed_by_running_it_again(govpub, office):
    write_large(office / "large.tmx", 5000)
    done = subprocess.run([sys.executable, "-c", KILLED, "large.tmx"], cwd=office, env=UNMEASURED, check=False)
    assert done.returncode == -9
    partly = stats(govpub, office)["entries"]
    assert 0 < partly < 5000
    out = govpub("memory", "import", "large.tmx", folder=office, status=0).out
    assert out.startswith(f"large.tmx: new: {5000 - partly}; replaced: 0; the same already: {partly}\n")
    assert stats(govpub, office)["entries"] == 5000
    batch = re.search(r"--batch (\S+)", out)
    assert batch
    govpub("memory", "forget", "--batch", batch[1], "--yes", folder=office, status=0)
    assert stats(govpub, office)["entries"] == 0


def test_a_long_import_shows_how_far_it_is(office, monkeypatch):
    write_large(office / "large.tmx", 2000)
    program = "import sys; from govpub.cli import advance; advance.PATIENCE = 0; from govpub.cli.run import run; run(sys.argv[1:])"
    monkeypatch.setattr("support.terminal.GOVPUB", sys.executable)
    shown = in_terminal(office, "-c", program, "memory", "import", "large.tmx").out
    assert "Importing large.tmx" in shown
    assert "large.tmx: new: 2000" in shown
    assert "Exporting all.tmx" in in_terminal(office, "-c", program, "memory", "export", "all.tmx").out
    quiet = in_terminal(office, "-c", program, "memory", "import", "large.tmx", "--quiet").out
    assert "Importing" not in quiet


def test_nothing_but_text_reaches_the_terminal(govpub, office):
    escape = '<ph type="x-govpub-character-001b"/>'
    unit = pair(f"演练{escape}]0;owned&#x202e;&#x9b;31m", f"drill{escape}[2J&#xd;")
    (office / "m.tmx").write_text(document(unit), encoding="utf-8")
    govpub("memory", "import", "m.tmx", "--origin", "\x1b[31m", folder=office, status=0)
    for command in (
        ["search", "演练"],
        ["search", "演练", "--format", "json"],
        ["search", "演练了"],
        ["stats"],
        ["forget", "--text", "演练", "--dry-run"],
    ):
        said = govpub("memory", *command, folder=office).said
        assert "drill" in said or "entries" in said or "nothing like" in said
        assert not set(said) & {"\x1b", "\x9b", "\u202e", "\r"}, command
