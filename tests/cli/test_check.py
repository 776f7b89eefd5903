"""`govpub check` as its users run it: choices of rules, waivers, baselines, lines changed in git, exit statuses."""

from __future__ import annotations

import json
import re
import subprocess
from xml.etree import ElementTree as ET

import pytest
from support.inside import Inside
from support.office import finished_office

from govpub.checks import RULES

HEADER = 'msgid ""\nmsgstr ""\n"Language: {target}\\n"\n"X-Source-Language: {source}\\n"\n'
GLOSSARY = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"

#. class: organisation
#. source: the office
msgid "青河新城"
msgstr "Qinghe New Town"

#. case: exact
msgid "清河桥"
msgstr "Qinghe Bridge"
"""
ONLY_TERMS = ("--glossary", "terms.po", "--no-default-glossary", "--select", "terms,structure.waiver")


def entry(number, source, target, *comments):
    lines = "".join(f"# {comment}\n" for comment in comments)
    return f'\n{lines}msgctxt "s{number}"\nmsgid "{source}"\nmsgstr "{target}"\n'


WRONG = entry(1, "青河新城开工。", "The new district was begun.")
MILD = entry(2, "清河桥通车。", "The Qinghe bridge opened.")
RIGHT = entry(3, "青河新城建成。", "Qinghe New Town was completed.")


@pytest.fixture
def govpub(tmp_path, monkeypatch, capsys):
    (tmp_path / "work").mkdir()
    return Inside(folder=tmp_path / "work", monkeypatch=monkeypatch, capsys=capsys)


@pytest.fixture
def folder(govpub):
    (govpub.folder / "terms.po").write_text(GLOSSARY, encoding="utf-8")
    return govpub.folder


def write(folder, *entries, name="notice.po", source="zh-CN", target="en"):
    text = HEADER.format(source=source, target=target) + "".join(entries)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def rules_of(outcome):
    return [finding["rule"] for finding in json.loads(outcome.out)["findings"]]


def test_text_names_place_rule_and_both_spans(govpub, folder):
    write(folder, WRONG, RIGHT)
    outcome = govpub("check", "notice.po", *ONLY_TERMS, status=1)
    first, source, marks, *_rest = outcome.out.splitlines()
    assert re.fullmatch(r"notice\.po:8:\d+: error: .*“青河新城”.*\[terms\.missing\]", first)
    # Four wide characters take eight cells.
    assert (source, marks) == ("    青河新城开工。", "    ^^^^^^^^")
    assert outcome.out.splitlines()[-1] == "1 file, 2 segments: 1 error"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([RIGHT], "1 file, 1 segment: nothing found"),
        ([WRONG, MILD, RIGHT], "1 file, 3 segments: 1 error, 1 warning"),
        ([WRONG, WRONG.replace('"s1"', '"s4"'), MILD], "1 file, 3 segments: 2 errors, 1 warning"),
    ],
)
def test_the_summary_counts_in_words(govpub, folder, entries, said):
    write(folder, *entries)
    assert govpub("check", "notice.po", *ONLY_TERMS).out.splitlines()[-1] == said


@pytest.mark.parametrize(
    ("entries", "options", "status"),
    [
        ([RIGHT], (), 0),
        ([MILD], (), 0),
        ([MILD], ("--fail-on", "warning"), 1),
        ([WRONG], (), 1),
        ([WRONG, MILD], ("--ignore", "terms.missing"), 0),
        ([WRONG, MILD], ("--ignore", "terms.missing", "--fail-on", "warning"), 1),
        ([WRONG, MILD], ("--ignore", "terms.missing, terms.case", "--fail-on", "warning"), 0),
        ([WRONG, MILD], ("--ignore", "terms", "--fail-on", "warning"), 0),
        ([WRONG], ("--select", "completeness"), 1),
        ([WRONG], ("--fail-on", "grave"), 2),
        ([WRONG], ("--ignore", "terms.mising"), 2),
        ([WRONG], ("--diff",), 2),
        ([WRONG], ("--fix", "--diff", "--format", "json"), 2),
    ],
)
def test_exit_statuses(govpub, folder, entries, options, status):
    write(folder, *entries)
    govpub("check", "notice.po", *ONLY_TERMS, *options, status=status)


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "named.po: error: there is no such file"), ('msgid "x', "named.po:1:7: error: a string that does not end")],
)
def test_a_named_glossary_that_cannot_be_read_is_said_once_and_nothing_is_checked(govpub, folder, text, said):
    if text is not None:
        (folder / "named.po").write_text(text, encoding="utf-8")
    for name in ("a.po", "b.po", "c.po"):
        write(folder, WRONG, name=name)
    outcome = govpub("check", "a.po", "b.po", "c.po", "no-such-folder", "--glossary", "named.po", status=2)
    assert outcome.out == ""
    assert outcome.err.count("error:") == 1
    assert outcome.err.startswith(said)


@pytest.mark.parametrize(
    ("broken", "said"),
    [("glossary/zh_CN-en.po", "glossary/zh_CN-en.po:1:7: error:"), ("govpub.toml", "govpub.toml:1:7: error:")],
)
def test_what_articles_share_is_said_to_be_broken_once(govpub, folder, broken, said):
    (folder / "office" / "glossary").mkdir(parents=True)
    (folder / "office" / "govpub.toml").write_text("", encoding="utf-8")
    for name in ("a.po", "b.po"):
        write(folder, RIGHT, name=f"office/{name}")
    write(folder, WRONG)
    (folder / "office" / broken).write_text('msgid "x', encoding="utf-8")
    outcome = govpub("check", "office/a.po", "office/b.po", "notice.po", *ONLY_TERMS, status=2)
    assert [line.partition("error:")[0] for line in outcome.err.splitlines() if "error:" in line] == [
        f"office/{said[:-6]}"
    ]
    assert outcome.out.splitlines()[-1] == "1 file, 1 segment: 1 error"


@pytest.mark.parametrize(
    ("options", "status", "rules"),
    [
        ((), 1, ["terms.missing"]),
        (("--fail-on", "warning"), 1, ["terms.missing", "terms.case"]),
        (("--ignore", "terms.missing"), 0, []),
        (("--ignore", "terms.missing", "--fail-on", "warning"), 1, ["terms.case"]),
    ],
)
def test_quietly_only_what_fails_the_check_is_said(govpub, folder, options, status, rules):
    write(folder, WRONG, MILD)
    said = govpub("check", "notice.po", *ONLY_TERMS, "--quiet", *options, status=status).out
    assert re.findall(r"\[([\w.-]+)\]$", said, re.MULTILINE) == rules
    assert "1 file" not in said
    program = govpub("check", "notice.po", *ONLY_TERMS, "-q", "--format", "json")
    assert rules_of(program) == ["terms.missing", "terms.case"]


@pytest.mark.parametrize(("language", "named"), [("en", "(a space)"), ("zh_CN", "（一个空格）")])
@pytest.mark.parametrize("form", ["text", "github", "junit"])
def test_what_is_proposed_can_be_seen(govpub, folder, form, language, named):
    write(folder, entry(1, "青河新城开工。", "Qinghe New Town  was begun."))
    env = {"GOVPUB_LANG": language}
    said = govpub("check", "notice.po", "--select", "text.spacing", "--format", form, status=0, env=env).out
    assert named in said


def test_what_is_to_be_taken_out_is_said_in_the_user_s_language(govpub, folder):
    write(folder, entry(1, "青河新城开工。", "Qinghe New Town was begun ."))
    env = {"GOVPUB_LANG": "zh_CN"}
    assert "→ （无：删去即可）" in govpub("check", "notice.po", "--select", "text.spacing", status=0, env=env).out


def test_rules_are_selected_by_name_family_and_list(govpub, folder):
    write(folder, WRONG, MILD, entry(4, "甲", ""))
    base = ("check", "notice.po", *ONLY_TERMS[:3], "--format", "json")
    assert rules_of(govpub(*base, "--select", "terms.case")) == ["terms.case"]
    both = govpub(*base, "--select", "terms.case,completeness", "--select", "terms.missing")
    assert rules_of(both) == ["terms.missing", "terms.case", "completeness.untranslated"]


def test_the_project_s_own_choice_goes_on(govpub, folder):
    (folder / "govpub.toml").write_text('[check]\nignore = ["terms.missing"]\n', encoding="utf-8")
    write(folder, WRONG, MILD)
    assert rules_of(govpub("check", "notice.po", *ONLY_TERMS, "--format", "json")) == ["terms.case"]
    assert rules_of(govpub("check", "notice.po", *ONLY_TERMS, "--ignore", "terms.case", "--format", "json")) == []


def test_a_broken_file_is_one_error_and_the_others_are_checked(govpub, folder):
    write(folder, WRONG)
    (folder / "torn.po").write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    outcome = govpub("check", "torn.po", "notice.po", *ONLY_TERMS, "--format", "json", status=2)
    assert outcome.err.count("torn.po:2:8") == 1
    report = json.loads(outcome.out)
    assert [finding["rule"] for finding in report["findings"]] == ["terms.missing"]
    assert report["summary"]["failures"][0]["at"] == {"path": "torn.po", "line": 2, "column": 8}


def test_json_points_at_the_span_in_the_file_and_in_the_article(govpub, tmp_path):
    office = finished_office(govpub, tmp_path / "office")
    catalog = office / "articles" / "flood-drill.en.po"
    text = catalog.read_text(encoding="utf-8")
    wrapped = '"took part\\n"\n" in "\n"the \\"drill\\"</1>."'
    catalog.write_text(
        re.sub(r'"[^"\n]*took part in the drill\."', lambda _found: f'""\n{wrapped}', text), encoding="utf-8"
    )
    outcome = govpub("check", "--select", "structure.placeholder", "--format", "json", folder=office, status=1)
    finding = next(
        each for each in json.loads(outcome.out)["findings"] if each["target"]["end"] > each["target"]["start"]
    )
    lines = catalog.read_text(encoding="utf-8").splitlines()
    assert lines[finding["line"] - 1][finding["column"] - 1 : finding["end"]["column"] - 1] == "</1>"
    assert finding["article"] == {"path": "articles/flood-drill.md", "line": 8, "column": 1}


@pytest.mark.parametrize(
    ("comment", "status", "rules"),
    [
        ("govpub: ignore terms.missing -- a name of the day", 0, []),
        ("govpub: ignore terms until 2999-01-01 -- a name of the day", 0, []),
        ("govpub: ignore terms.missing", 1, ["terms.missing", "structure.waiver"]),
        ("govpub: ignore terms.missing until 2001-01-01 -- once", 1, ["terms.missing", "structure.waiver"]),
        ("Govpub: Ignore terms.missing -- in other letters", 1, ["terms.missing", "structure.waiver"]),
        ("govpub: ignore terms.case -- not this one", 1, ["terms.missing", "structure.waiver"]),
        ("govpub: ignore terms.missing, terms.case -- one of them", 0, ["structure.waiver"]),
        ("govpub: ignore completeness.stale -- no", 1, ["terms.missing", "structure.waiver"]),
        # What this run leaves out makes no waiver unused.
        ("govpub: ignore terms.missing, values.number -- both", 0, []),
    ],
)
def test_waivers(govpub, folder, comment, status, rules):
    write(folder, entry(1, "青河新城开工。", "The new district was begun.", comment))
    outcome = govpub("check", "notice.po", *ONLY_TERMS, "--format", "json", status=status)
    report = json.loads(outcome.out)
    assert sorted(rules) == sorted(finding["rule"] for finding in report["findings"])
    assert report["summary"]["waived"] == int("terms.missing" not in rules)
    for finding in report["findings"]:
        if finding["rule"] == "structure.waiver":
            assert finding["line"] == 6  # that of the comment
    said = govpub("check", "notice.po", *ONLY_TERMS, status=status).out
    assert ("1 waived" in said) == ("terms.missing" not in rules)


def test_a_baseline_is_written_once_and_then_only_new_findings_count(govpub, folder):
    write(folder, WRONG, MILD)
    again = ("check", "notice.po", *ONLY_TERMS, "--baseline", "known.json")
    assert "baseline is written with 2 findings" in govpub(*again, status=0).out
    written = (folder / "known.json").read_bytes()
    assert govpub(*again, status=0).out == "1 file, 2 segments: 2 in the baseline\n"
    # Lines move, another language is spoken, another folder is the current one: the same findings.
    write(folder, RIGHT, MILD, WRONG)
    other = ("check", "work/notice.po", *ONLY_TERMS[2:], "--glossary", "work/terms.po", "--baseline", "work/known.json")
    govpub(*other, folder=folder.parent, env={"GOVPUB_LANG": "zh_CN"}, status=0)
    write(folder, WRONG, MILD, entry(5, "青河新城与青河新城。", "Both."))
    assert json.loads(govpub(*again, "--format", "json", status=1).out)["summary"]["baseline"] == 2
    # The same fault once more in a known unit is new.
    write(folder, WRONG.replace("青河新城开工", "青河新城、青河新城开工"), MILD)
    govpub(*again, status=1)
    assert (folder / "known.json").read_bytes() == written


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"version": 2}', '{"version": 1, "findings": [{}]}', "[" * 100_000, "\xff"]
)
def test_what_is_no_baseline_is_refused(govpub, folder, text):
    write(folder, WRONG)
    (folder / "known.json").write_text(text, encoding="latin-1")
    outcome = govpub("check", "notice.po", *ONLY_TERMS, "--baseline", "known.json", status=2)
    assert "known.json" in outcome.err


def test_no_baseline_is_written_while_a_file_is_broken(govpub, folder):
    write(folder, WRONG)
    (folder / "torn.po").write_text('msgid "a', encoding="utf-8")
    govpub("check", "notice.po", "torn.po", *ONLY_TERMS, "--baseline", "known.json", status=2)
    assert not (folder / "known.json").exists()


def git(folder, *arguments):
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder):
    git(folder, "init", "-q", "-b", "main")
    write(folder, WRONG, MILD, RIGHT)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    return folder


def changed(govpub, *options, status=None):
    options = (*ONLY_TERMS, "--changed-since", "main", "--format", "json", *options)
    return [each["unit"] for each in json.loads(govpub("check", *options, status=status).out)["findings"]]


def test_only_changed_lines_count(govpub, repository):
    assert changed(govpub, "notice.po", status=0) == []
    write(repository, RIGHT, WRONG, MILD.replace("opened", "has opened"))
    # The first one has only moved; git calls some of these lines changed, and so do we.
    assert "s2" in changed(govpub, "notice.po")
    write(repository, WRONG.replace("begun", "started"), MILD, RIGHT)
    assert changed(govpub, "notice.po", status=1) == ["s1"]
    write(repository, WRONG, MILD.replace('msgctxt "s2"\n', ""), RIGHT)
    assert [unit for unit in changed(govpub, "notice.po", status=0) if unit == "s1"] == []


def test_a_line_that_was_taken_out_changes_its_entry(govpub, repository):
    wrapped = WRONG.replace('"The new', '""\n"The "\n"new')
    write(repository, wrapped, MILD)
    git(repository, "commit", "-q", "-a", "-m", "wrapped")
    write(repository, wrapped.replace('"The "\n', ""), MILD)
    assert changed(govpub, "notice.po", status=1) == ["s1"]
    # Between two entries it changes neither.
    write(repository, wrapped, MILD, RIGHT)
    git(repository, "commit", "-q", "-a", "-m", "three")
    write(repository, wrapped, RIGHT)
    assert changed(govpub, "notice.po", status=0) == []


def test_new_files_count_whole(govpub, repository):
    write(repository, WRONG, name="文 “new”.po")
    assert changed(govpub, status=1) == ["s1"]
    git(repository, "add", ".")
    assert changed(govpub, status=1) == ["s1"]


def test_files_with_odd_names_are_found_in_the_diff(govpub, repository):
    write(repository, WRONG, name='a "b"\t\\文.po')
    write(repository, WRONG, name="b/c d.po")
    git(repository, "add", ".")
    assert changed(govpub, status=1) == ["s1", "s1"]


def test_a_repository_inside_another_counts_by_itself(govpub, repository):
    inner = repository / "inner"
    inner.mkdir()
    git(inner, "init", "-q", "-b", "main")
    write(inner, WRONG)
    git(inner, "add", ".")
    git(inner, "commit", "-q", "-m", "first")
    assert changed(govpub, status=0) == []
    write(inner, WRONG.replace("begun", "started"))
    assert changed(govpub, status=1) == ["s1"]


def test_when_git_itself_fails_it_is_said(govpub, repository):
    (repository / ".git" / "index").write_bytes(b"torn")
    outcome = govpub("check", "notice.po", *ONLY_TERMS, "--changed-since", "main", status=2)
    assert "git failed: " in outcome.err


def test_only_changed_units_are_mended(govpub, repository):
    wide = entry(7, "甲说。", "A speaks。")
    write(repository, wide, wide.replace("s7", "s8"))
    git(repository, "commit", "-q", "-a", "-m", "wide")
    write(repository, wide, wide.replace("s7", "s8").replace("speaks", "spoke"))
    govpub("check", "notice.po", "--select", "text.full-width", "--changed-since", "main", "--fix", status=0)
    text = (repository / "notice.po").read_text(encoding="utf-8")
    assert '"A speaks。"' in text
    assert '"A spoke."' in text


def test_an_article_s_changed_lines_count(govpub, tmp_path):
    office = finished_office(govpub, tmp_path / "office")
    article = office / "articles" / "flood-drill.md"
    catalog = office / "articles" / "flood-drill.en.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("Inspecting the dikes", ""), encoding="utf-8")
    git(office, "init", "-q", "-b", "main")
    git(office, "add", ".")
    git(office, "commit", "-q", "-m", "first")
    options = ("check", "--select", "completeness", "--changed-since", "main", "--format", "json")
    assert rules_of(govpub(*options, folder=office, status=0)) == []
    article.write_text(article.read_text(encoding="utf-8").replace("- 检查堤防", "* 检查堤防"), encoding="utf-8")
    assert rules_of(govpub(*options, folder=office, status=1)) == ["completeness.untranslated"]
    article.write_text(
        article.read_text(encoding="utf-8").replace("* 检查堤防", "- 检查堤防\n\n新的一段。"), encoding="utf-8"
    )
    assert rules_of(govpub(*options, folder=office, status=1)) == ["completeness.untranslated"]
    catalog.rename(office / "elsewhere.txt")
    assert rules_of(govpub(*options, folder=office, status=1)) == ["completeness.untranslated"]


def test_without_git_the_error_is_clear(govpub, folder, repository):
    base = ("check", "notice.po", *ONLY_TERMS, "--changed-since")
    assert "no such revision: absent" in govpub(*base, "absent", status=2).err
    assert "no such revision: --output=x" in govpub(*base, "--output=x", status=2).err
    assert "no such revision" in govpub(*base, "", status=2).err
    assert "not installed" in govpub(*base, "main", env={"PATH": str(folder)}, status=2).err


def test_without_a_repository_the_error_is_clear(govpub, folder):
    write(folder, WRONG)
    outcome = govpub("check", "notice.po", *ONLY_TERMS, "--changed-since", "main", status=2)
    assert "needs a git repository" in outcome.err


def test_every_form_is_what_it_says(govpub, folder):
    write(folder, WRONG, MILD)
    base = ("check", "notice.po", *ONLY_TERMS, "--format")
    assert json.loads(govpub(*base, "sarif", status=1).out)["version"] == "2.1.0"
    assert len(json.loads(govpub(*base, "rdjson", status=1).out)["diagnostics"]) == 2
    assert ET.fromstring(govpub(*base, "junit", status=1).out).get("failures") == "1"
    first, second = govpub(*base, "github", status=1).out.splitlines()
    assert first.startswith("::error file=notice.po,line=8,endLine=8,col=")
    assert second.startswith("::warning file=notice.po,line=12,")
    assert govpub(*base, "github", "--ignore", "terms", status=0).out == ""


def test_rules_are_listed_and_explained_in_both_languages(govpub):
    listed = govpub("check", "--list-rules", status=0).out
    assert all(name in listed for name in RULES)
    explained = govpub("check", "--explain", "terms.missing", status=0).out
    for part in ("terms.missing (error): ", "\nWrong:", "\nRight:", "\nTraps:"):
        assert part in explained
    assert "two upholds" in govpub("check", "--explain", "terms.missing", env={"GOVPUB_LANG": "zh_CN"}, status=0).out
    assert "--list-rules" in govpub("check", "--explain", "terms.absent", status=2).err


def test_sides_are_named_by_headers_or_else_detected(govpub, folder):
    write(folder, entry(1, "Qinghe New Town opened.", "新区开放。"), source="en", target="zh-CN")
    assert rules_of(govpub("check", "notice.po", *ONLY_TERMS, "--format", "json")) == ["terms.missing"]
    text = (folder / "notice.po").read_text(encoding="utf-8")
    (folder / "notice.po").write_text(re.sub(r'"(Language|X-Source).*\n', "", text), encoding="utf-8")
    assert rules_of(govpub("check", "notice.po", *ONLY_TERMS, "--format", "json")) == ["terms.missing"]
