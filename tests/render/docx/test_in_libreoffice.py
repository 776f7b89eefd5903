"""Documents as LibreOffice lays them out: pages of A4 with the whole text in order."""

import re
import subprocess
from pathlib import Path

import pytest
from support.documents import word
from support.programs import require

pytestmark = pytest.mark.libreoffice

CASES = (("statistics", "columns"), ("notice", "sequential"), ("notice", "zh-CN"), ("embargoed", "interleaved"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All cases as PDF, by one start of LibreOffice with a profile of its own."""
    place = tmp_path_factory.mktemp("libreoffice")
    files = []
    for sample, setting in CASES:
        files.append(place / f"{sample}.{setting}.docx")
        files[-1].write_bytes(word(sample, setting).content)
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [require("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", place, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return place


def _text(folder: Path, case: tuple[str, str], *options: str) -> str:
    pdf = folder / f"{case[0]}.{case[1]}.pdf"
    shown = subprocess.run([require("pdftotext"), *options, pdf, "-"], check=True, capture_output=True)
    return re.sub(r"\s+", "", shown.stdout.decode())


def _in_order(text: str, *pieces: str) -> None:
    at = 0
    for piece in pieces:
        bare = re.sub(r"\s+", "", piece)
        assert bare in text[at:], piece
        at = text.index(bare, at) + len(bare)


@pytest.mark.parametrize("case", CASES)
def test_pages_are_a4_and_not_too_many(folder: Path, case: tuple[str, str]) -> None:
    pdf = folder / f"{case[0]}.{case[1]}.pdf"
    info = subprocess.run([require("pdfinfo"), pdf], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in info
    pages = int(re.search(r"Pages:\s+(\d+)", info)[1])
    assert 2 <= pages <= 8


def test_one_language_follows_the_other(folder: Path) -> None:
    _in_order(
        _text(folder, ("notice", "sequential")),
        *("关于做好今冬明春森林草原防灭火工作的通知", "一、严格管理火源", "1.", "防火期内", "二、加强值守和报告"),
        *("图1　隔离带", "4.", "本通知自发布之日起施行", "5.", "主办单位"),
        *("Notice on Forest and Grassland Fire", "I. Strict control of fire sources", "Hosted by:"),
    )


def test_footnotes_have_their_numbers_and_stand_below(folder: Path) -> None:
    text = _text(folder, ("notice", "zh-CN"))
    _in_order(text, "起施行。1", "12119。2", "2拨打免费。")
    assert "1条例全文见省政府网站。" in text


def test_the_embargo_is_the_first_thing_read_and_blocks_take_turns(folder: Path) -> None:
    text = _text(folder, ("embargoed", "interleaved"))
    assert text.startswith("北京时间2024年12月25日10时前不得发布EMBARGOEDUNTIL10:00(UTC+8),December25,2024")
    _in_order(
        text, "据初步核算", "According to preliminary accounting", "一、工业生产较快增长", "I. Industrial output grew"
    )


def test_columns_stand_side_by_side_with_their_header_on_each_page(folder: Path) -> None:
    pdf = folder / "statistics.columns.pdf"
    pages = subprocess.run([require("pdftotext"), "-layout", pdf, "-"], check=True, capture_output=True)
    pages = pages.stdout.decode().split("\f")[:-1]
    for page in pages:
        assert re.search(r"中文 +English", page)
        assert re.search(r"— *\d *—", page)
    assert any(re.search(r"一、工业生产较快增长 +I\. Industrial output", page) for page in pages)
