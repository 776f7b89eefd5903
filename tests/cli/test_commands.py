"""Every command once as users run it: the installed program, another process, exit statuses and streams."""

from __future__ import annotations

import dataclasses
import json
import os
import re

import pytest
from support.command import GOVPUB
from support.office import ARTICLE, PAGE, fill, finished_office
from support.programs import require

from govpub.cli.commands import COMMANDS, Entry, root
from govpub.cli.help import METAVARS

ARTICLE_PATH = "articles/flood-drill.md"
NINE = sorted(
    f"flood-drill.{edition}.{form}" for edition in ("bilingual", "zh-CN", "en") for form in ("html", "docx", "txt")
)


@pytest.fixture
def office(govpub, tmp_path):
    return finished_office(govpub, tmp_path / "office")


def test_version(govpub):
    outcome = govpub("--version", status=0)
    assert re.fullmatch(r"govpub \d+\.\d+\.\d+\n", outcome.out)
    assert outcome.err == ""


@pytest.mark.parametrize(("language", "word"), [("en", "Commands"), ("zh_CN", "命令")])
def test_help_lists_every_command_in_both_languages(govpub, language, word):
    outcome = govpub("--help", env={"GOVPUB_LANG": language}, status=0)
    assert word in outcome.out
    for command in ("init", "new", "import", "translate", "check", "export", "glossary", "catalog"):
        assert re.search(rf"^  {command} ", outcome.out, re.MULTILINE), command


COMMAND_LINES = [
    (name,) if isinstance(entry, Entry) else (name, part)
    for name, entry in COMMANDS.items()
    for part in ([""] if isinstance(entry, Entry) else entry[1])
]


@pytest.mark.parametrize("command", COMMAND_LINES, ids=" ".join)
def test_the_help_of_a_command_is_our_own(govpub, command):
    said = govpub(*command, "--help", status=0).out
    assert said.startswith("Usage: govpub " + " ".join(command) + " [OPTIONS]")
    assert not re.search(r"\[required\]|\[default|<\w+>|<int range>|\{[A-Z]|ARGS", said), (
        "click's own words are not translated"
    )


def test_what_stands_for_a_value_is_translated_too():
    def metavars(command):
        for part in command.list_commands(None) if hasattr(command, "list_commands") else ():
            yield from metavars(command.get_command(None, part))
        yield from (parameter.metavar for parameter in command.params if parameter.metavar)

    assert set(metavars(root())) - set(METAVARS) == set()


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("nosuch", "there is no such command: nosuch", "govpub --help"),
        ("exprot x", "there is no such command: exprot", "`export`"),
        ("export x --nosuch", "there is no such option: --nosuch", "govpub export --help"),
        ("export x --drat", "there is no such option: --drat", "`--draft`"),
        ("export", "something is missing: ARTICLE…", "govpub export --help"),
        ("export x --out", "--out needs a value", "govpub export --help"),
        ("export x --draft=yes", "--draft takes no value", "govpub export --help"),
        ("export x --jobs 0", "--jobs must be a whole number, 1 or more", "govpub export --help"),
        ("export x --jobs two", "--jobs must be a whole number, 1 or more", "govpub export --help"),
        ("init a b c", "too many arguments: b c", "govpub init --help"),
        ("glossary fid", "there is no such command: fid", "`find`"),
        ("glossary add 甲", "something is missing: RENDERING", "govpub glossary add --help"),
    ],
)
def test_a_wrong_command_line_is_said_in_two_lines(govpub, line, message, hint):
    outcome = govpub(*line.split(), status=2)
    first, second = outcome.err.splitlines()
    assert first == f"error: {message}"
    assert hint in second
    assert outcome.out == ""


def test_no_arguments_is_help(govpub):
    assert govpub(status=0).out == govpub("--help", status=0).out


def test_from_init_to_export(govpub, tmp_path):
    assert "govpub.toml" in govpub("init", "office", status=0).out
    office = govpub.folder / "office"
    govpub("new", "articles/first-notice.md", folder=office, status=0)
    assert "%" in govpub("translate", "articles/first-notice.md", folder=office, status=0).out
    refused = govpub("export", "articles/first-notice.md", folder=office, status=1)
    assert refused.out == ""
    assert not (office / "dist").exists()
    fill(office / "articles" / "first-notice.en.po", {})
    govpub("check", folder=office)
    govpub("export", "articles/first-notice.md", "--draft", folder=office, status=0)
    assert len(list((office / "dist" / "first-notice").iterdir())) == 11


def test_init_refuses_a_folder_in_use(govpub):
    (govpub.folder / "letter.txt").write_text("x", encoding="utf-8")
    outcome = govpub("init", ".", status=2)
    assert [path.name for path in govpub.folder.iterdir()] == ["letter.txt"]
    assert outcome.out == ""


