"""`govpub status` over a whole workspace: what is left to do, what fell back, what is outdated, what is broken."""

import json
import re
from datetime import UTC, datetime, timedelta

import jsonschema
import polib
import pytest
from support.office import ARTICLE

from govpub.catalog.records import signed_review, signed_translation, with_note
from govpub.model.segment import Signature
from govpub.po import parse_po, serialize_po
from govpub.render.board import board_schema

LI = Signature("Li Hua", datetime(2024, 6, 3, 9, 0, tzinfo=UTC))
WANG = Signature("王芳", datetime(2024, 6, 4, 9, 0, tzinfo=UTC))
DRILL, CATALOG = "articles/flood-drill.md", "articles/flood-drill.en.po"
NEW = ARTICLE.replace("flood-drill", "bridge").replace("全市举行防汛演练", "青河大桥建成通车")


@pytest.fixture
def board(inside):
    """The board as JSON, held against its schema."""

    def look(*options, status=0):
        told = json.loads(inside("status", "--format", "json", *options, status=status).out)
        jsonschema.validate(told, board_schema())
        return told

    return look


def rewrite(path, change):
    """Change every entry of a catalog."""
    file = parse_po(path.read_text(encoding="utf-8"))
    path.write_text(serialize_po(file.replace_entries(map(change, file.entries))), encoding="utf-8")


def reviewed(office):
    rewrite(office / CATALOG, lambda entry: signed_review(signed_translation(entry, LI), WANG))


def only(told):
    [article] = told["articles"]
    return article


def test_a_translated_article(board):
    article = only(board())
    assert (article["id"], article["words"], article["segments"]) == ("flood-drill", 34, 5)
    assert article["translation"]["translated"] == 100
    assert article["translation"]["reviewed"] == 0
    assert article["translation"]["findings"] == {"errors": 0, "warnings": 0, "waived": 0, "incomplete": 0}
    assert (article["tasks"], article["open"]) == (["review"], False)
    assert article["release"] == {"state": "nothing", "because": [], "languages": []}


def test_without_a_catalog_nothing_is_translated(office, board):
    (office / CATALOG).unlink()
    article = only(board())
    assert article["translation"]["catalog"] is None
    assert (article["translation"]["translated"], article["translation"]["reviewed"]) == (0, 0)
    assert article["tasks"] == ["translate"]
    assert article["translation"]["segments"]["untranslated"] == 5
    assert article["translation"]["words"]["untranslated"] == 34


def test_a_review_by_hand_counts_and_falls_back_with_the_target(office, board, inside):
    reviewed(office)
    article = only(board())
    assert (article["translation"]["reviewed"], article["tasks"]) == (100, [])
    assert article["translation"]["translator"] == {"name": "Li Hua", "time": "2024-06-03T09:00:00+00:00"}
    assert article["translation"]["reviewer"] == {"name": "王芳", "time": "2024-06-04T09:00:00+00:00"}
    assert inside("status").out.count("nothing to do") == 1
    # As sed does: the comments stay, the target is another one.
    path = office / CATALOG
    path.write_text(path.read_text(encoding="utf-8").replace("Moving residents", "Taking residents"), encoding="utf-8")
    article = only(board())
    assert article["translation"]["segments"] == {"untranslated": 0, "fuzzy": 0, "translated": 1, "reviewed": 4}
    assert (article["translation"]["reviewed"], article["translation"]["lapsed"]) == (80, 1)
    assert article["tasks"] == ["review"]
    said = inside("status", env={"COLUMNS": "160"}).out
    assert "to review: 1; lapsed reviews: 1" in said
    path.write_text(path.read_text(encoding="utf-8").replace("Taking residents", "Moving residents"), encoding="utf-8")
    assert only(board())["translation"]["reviewed"] == 100


def test_a_review_falls_back_with_the_source(office, board, inside):
    reviewed(office)
    path = office / DRILL
    path.write_text(path.read_text(encoding="utf-8").replace("title: 全市", "title: 全区"), encoding="utf-8")
    for carried_over in (False, True):
        article = only(board())
        assert article["translation"]["segments"] == {"untranslated": 0, "fuzzy": 1, "translated": 0, "reviewed": 4}
        assert article["translation"]["lapsed"] == 1
        assert article["translation"]["behind"]["changed"] == int(not carried_over)
        assert ("update" in article["tasks"]) is not carried_over
        inside("translate", "--no-edit", DRILL, status=0)


