"""Where a text came from: files say it in English, people read it in their language."""

import pytest
from support.editor import at_work, drill_at, work_on

from govpub import messages
from govpub.cli.language import speak
from govpub.workflow.origins import GLOSSARY, in_words, machine_origin, memory_origin

ORIGINS = {
    memory_origin(100): ("memory 100", "记忆 100"),
    memory_origin(96, "drill-2025"): ("memory 96 -- drill-2025", "记忆 96：drill-2025"),
    memory_origin(96, adapted=True): ("memory 96 adapted", "记忆 96 已改写"),
    memory_origin(90, "a b -- c", adapted=True): (
        "memory 90 adapted -- a b -- c",
        "记忆 90 已改写：a b -- c",
    ),
    machine_origin("libretranslate"): ("machine libretranslate", "机器翻译 libretranslate"),
    GLOSSARY: ("glossary", "术语表"),
}


@pytest.fixture
def chinese():
    speak({"GOVPUB_LANG": "zh_CN"})
    yield
    messages.install()


@pytest.mark.parametrize("origin", ORIGINS)
def test_english_is_what_the_file_says(origin):
    assert in_words(origin) == origin == ORIGINS[origin][0]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("origin", ORIGINS)
def test_in_chinese(origin):
    assert in_words(origin) == ORIGINS[origin][1]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    "origin", ["", "Poedit", "memory", "memory 90 by heart", "glossary of ours", " -- x", "{origin}"]
)
def test_what_somebody_else_wrote_stays(origin):
    assert in_words(origin) == origin


@pytest.mark.usefixtures("chinese")
def test_the_screen_says_it_in_the_language_of_its_reader_and_the_file_in_english(tmp_path):
    desk = at_work(drill_at(tmp_path / "office"))
    desk.confirm(desk.units[0].segment.id, "City Holds a Drill", origin=memory_origin(96, "drill-2025", adapted=True))

    async def do(hands):
        await hands.go(1)
        assert "记忆 96 已改写：drill-2025" in hands.screen()

    work_on(desk, do, size=(200, 50))
    assert "govpub: origin memory 96 adapted -- drill-2025" in desk.catalog_path.read_text(encoding="utf-8")
    desk.close()