def test_new_refuses_a_file_that_exists(govpub, office):
    govpub("new", ARTICLE_PATH, folder=office, status=2)
    assert (office / ARTICLE_PATH).read_text(encoding="utf-8") == ARTICLE


def test_import_makes_an_article(govpub, office):
    (office / "page.html").write_text(PAGE, encoding="utf-8")
    govpub("import", "page.html", "--out", "articles/imported.md", folder=office, status=0)
    article = (office / "articles" / "imported.md").read_text(encoding="utf-8")
    assert "title: 青河市举行防汛演练" in article
    assert "2024-06-03" in article
    assert "首页" not in article
    assert "网站标识码" not in article
    assert len(re.findall(r"^[六演].*。$", article, re.MULTILINE)) == 2


def test_translate_keeps_what_is_translated(govpub, office):
    catalog = office / "articles" / "flood-drill.en.po"
    before = catalog.read_bytes()
    govpub("translate", ARTICLE_PATH, folder=office, status=0)
    assert govpub("translate", ARTICLE_PATH, "--quiet", folder=office, status=0).said == ""
    assert b"City Holds Flood Control Drill" in catalog.read_bytes()
    govpub("translate", ARTICLE_PATH, folder=office, status=0)
    assert len(catalog.read_bytes()) <= len(before) * 1.2


def test_check_is_clean(govpub, office):
    outcome = govpub("check", folder=office, status=0)
    assert outcome.err == ""
    assert govpub("check", "--quiet", folder=office, status=0).said == ""


def test_check_finds_what_is_missing_and_says_it_in_json(govpub, office):
    catalog = office / "articles" / "flood-drill.en.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("Moving residents to safety", ""), encoding="utf-8")
    outcome = govpub("check", "--format", "json", folder=office, status=1)
    report = json.loads(outcome.out)
    assert {"version", "tool", "summary", "findings"} <= report.keys()
    assert [finding["severity"] for finding in report["findings"]] == ["error"]
    assert report["findings"][0]["path"].endswith("flood-drill.en.po")
    assert "转移群众" in govpub("check", folder=office, status=1).out


def test_export_makes_nine_files_and_their_sums(govpub, office):
    govpub("export", ARTICLE_PATH, folder=office, status=0)
    release = office / "dist" / "flood-drill"
    assert sorted(path.name for path in release.iterdir()) == sorted([*NINE, "manifest.json", "SHA256SUMS"])
    assert govpub("export", ARTICLE_PATH, "--quiet", folder=office, status=0).said == ""


def test_export_of_a_choice(govpub, office):
    choice = ("--format", "html,txt", "--edition", "en", "--layout", "sequential", "--out", "out")
    govpub("export", ARTICLE_PATH, *choice, folder=office, status=0)
    names = {path.name for path in (office / "out" / "flood-drill").iterdir()}
    assert names == {"flood-drill.en.html", "flood-drill.en.txt", "manifest.json", "SHA256SUMS"}


def test_export_into_a_file_is_a_slip_not_a_fault_of_the_machine(govpub, office):
    outcome = govpub("export", ARTICLE_PATH, "--out", "govpub.toml", folder=office, status=2)
    assert "there is a file where a folder is wanted" in outcome.err
    assert "another folder" in outcome.err


def test_translate_takes_folders_and_goes_on_after_a_mistake(govpub, office):
    (office / ARTICLE_PATH.replace("flood", "bad")).write_text("---\nid: x\n---\n", encoding="utf-8")
    (office / "articles" / "second.md").write_text(ARTICLE.replace("flood-drill", "second"), encoding="utf-8")
    outcome = govpub("translate", "articles", folder=office, status=2)
    assert outcome.err.startswith("articles/bad-drill.md:")
    assert "flood-drill.en.po: brought up to date" in outcome.out
    assert "second.en.po: made" in outcome.out
    assert govpub("translate", "--quiet", "articles/second.md", folder=office, status=0).said == ""


def test_export_refuses_what_is_not_translated(govpub, office):
    catalog = office / "articles" / "flood-drill.en.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("Moving residents to safety", ""), encoding="utf-8")
    outcome = govpub("export", ARTICLE_PATH, folder=office, status=1)
    assert "line 10: untranslated: 转移群众" in outcome.err, "it names the segments by line and text"
    assert not (office / "dist").exists()
    govpub("export", ARTICLE_PATH, "--draft", folder=office, status=0)
    assert "Moving residents" not in (office / "dist/flood-drill/flood-drill.en.txt").read_text(encoding="utf-8")