def test_a_mark_of_another_editor_takes_the_review_back(office, board):
    reviewed(office)
    file = polib.pofile(str(office / CATALOG), encoding="utf-8", wrapwidth=78)
    file[1].flags.append("fuzzy")
    file.save()
    article = only(board())
    assert article["translation"]["segments"] == {"untranslated": 0, "fuzzy": 1, "translated": 0, "reviewed": 4}
    assert article["tasks"] == ["translate"]


def test_an_article_ahead_of_its_catalog(office, board, inside):
    path = office / DRILL
    path.write_text(path.read_text(encoding="utf-8").replace("- 检查堤防\n", "- 检查水闸\n"), encoding="utf-8")
    assert only(board())["translation"]["behind"] == {"new": 1, "changed": 0, "gone": 1}
    assert "the article has changed" in inside("status").out
    inside("translate", "--no-edit", DRILL, status=0)
    assert only(board())["translation"]["behind"] == {"new": 0, "changed": 0, "gone": 0}


def test_a_release_is_current_until_its_text_changes(office, board, inside):
    inside("export", DRILL, status=0)
    assert only(board())["release"] == {"state": "current", "because": [], "languages": ["zh-CN", "en"]}
    reviewed(office)
    rewrite(office / CATALOG, lambda entry: with_note(entry, LI, "a note changes no release"))
    assert only(board())["release"]["state"] == "current"
    catalog = office / CATALOG
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("Moving", "Taking"), encoding="utf-8")
    article = only(board())
    assert (article["release"]["state"], article["release"]["because"]) == ("outdated", ["translation"])
    assert "export" in article["tasks"]
    path = office / DRILL
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert only(board())["release"]["because"] == ["article", "translation"]
    assert "older than both texts" in " ".join(inside("status", env={"COLUMNS": "200"}).out.split())
    inside("export", DRILL, "--draft", status=0)
    assert only(board())["release"]["state"] == "draft"


def test_a_release_that_an_older_govpub_made_is_held_against_the_catalog(office, board, inside):
    inside("export", DRILL, status=0)
    manifest = office / "dist" / "flood-drill" / "manifest.json"
    statement = json.loads(manifest.read_text(encoding="utf-8"))
    del statement["inputs"]["translation"]
    manifest.write_text(json.dumps(statement), encoding="utf-8")
    assert only(board())["release"]["state"] == "current"
    (office / CATALOG).write_text((office / CATALOG).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert only(board())["release"]["because"] == ["translation"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"inputs": 1, "draft": 1, "languages": 1}', "[" * 100_000, "{}"]
)
def test_a_manifest_of_somebody_else_is_no_release(office, board, content):
    folder = office / "dist" / "flood-drill"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(content, encoding="utf-8")
    assert only(board())["release"]["state"] == "nothing"


def test_an_embargo_holds_and_is_over(office, board, inside):
    path, text = office / DRILL, (office / DRILL).read_text(encoding="utf-8")
    path.write_text(text.replace("id: f", "embargo: 2999-01-01T00:00+08:00\nid: f"), encoding="utf-8")
    article = only(board())
    assert (article["embargoed"], article["embargo"]) == (True, "2999-01-01T00:00:00+08:00")
    assert "embargo until 2999-01-01 00:00" in " ".join(inside("status", env={"COLUMNS": "200"}).out.split())
    path.write_text(text.replace("id: f", "embargo: 2024-06-03T09:00+08:00\nid: f"), encoding="utf-8")
    article = only(board())
    assert (article["embargoed"], article["embargo"]) == (False, "2024-06-03T09:00:00+08:00")
    assert "embargo" not in inside("status").out


