"""`govpub review`: reviews without an editor, by name and time, for those who translate in other ones."""

import json
import shutil
import subprocess

import polib
import pytest
from support.command import GOVPUB, clean_environment
from support.programs import require

DRILL, CATALOG = "articles/flood-drill.md", "articles/flood-drill.en.po"
WANG = {"GOVPUB_TRANSLATOR": "王芳"}


@pytest.fixture
def review(inside):
    def run(*arguments, status=0):
        return inside("review", *arguments, env=WANG, status=status)

    return run


def states(inside):
    told = json.loads(inside("status", "--no-check", "--format", "json").out)
    return told["articles"][0]["translation"]["segments"]


def test_what_waits_is_shown_and_nothing_is_written(office, review):
    before = (office / CATALOG).read_bytes()
    said = review(DRILL).out
    assert "1. articles/flood-drill.en.po:" in said
    assert "  全市举行防汛演练\n  City Holds Flood Control Drill\n" in said
    assert f"{DRILL}: to review: 5; to record the review: govpub review {DRILL} --all" in said
    assert (office / CATALOG).read_bytes() == before


def test_all_of_it(office, review, inside):
    assert review("articles", "--all").out == f"{CATALOG}: 5 segments are reviewed now\n"
    assert states(inside)["reviewed"] == 5
    text = (office / CATALOG).read_text(encoding="utf-8")
    assert text.count("by 王芳 of ") == 5
    assert review(DRILL).out == f"{DRILL}: everything is reviewed\n"
    again = review(DRILL, "--all")
    assert again.out == f"{CATALOG}: 0 segments are reviewed now\n"
    assert (office / CATALOG).read_text(encoding="utf-8") == text, "who reviewed first stands there"
    inside("check", DRILL, status=0)
    inside("export", DRILL, status=0)


def test_the_memory_is_filled_with_it(review, inside):
    review(DRILL, "--segment", "title", "--segment", "4")
    assert "City Holds Flood Control Drill" in inside("memory", "search", "防汛").out
    assert "Moving residents" in inside("memory", "search", "转移").out
    assert "Inspecting" not in inside("memory", "search", "检查").out


def test_the_memory_does_not_call_reviewed_what_was_taken_back(review, inside):
    def known():
        return json.loads(inside("memory", "stats", "--format", "json").out)["states"]

    review(DRILL, "--segment", "title", "--segment", "4")
    assert known() == {"reviewed": 2}
    review(DRILL, "--segment", "4", "--withdraw")
    assert known() == {"reviewed": 1, "translated": 1}
    review(DRILL, "--segment", "4")
    assert known() == {"reviewed": 2}


def test_a_memory_that_cannot_be_filled_takes_no_review_away(office, review, inside):
    memory = office / "memory" / "zh_CN-en.sqlite"
    memory.parent.mkdir()
    memory.write_bytes(b"something else" * 100)
    done = review(DRILL, "--all", status=2)
    assert done.out == f"{CATALOG}: 5 segments are reviewed now\n"
    assert "this is not a translation memory" in done.err
    assert states(inside)["reviewed"] == 5


def test_some_of_it_and_back(review, inside):
    assert review(DRILL, "--segment", "title", "--segment", "1", "--segment", "2").out.startswith(f"{CATALOG}: 2 ")
    assert states(inside) == {"untranslated": 0, "fuzzy": 0, "translated": 3, "reviewed": 2}
    assert review(DRILL, "--segment", "2", "--withdraw").out == f"{CATALOG}: 1 review is taken back\n"
    assert states(inside)["reviewed"] == 1
    assert review(DRILL, "--all", "--withdraw").out == f"{CATALOG}: 1 review is taken back\n"
    assert states(inside)["reviewed"] == 0