def test_export_before_the_embargo(govpub, office):
    path = office / ARTICLE_PATH
    path.write_text(ARTICLE.replace("\n---\n", "\nembargo: 2999-01-01T00:00+08:00\n---\n", 1), encoding="utf-8")
    assert "2999" in govpub("export", ARTICLE_PATH, folder=office, status=1).err
    govpub("export", ARTICLE_PATH, "--under-embargo", folder=office, status=0)
    text = (office / "dist/flood-drill/flood-drill.en.txt").read_text(encoding="utf-8")
    assert "2999" in text[:400]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exprot"], "export"),
        (["export"], "export --help"),
        (["export", "--frmat", "html", ARTICLE_PATH], "--frmat"),
        (["export", "--format", "odt", ARTICLE_PATH], "html"),
        (["export", "articles/none.md"], "articles/none.md"),
        (["translate", "govpub.toml"], "govpub.toml"),
        (["check", "none"], "none"),
        (["check", "--format", "xml"], "json"),
        (["glossary", "lsit"], "list"),
        (["import", "none.html"], "none.html"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_mistake_is_status_2_and_says_what_to_do(govpub, office, arguments, said, language):
    outcome = govpub(*arguments, folder=office, env={"GOVPUB_LANG": language}, status=2)
    assert outcome.out == "" or arguments[0] == "check", "a check sums up what it did look at"
    assert said in outcome.err
    assert ("怎么办" if language == "zh_CN" else "what to do") in outcome.err
    assert ("错误" if language == "zh_CN" else "error") in outcome.err


@pytest.mark.parametrize("command", [["translate", "notes.md"], ["check", "notes.md"], ["export", "notes.md"]])
def test_a_file_that_is_no_article(govpub, command):
    (govpub.folder / "notes.md").write_bytes(b"\xff\xfe not text")
    outcome = govpub(*command, status=2)
    assert "notes.md" in outcome.err or "govpub init" in outcome.err


def test_an_empty_folder_has_nothing_to_check(govpub):
    outcome = govpub("check", status=2)
    assert "nothing to check" in outcome.err
    assert outcome.out == "", "nothing was looked at: there is nothing to sum up"
    assert list(govpub.folder.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        ["translate"],
        ["translate", "--plan"],
        ["translate", "--pretranslate"],
        ["review"],
        ["review", "--all"],
        ["memory", "add"],
        ["export"],
    ],
)
def test_a_folder_without_articles_is_said(govpub, office, command):
    (office / "drafts").mkdir()
    outcome = govpub(*command, "drafts", folder=office, status=2)
    assert outcome.err.startswith("drafts: error: there are no articles here\n  what to do: ")


def test_a_name_that_leads_nowhere_is_said(govpub, office):
    assert "there is no such file" in govpub("translate", "articels", folder=office, status=2).err


@pytest.mark.parametrize("option", [["--pretranslate"], ["--machine", "1"], ["--segment", "1"]])
def test_a_plan_is_nothing_else(govpub, office, option):
    outcome = govpub("translate", "--plan", *option, ARTICLE_PATH, folder=office, status=2)
    assert "--plan only looks" in outcome.err


def test_a_folder_that_may_not_be_written_is_status_3(govpub, office, tmp_path):
    (office / "dist").mkdir(mode=0o555)
    bound = tmp_path / "govpub"
    # Permissions bind root too once these two capabilities are gone.
    bound.write_text(
        f'#!/bin/sh\nexec {require("setpriv")} --bounding-set=-dac_override,-dac_read_search {GOVPUB} "$@"\n',
        encoding="utf-8",
    )
    bound.chmod(0o755)
    run = dataclasses.replace(govpub, command=bound if os.geteuid() == 0 else GOVPUB)
    outcome = run("export", ARTICLE_PATH, "--edition", "zh-CN", folder=office, status=3)
    assert outcome.err.count("\n") <= 2
    assert "check the permissions" in outcome.err
    assert list((office / "dist").iterdir()) == []


@pytest.mark.parametrize(
    "command", [["--help"], ["check"], ["translate", ARTICLE_PATH], ["glossary", "list"], ["export", ARTICLE_PATH]]
)
def test_no_colour_and_no_progress_bar_when_piped(govpub, office, command):
    assert "\x1b" not in govpub(*command, folder=office, env={"TERM": "xterm-256color"}, status=0).said


def test_in_chinese(govpub, office):
    outcome = govpub("translate", ARTICLE_PATH, folder=office, env={"GOVPUB_LANG": "zh_CN"}, status=0)
    assert re.search(r"[一-鿿]", outcome.out)
    by_locale = govpub("translate", ARTICLE_PATH, folder=office, env={"LANG": "zh_CN.UTF-8"}, status=0)
    assert by_locale.out == outcome.out


def test_a_reader_that_leaves_early_is_no_failure(govpub, office):
    import subprocess

    command = f"{govpub.command} glossary list | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=office, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] in {"0", "141"}
    assert done.stderr == ""