def test_notes_are_open_and_no_findings(office, board, inside):
    rewrite(office / CATALOG, lambda entry: with_note(entry, LI, "who?") if entry.msgctxt == "title" else entry)
    article = only(board())
    [note] = article["translation"]["notes"]
    assert note | {"line": 0} == {
        "unit": "title",
        "line": 0,
        "by": {"name": "Li Hua", "time": "2024-06-03T09:00:00+00:00"},
        "text": "who?",
    }
    assert (article["tasks"], article["open"]) == (["answer", "review"], True)
    assert inside("check", DRILL, status=0).err == ""
    assert (office / CATALOG).read_text(encoding="utf-8").splitlines()[note["line"] - 1].startswith("msgctxt")


def test_the_findings_are_those_of_the_check(office, board, inside):
    path = office / CATALOG
    text = path.read_text(encoding="utf-8").replace("three counties", "four counties，")
    path.write_text(text.replace('msgstr "Inspecting the dikes"', 'msgstr ""'), encoding="utf-8")
    found = json.loads(inside("check", "--format", "json").out)["summary"]
    assert found["errors"] > 1
    told = board()
    findings = only(told)["translation"]["findings"]
    assert (findings["errors"], findings["warnings"]) == (found["errors"], found["warnings"])
    assert findings["incomplete"] == 1
    assert told["summary"]["findings"] == findings
    assert only(told)["tasks"][:2] == ["translate", "correct"]


def test_without_the_check(board, inside):
    told = board("--no-check")
    assert told["checked"] is False
    assert told["summary"]["findings"] is None
    assert only(told)["translation"]["findings"] is None
    assert "err." not in inside("status", "--no-check").out


