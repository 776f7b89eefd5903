"""A pretranslation that is killed while the machine answers: what came back is on disk, and is not asked for again."""

from __future__ import annotations

import subprocess
import threading

import polib
from support.command import GOVPUB, UNMEASURED
from support.libretranslate import answer, libretranslate
from support.office import ARTICLE, SETTINGS

PATH = "articles/flood-drill.md"
LINE = ("translate", PATH, "--pretranslate", "--machine", "open")


def test_nothing_that_came_back_is_lost(govpub, tmp_path):
    (tmp_path / "articles").mkdir()
    more = "".join(f"\n第{number}段。\n" for number in range(50))
    (tmp_path / PATH).write_text(ARTICLE + more, encoding="utf-8")
    reached, over = threading.Event(), threading.Event()

    def hang(_handler):
        reached.set()
        over.wait(30)

    with libretranslate(translate=lambda text: f"EN {text}") as server:
        service = f'\n[machine-translation]\nprovider = "libretranslate"\nurl = "{server.url}"\n'
        (tmp_path / "govpub.toml").write_text(SETTINGS + service, encoding="utf-8")
        server.script += [lambda handler: served(server, handler)] * 2 + [hang]
        process = subprocess.Popen([GOVPUB, *LINE], cwd=tmp_path, env=UNMEASURED, stdout=subprocess.DEVNULL)
        try:
            assert reached.wait(30)
        finally:
            process.kill()
            process.wait()
            over.set()
        assert len(filled(tmp_path)) == 40
        sent = len(server.texts)
        govpub(*LINE, folder=tmp_path, status=0)
        assert len(server.texts) - sent == 15, "the one answer that was under way, and no other"
    assert len(filled(tmp_path)) == 55
    assert sorted(path.name for path in (tmp_path / "articles").iterdir()) == ["flood-drill.en.po", "flood-drill.md"]


def served(server, handler):
    texts = server.requests[-1].body["q"]
    answer(200, {"translatedText": [server.translate(text) for text in texts]})(handler)


def filled(folder):
    catalog = polib.pofile(str(folder / "articles" / "flood-drill.en.po"), encoding="utf-8")
    return [entry for entry in catalog if entry.msgstr]
