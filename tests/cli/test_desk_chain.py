"""The translator's way from an empty workspace to a release, command by command, each in a process of its own."""

from __future__ import annotations

import re

import polib
import pytest

ARTICLE = "articles/flood-drill.md"
CATALOG = "articles/flood-drill.en.po"
NEXT, NEXT_CATALOG = "articles/next-drill.md", "articles/next-drill.en.po"

BODY = "演练在三个县同时举行。**各部门**参加了演练。\n\n- 转移群众\n- 检查堤防\n"

TMX = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="agency" creationtoolversion="1" segtype="sentence" o-tmf="agency" adminlang="en" srclang="zh-CN"
  datatype="plaintext"/>
<body>
<tu><tuv xml:lang="zh-CN"><seg>演练在三个县同时举行。</seg></tuv>
<tuv xml:lang="en"><seg>The drill was held in three counties at the same time.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>检查堤防</seg></tuv><tuv xml:lang="en"><seg>Inspecting the dikes</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>转移全部群众</seg></tuv><tuv xml:lang="en"><seg>Moving all residents</seg></tuv></tu>
</body>
</tmx>
"""

RENDERINGS = {
    "全市举行防汛演练": "City Holds Flood Control Drill",
    "<1>各部门</1>参加了演练。": "<1>All departments</1> took part in the drill.",
    "转移群众": "Moving residents to safety",
}


@pytest.fixture
def office(govpub, tmp_path):
    govpub("init", "office", folder=tmp_path, status=0)
    folder = tmp_path / "office"
    write(govpub, folder, ARTICLE, BODY)
    (folder / "agency.tmx").write_text(TMX, encoding="utf-8")
    govpub("memory", "import", "agency.tmx", folder=folder, status=0)
    return folder


def write(govpub, office, path, body):
    govpub("new", path, folder=office, status=0)
    front_matter = (office / path).read_text(encoding="utf-8").split("\n---\n")[0]
    titled = re.sub("(?m)^title:.*$", "title: 全市举行防汛演练", front_matter)
    (office / path).write_text(f"{titled}\n---\n\n{body}", encoding="utf-8")


def entries(office, catalog=CATALOG):
    return {entry.msgid: entry for entry in polib.pofile(str(office / catalog), encoding="utf-8")}


def accept(office, catalog=CATALOG, renderings=RENDERINGS):
    """Go through a catalog as a translator does in another editor: fill what is empty, accept what is fuzzy."""
    file = polib.pofile(str(office / catalog), encoding="utf-8", wrapwidth=0)
    for entry in file:
        entry.msgstr = entry.msgstr or renderings.get(entry.msgid, entry.msgid)
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = None
    file.save()


def test_from_nothing_to_a_release(govpub, office):
    done = govpub("translate", ARTICLE, "--pretranslate", folder=office, status=0)
    assert "memory: the same text" in done.out
    found = entries(office)
    assert found["检查堤防"].msgstr == "Inspecting the dikes"
    assert found["检查堤防"].tcomment.startswith("govpub: origin memory 100 -- agency")
    assert found["演练在三个县同时举行。"].fuzzy

    checked = govpub("check", ARTICLE, folder=office, status=1)
    assert "completeness.fuzzy" in checked.out
    assert "completeness.untranslated" in checked.out
    refused = govpub("export", ARTICLE, folder=office, status=1)
    assert "检查堤防" in refused.err
    assert not (office / "dist").exists(), "what no person accepted is in no release"

    accept(office)
    before = (office / CATALOG).read_bytes()
    govpub("translate", ARTICLE, "--pretranslate", "--quiet", folder=office, status=0)
    assert (office / CATALOG).read_bytes() == before, "what a person accepted is not touched"
    govpub("check", ARTICLE, folder=office, status=0)
    govpub("export", ARTICLE, folder=office, status=0)
    page = (office / "dist" / "flood-drill" / "flood-drill.en.html").read_text(encoding="utf-8")
    assert "Inspecting the dikes" in page


def test_the_next_article_is_filled_from_the_last(govpub, office):
    govpub("translate", ARTICLE, "--quiet", folder=office, status=0)
    accept(office, renderings=RENDERINGS | {"演练在三个县同时举行。": "The drill took place in three counties."})
    govpub("memory", "add", ARTICLE, folder=office, status=0)

    write(govpub, office, NEXT, BODY.replace("转移群众", "转移群众一百二十人"))
    govpub("translate", NEXT, "--pretranslate", folder=office, status=0)
    found = entries(office, NEXT_CATALOG)
    sentence = found["演练在三个县同时举行。"]
    assert sentence.msgstr == "The drill took place in three counties.", "the same neighbours come before an import"
    assert sentence.tcomment == "govpub: origin memory 100 -- flood-drill"
    assert found["转移群众一百二十人"].msgstr == "", "another number is never filled in unseen"
    assert all(entry.fuzzy for entry in found.values() if entry.msgstr)
    govpub("export", NEXT, folder=office, status=1)


def test_the_source_changes_and_what_was_translated_comes_along(govpub, office):
    govpub("translate", ARTICLE, "--pretranslate", "--quiet", folder=office, status=0)
    accept(office)
    text = (office / ARTICLE).read_text(encoding="utf-8")
    (office / ARTICLE).write_text(text.replace("三个县", "五个县"), encoding="utf-8")
    govpub("translate", ARTICLE, "--pretranslate", folder=office, status=0)
    found = entries(office)
    assert found["检查堤防"].msgstr == "Inspecting the dikes"
    assert not found["检查堤防"].fuzzy
    changed = found["演练在五个县同时举行。"]
    assert changed.fuzzy or not changed.msgstr, "三 and 五 are not the same"
    refused = govpub("export", ARTICLE, folder=office, status=1)
    assert "演练在五个县同时举行。" in refused.err
