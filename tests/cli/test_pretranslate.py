"""`govpub translate ARTICLE --pretranslate` as users run it: another process, a server on this machine."""

from __future__ import annotations

import os
import pty
import subprocess

import polib
import pytest
from support.command import GOVPUB, clean_environment
from support.libretranslate import answer, libretranslate
from support.office import ARTICLE, SETTINGS, fill, finished_office

from govpub.workflow import memory

PATH = "articles/flood-drill.md"
CATALOG = "articles/flood-drill.en.po"
AGAIN = ARTICLE.replace("flood-drill", "next-drill").replace("演练在三个县同时举行。", "演练在五个县同时开始。")


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "office"
    (folder / "articles").mkdir(parents=True)
    (folder / "govpub.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / PATH).write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture
def server():
    with libretranslate() as running:
        yield running


@pytest.fixture
def connected(office, server):
    service = f'\n[machine-translation]\nprovider = "libretranslate"\nurl = "{server.url}"\ntimeout = 5\n'
    (office / "govpub.toml").write_text(SETTINGS + service, encoding="utf-8")
    return office


def entries(office, catalog=CATALOG):
    return {entry.msgid: entry for entry in polib.pofile(str(office / catalog), encoding="utf-8")}


def test_named_segments_are_translated_and_stay_fuzzy(govpub, connected, server):
    outcome = govpub("translate", PATH, "--pretranslate", "--machine", "title", folder=connected, status=0)
    assert server.texts == ["全市举行防汛演练"], "nothing else leaves this machine"
    assert "machine" in outcome.out
    assert "1 text is fuzzy until a person accepts it" in outcome.out
    assert "转移群众" in outcome.out, "what is still empty is listed, with the name that --machine takes"
    entry = entries(connected)["全市举行防汛演练"]
    assert (entry.msgstr, entry.flags) == ("City Holds Flood Control Drill", ["fuzzy"])
    assert entry.tcomment == "govpub: origin machine libretranslate"


def test_what_a_machine_wrote_reaches_no_release(govpub, connected, server):
    govpub("translate", PATH, "--pretranslate", "--machine", "open", folder=connected, status=0)
    assert all(entry.fuzzy for entry in entries(connected).values())
    outcome = govpub("export", PATH, folder=connected, status=1)
    assert "fuzzy" in outcome.err
    assert not (connected / "dist").exists()
    assert govpub("translate", PATH, "--pretranslate", "--machine", "open", folder=connected, status=0)
    assert len(server.texts) == 5, "what has a text is not sent again"


def test_run_again_it_changes_nothing_and_quietly_says_nothing(govpub, connected):
    govpub("translate", PATH, "--pretranslate", "--machine", "open", folder=connected, status=0)
    first = (connected / CATALOG).read_bytes()
    line = ("translate", PATH, "--pretranslate", "--machine", "open", "--quiet")
    assert govpub(*line, folder=connected, status=0).said == ""
    assert (connected / CATALOG).read_bytes() == first


def test_without_machine_nobody_is_asked(govpub, connected, server):
    govpub("translate", PATH, "--pretranslate", folder=connected, status=0)
    assert server.requests == []


def test_an_office_is_off_the_network_until_it_says_otherwise(govpub, office, server):
    outcome = govpub("translate", PATH, "--pretranslate", "--machine", "open", folder=office, status=2)
    assert "names no machine translation service" in outcome.err
    assert "[machine-translation]" in outcome.err
    assert server.requests == []


def test_the_memory_fills_the_next_article(govpub, tmp_path):
    office = finished_office(govpub, tmp_path / "office")
    assert [added.new for _path, added in memory.add([office / PATH])] == [5]
    (office / "articles" / "next-drill.md").write_text(AGAIN, encoding="utf-8")
    outcome = govpub("translate", "articles", "--pretranslate", folder=office, status=0)
    assert "100 %" in outcome.out
    found = entries(office, "articles/next-drill.en.po")
    assert found["转移群众"].msgstr == "Moving residents to safety"
    assert found["转移群众"].tcomment == "govpub: origin memory 100 -- flood-drill"
    assert found["演练在五个县同时开始。"].msgstr == "", "another number: vetoed, or adapted"
    assert all(entry.fuzzy for entry in found.values() if entry.msgstr)
    govpub("export", "articles/next-drill.md", folder=office, status=1)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ((PATH, "--machine", "open"), "--machine goes with --pretranslate"),
        ((PATH, "--pretranslate", "--under-embargo"), "--under-embargo goes with --machine"),
        (("articles", "--pretranslate", "--machine", "open"), "one article at a time"),
        ((PATH, PATH, "--pretranslate", "--machine", "open"), "one article at a time"),
        ((PATH, "--pretranslate", "--machine", "titel"), "no such segment: titel"),
        ((PATH, "--pretranslate", "--machine"), "--machine needs a value"),
    ],
)
def test_a_slip_sends_nothing(govpub, connected, server, line, part):
    outcome = govpub("translate", *line, folder=connected, status=2)
    assert part in outcome.err
    assert outcome.out == ""
    assert server.requests == []