def test_what_is_not_translated_is_refused_or_left_out(office, review, inside):
    file = polib.pofile(str(office / CATALOG), encoding="utf-8", wrapwidth=0)
    file[0].flags.append("fuzzy")
    file[1].msgstr = ""
    file.save()
    before = (office / CATALOG).read_bytes()
    for segment in ("1", "2"):
        outcome = review(DRILL, "--segment", "3", "--segment", segment, status=2)
        assert "this segment is not translated" in outcome.err
        assert CATALOG in outcome.err
    assert (office / CATALOG).read_bytes() == before
    assert "to review: 3; not translated: 2" in review(DRILL).out
    assert review(DRILL, "--all").out == f"{CATALOG}: 3 segments are reviewed now; not translated: 2\n"
    assert states(inside) == {"untranslated": 1, "fuzzy": 1, "translated": 0, "reviewed": 3}


def test_an_article_without_a_catalog_gets_none(office, review):
    (office / CATALOG).unlink()
    assert review(DRILL).out == f"{DRILL}: not translated: 5\n"
    assert review(DRILL, "--all").out == f"{CATALOG}: 0 segments are reviewed now; not translated: 5\n"
    assert not (office / CATALOG).exists()


def test_the_translator_is_named(office, review):
    path = office / CATALOG
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("#. title\n", "# govpub: translated 2026-11-23T09:30:00+08:00 by Li Hua\n#. title\n"),
        encoding="utf-8",
    )
    assert "(Li Hua, 2026-11-23)" in review(DRILL).out


@pytest.mark.parametrize(
    "options",
    [("--withdraw",), ("--all", "--segment", "1")],
)
def test_what_is_meant_must_be_clear(review, options):
    assert "what to do" in review(DRILL, *options, status=2).err


def test_a_segment_of_several_articles_is_refused(office, review):
    shutil.copy(office / DRILL, office / "articles" / "b.md")
    assert "--all" in review("articles", "--segment", "1", status=2).err


def test_a_broken_article_keeps_no_other_back(office, review):
    (office / "articles" / "a.md").write_text("---\nid: a\n---\n", encoding="utf-8")
    outcome = review("articles", "--all", status=2)
    assert "articles/a.md" in outcome.err
    assert "5 segments are reviewed now" in outcome.out
    assert review("articles", "--all", "--quiet", status=2).out == ""
    assert "no such segment" in review(DRILL, "--segment", "77", status=2).err


def test_two_reviewers_at_once(govpub, office):
    running = [
        subprocess.Popen(
            [GOVPUB, "review", DRILL, "--segment", str(number)],
            cwd=office,
            env=clean_environment(govpub.home, GOVPUB_TRANSLATOR=f"Reviewer {number}"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(1, 6)
    ]
    for process in running:
        _out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    text = (office / CATALOG).read_text(encoding="utf-8")
    assert all(f"by Reviewer {number} of " in text for number in range(1, 6))


def test_from_review_to_release_and_back(inside, office):
    """What changes catalog and article in between are programs that know nothing of govpub."""

    def board(status=0):
        [article] = json.loads(inside("status", "--format", "json", status=status).out)["articles"]
        return article["translation"]["segments"]["reviewed"], article["release"]["state"], article["tasks"]

    assert board() == (0, "nothing", ["review"])
    inside("review", DRILL, "--all", env=WANG, status=0)
    inside("check", DRILL, status=0)
    inside("export", DRILL, status=0)
    assert board() == (5, "current", [])
    subprocess.run([require("msgcat"), "--width=60", "-o", CATALOG, CATALOG], cwd=office, check=True)
    assert board() == (5, "current", [])
    subprocess.run([require("sed"), "-i", "s/Moving residents/Taking residents/", CATALOG], cwd=office, check=True)
    assert board() == (4, "outdated", ["export", "review"])
    inside("translate", "--no-edit", DRILL, status=0)
    assert board() == (4, "outdated", ["export", "review"])
    inside("review", DRILL, "--all", env={"GOVPUB_TRANSLATOR": "Chen Jie"}, status=0)
    inside("export", DRILL, status=0)
    assert board() == (5, "current", [])
    text = (office / CATALOG).read_text(encoding="utf-8")
    assert (text.count("by 王芳 of "), text.count("by Chen Jie of ")) == (4, 1)
    subprocess.run([require("sed"), "-i", "s/检查堤防/检查水闸/", DRILL], cwd=office, check=True)
    assert board()[:2] == (4, "outdated")
    inside("export", DRILL, status=1)