BROKEN = {
    "an article": (DRILL, "---\nid: flood-drill\nlang: xx\n---\n"),
    "a catalog": (CATALOG, 'msgid "torn\n'),
    "a catalog of another language": (CATALOG, 'msgid ""\nmsgstr "Language: zh_CN\\n"\n'),
    "an id that another has": (DRILL, NEW),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_broken_is_a_row_among_the_others(office, board, inside, kind):
    (office / "articles" / "bridge.md").write_text(NEW, encoding="utf-8")
    name, content = BROKEN[kind]
    (office / name).write_text(content, encoding="utf-8")
    told = board(status=2)
    assert [article["path"] for article in told["articles"]] == ["articles/bridge.md", DRILL]
    broken = told["articles"][1]
    assert broken["tasks"] == ["mend"]
    assert broken["translation"] is None
    assert broken["faults"][0]["at"].startswith("articles/flood-drill.")
    assert (broken["title"] is None) == (kind == "an article")
    assert told["summary"]["unreadable"] == (2 if "id" in kind.split() else 1)
    outcome = inside("status", status=2)
    assert "cannot be read" in outcome.out
    assert "what to do" in outcome.err
    assert "青河大桥" in outcome.out


def test_no_share_is_claimed_of_what_cannot_be_read(office, inside):
    (office / CATALOG).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    outcome = inside("status", status=2)
    assert "git has left a conflict here" in outcome.err
    assert "% translated" not in outcome.out


def test_named_articles_and_folders(office, board, inside):
    (office / "articles" / "bridge.md").write_text(NEW, encoding="utf-8")
    assert [one["id"] for one in board("articles/bridge.md")["articles"]] == ["bridge"]
    assert [one["id"] for one in board("articles", DRILL)["articles"]] == ["bridge", "flood-drill"]
    assert board("nowhere.md", status=2)["articles"][0]["faults"][0]["message"] == "there is no such file"


def test_order_and_choice(office, board, inside):
    (office / "articles" / "bridge.md").write_text(NEW, encoding="utf-8")
    assert [one["id"] for one in board("--sort", "translated")["articles"]] == ["bridge", "flood-drill"]
    assert [one["id"] for one in board("--sort", "tasks", "--only", "unreleased")["articles"]] == [
        "bridge",
        "flood-drill",
    ]
    assert [one["id"] for one in board("--only", "open")["articles"]] == ["bridge"]
    assert "no such articles" in inside("status", "--only", "errors,stale").out
    for wrong in (["--sort", "colour"], ["--only", "red"], ["--format", "pdf"]):
        assert "use one of" in inside("status", *wrong, status=2).err


def test_a_workspace_without_articles_and_no_workspace(office, board, inside, tmp_path):
    for path in (office / "articles").iterdir():
        path.unlink()
    assert "no such articles" in inside("status", status=0).out
    told = board()["summary"]
    assert (told["articles"], told["segments"]["reviewed"], told["translated"], told["reviewed"]) == (0, 0, 0, 0)
    assert "100 %" not in inside("status", "--format", "html", status=0).out
    (tmp_path / "elsewhere").mkdir()
    outcome = inside("status", folder=tmp_path / "elsewhere", status=2)
    assert "there are no articles here" in outcome.err


def test_the_page(office, inside):
    outcome = inside("status", "--html", "public/board.html", status=0)
    assert outcome.out == "public/board.html: written\n"
    page = (office / "public" / "board.html").read_text(encoding="utf-8")
    assert "全市举行防汛演练" in page
    assert '<html lang="en">' in page
    (office / CATALOG).unlink()
    inside("status", "--html", "public/board.html", status=0)
    assert "not begun" in (office / "public" / "board.html").read_text(encoding="utf-8")


def test_the_page_takes_no_other_file_away(office, inside):
    before = (office / DRILL).read_bytes()
    outcome = inside("status", "--html", DRILL, status=2)
    assert "no board of govpub's" in outcome.err
    assert (office / DRILL).read_bytes() == before
    (office / "empty.html").touch()
    inside("status", "--html", "empty.html", status=0)


def test_page_and_json_at_once(office, inside):
    outcome = inside("status", "--html", "board.html", "--format", "json", status=0)
    json.loads(outcome.out)
    assert (office / "board.html").is_file()


def test_the_installed_command_in_chinese_and_in_another_encoding(govpub, office):
    env = {"LANG": "zh_CN.GBK", "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    outcome = govpub("status", "--format", "html", folder=office, env=env, status=0)
    assert '<html lang="zh-CN">' in outcome.out
    assert "青河市人民政府新闻办公室" in outcome.out
    page = govpub("status", "--format", "html", folder=office, status=0).out
    assert "Information Office of Qinghe Municipal People’s Government".replace("’", "&#39;") in page


def test_colours_only_on_a_terminal(office, inside, monkeypatch):
    (office / "articles" / "bridge.md").write_text(NEW, encoding="utf-8")
    assert "\x1b" not in inside("status").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    seen = inside("status").out
    assert re.search("\x1b\\[[0-9;]*33m", seen), seen
    plain = re.sub("\x1b\\[[0-9;]*m", "", seen)
    assert "not begun" in plain


def test_the_age_is_counted_from_the_last_change(office, board):
    path, text = office / DRILL, (office / DRILL).read_text(encoding="utf-8")
    yesterday = datetime.now(UTC) - timedelta(days=1, hours=1)
    path.write_text(text.replace("id: f", f"updated: {yesterday.isoformat('T', 'minutes')}\nid: f"), encoding="utf-8")
    assert only(board())["age"] == 1


def test_a_broken_glossary_is_said_once_and_keeps_only_the_check_back(office, inside):
    (office / "articles" / "bridge.md").write_text(NEW, encoding="utf-8")
    (office / "glossary").mkdir()
    (office / "glossary" / "zh_CN-en.po").write_text('msgid "torn\n', encoding="utf-8")
    assert inside("status", status=2).err.count("error:") == 1
    assert "青河大桥" in inside("status", "--no-check", status=0).out


def test_broken_settings_are_an_error(office, inside):
    (office / "govpub.toml").write_text("[office\n", encoding="utf-8")
    assert "govpub.toml:1" in inside("status", status=2).err


def test_deep_lists_are_a_fault_of_their_article(office, board):
    text = NEW + "\n" + "".join(f"{'  ' * depth}- x\n" for depth in range(300))
    (office / "articles" / "bridge.md").write_text(text, encoding="utf-8")
    told = board(status=2)
    assert told["articles"][0]["faults"]
    assert told["articles"][1]["faults"] == []


def test_a_catalog_that_may_not_be_read(office, inside, monkeypatch):
    (office / CATALOG).unlink()
    (office / CATALOG).mkdir()
    outcome = inside("status", status=2)
    assert "cannot be read: this is a folder, not a file" in " ".join(outcome.out.split())