def test_an_embargo_is_asked_about(govpub, connected, server):
    text = ARTICLE.replace("published:", "embargo: 2999-01-01T00:00+08:00\npublished:")
    (connected / PATH).write_text(text, encoding="utf-8")
    line = ("translate", PATH, "--pretranslate", "--machine", "title")
    outcome = govpub(*line, folder=connected, status=1)
    assert f"{PATH}:" in outcome.err
    assert "under embargo until 2999" in outcome.err
    assert server.requests == []
    govpub(*line, "--under-embargo", folder=connected, status=0)
    assert server.texts == ["全市举行防汛演练"]


def test_a_failure_keeps_what_came_before_it(govpub, connected, server):
    server.script += [answer(500, {"error": "out of memory"}, Retry_After="0")] * 4
    (connected / "glossary").mkdir()
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh-CN\\n"\n\n'
    term = '#. class: term\nmsgid "转移群众"\nmsgstr "moving residents"\n'
    (connected / "glossary" / "zh_CN-en.po").write_text(head + term, encoding="utf-8")
    outcome = govpub("translate", PATH, "--pretranslate", "--machine", "open", folder=connected, status=3)
    assert "out of memory" in outcome.err
    assert "what was translated is kept" in outcome.err
    assert entries(connected)["转移群众"].msgstr == "moving residents"


def test_what_cannot_be_used_is_named(govpub, connected, server):
    server.script.append(answer(200, {"translatedText": ["", "All departments took part."]}))
    catalog = connected / CATALOG
    govpub("translate", PATH, "--quiet", folder=connected, status=0)
    id_ = entries(connected)["<1>各部门</1>参加了演练。"].msgctxt
    line = ("translate", PATH, "--pretranslate", "--quiet", "--machine", id_, "--machine", "title")
    outcome = govpub(*line, folder=connected, status=1)
    assert "title: the service gives no text for it" in outcome.err
    assert f"{id_}: the service did not keep the placeholders" in outcome.err
    assert not any(entry.msgstr for entry in polib.pofile(str(catalog), encoding="utf-8"))


def test_a_key_is_never_shown(govpub, connected, server):
    server.key = "s3cret"
    with (connected / "govpub.toml").open("a", encoding="utf-8") as settings:
        settings.write('key-variable = "QINGHE_KEY"\n')
    line = ("translate", PATH, "--pretranslate", "--machine", "title")
    assert "QINGHE_KEY" in govpub(*line, folder=connected, status=2).err
    wrong = govpub(*line, folder=connected, env={"QINGHE_KEY": "wr0ng", "GOVPUB_DEBUG": "1"}, status=3)
    assert "Invalid API key …" in wrong.err
    assert "wr0ng" not in wrong.said
    right = govpub(*line, folder=connected, env={"QINGHE_KEY": "s3cret", "GOVPUB_DEBUG": "1"}, status=0)
    assert "s3cret" not in right.said


def test_in_a_terminal_one_sees_how_far_the_machine_is(govpub, connected, server):
    server.script.append(answer(429, {"error": "Slowdown"}, Retry_After="1"))
    ours, theirs = pty.openpty()
    line = ["translate", PATH, "--pretranslate", "--machine", "open"]
    environment = clean_environment(govpub.home)
    subprocess.run(
        [GOVPUB, *line], cwd=connected, env=environment, stdout=subprocess.DEVNULL, stderr=theirs, check=True
    )
    os.close(theirs)
    said = os.read(ours, 4096).decode()
    os.close(ours)
    assert "the machine is busy; asking again in 1 seconds" in said
    assert "the machine has answered for 5 of 5 segments" in said


def test_the_report(govpub, connected, golden):
    known = connected / "articles" / "known.md"
    known.write_text(ARTICLE.replace("flood-drill", "known").replace("三个县", "两个县"), encoding="utf-8")
    govpub("translate", "articles/known.md", "--quiet", folder=connected, status=0)
    fill(
        connected / "articles" / "known.en.po",
        {"转移群众": "Moving residents to safety", "演练": "Drill of ", "堤防": "dikes"},
    )
    list(memory.add([known]))
    (connected / PATH).write_text(
        ARTICLE.replace("演练在三个县同时举行。", "演练没有在两个县同时举行。"), encoding="utf-8"
    )
    said = govpub("translate", PATH, "--pretranslate", folder=connected, status=0).out
    said += govpub("translate", PATH, "--pretranslate", "--machine", "2", folder=connected, status=0).out
    golden("pretranslate/report.txt", said)
