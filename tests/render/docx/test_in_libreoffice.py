"""Documents as LibreOffice lays them out: every sample in every preset, edition and layout, measured on its pages."""

import itertools
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from support.command import GOVPUB, clean_environment
from support.documents import word
from support.official import long_document, official_word
from support.programs import require

pytestmark = [pytest.mark.libreoffice, pytest.mark.xdist_group("libreoffice")]

SAMPLES = Path(__file__).parents[3] / "samples"
ARTICLES = sorted(path.stem for path in SAMPLES.glob("articles/*.md"))
CASES = (("statistics", "columns"), ("notice", "sequential"), ("notice", "zh-CN"), ("embargoed", "interleaved"))
MM = 72 / 25.4
"""Points of a millimetre."""


def _sample_documents(place: Path) -> Iterator[Path]:
    """Export every sample in every preset, edition and layout, and yield the files under names of their own."""
    shutil.copytree(SAMPLES, place / "workspace", ignore=shutil.ignore_patterns("dist"))
    for preset in ("news", "gongwen"):
        for layout in ("columns", "interleaved", "sequential"):
            out = place / f"{preset}-{layout}"
            editions = "bilingual,zh-CN,en" if layout == "columns" else "bilingual"
            options = ("--format", "docx", "--preset", preset, "--layout", layout, "--edition", editions, "--out", out)
            command = [GOVPUB, "export", "--quiet", *options, "articles"]
            subprocess.run(command, cwd=place / "workspace", env=clean_environment(place), check=True)
            for file in sorted(out.glob("*/*.docx")):
                article, edition, _suffix = file.name.split(".")
                yield file.rename(place / f"{article}.{preset}.{layout if edition == 'bilingual' else edition}.docx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents as PDF, by one start of LibreOffice with a profile of its own."""
    place = tmp_path_factory.mktemp("libreoffice")
    files = list(_sample_documents(place))
    for sample, setting in CASES:
        files.append(place / f"{sample}.{setting}.docx")
        files[-1].write_bytes(word(sample, setting).content)
    for name, document in (("long", long_document()), ("official", official_word())):
        files.append(place / f"{name}.docx")
        files[-1].write_bytes(document.content)
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [require("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", place, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return place


def _text(pdf: Path, *options: str) -> str:
    shown = subprocess.run([require("pdftotext"), *options, pdf, "-"], check=True, capture_output=True)
    return re.sub(r"\s+", "", shown.stdout.decode())


@cache
def _lines(pdf: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """Return for each page its lines: left, top, right, bottom in points from the upper left corner; and the text."""
    shown = subprocess.run([require("pdftotext"), "-bbox-layout", pdf, "-"], check=True, capture_output=True)
    pages = []
    for page in etree.fromstring(shown.stdout, etree.XMLParser(recover=True)).iter("{*}page"):
        words = defaultdict(list)
        for piece in page.iter("{*}word"):
            left, top, right, bottom = (float(piece.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))
            words[round(bottom)].append((left, top, right, bottom, piece.text or ""))
        pages.append(
            [
                (
                    min(piece[0] for piece in row),
                    min(piece[1] for piece in row),
                    max(piece[2] for piece in row),
                    row[0][3],
                    "".join(piece[4] for piece in sorted(row)),
                )
                for _bottom, row in sorted(words.items())
            ]
        )
    return pages


def _in_order(text: str, *pieces: str) -> None:
    at = 0
    for piece in pieces:
        bare = re.sub(r"\s+", "", piece)
        assert bare in text[at:], piece
        at = text.index(bare, at) + len(bare)


@pytest.mark.parametrize("setting", ["zh-CN", "en", "columns", "interleaved", "sequential"])
@pytest.mark.parametrize("preset", ["news", "gongwen"])
@pytest.mark.parametrize("article", ARTICLES)
def test_every_sample_opens_on_a4_with_numbered_pages(folder: Path, article: str, preset: str, setting: str) -> None:
    pdf = folder / f"{article}.{preset}.{setting}.pdf"
    info = subprocess.run([require("pdfinfo"), pdf], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in info
    pages = int(re.search(r"Pages:\s+(\d+)", info)[1])
    assert 1 <= pages <= 14
    for number, page in enumerate(_lines(pdf), 1):
        assert page[-1][4] == f"—{number}—"
        assert len(page) >= 4, "no page is all but empty"
        assert page[0][1] >= (20 if preset == "news" else 36) * MM
        assert page[-2][3] <= (297 - 35 + 1) * MM, "nothing stands below the text area but the number"
        assert min(line[0] for line in page) >= 27 * MM


@pytest.mark.parametrize("case", CASES)
def test_pages_are_a4_and_not_too_many(folder: Path, case: tuple[str, str]) -> None:
    assert 2 <= len(_lines(folder / f"{case[0]}.{case[1]}.pdf")) <= 8


def test_one_language_follows_the_other(folder: Path) -> None:
    _in_order(
        _text(folder / "notice.sequential.pdf"),
        *("关于做好今冬明春森林草原防灭火工作的通知", "一、严格管理火源", "1.", "防火期内", "二、加强值守和报告"),
        *("图1　隔离带", "4.", "本通知自发布之日起施行", "5.", "主办单位"),
        *("Notice on Forest and Grassland Fire", "I. Strict control of fire sources", "Hosted by:"),
    )


def test_footnotes_have_their_numbers_and_stand_below(folder: Path) -> None:
    text = _text(folder / "notice.zh-CN.pdf")
    _in_order(text, "起施行。1", "12119。2", "2拨打免费。")
    assert "1条例全文见省政府网站。" in text


def test_the_embargo_is_the_first_thing_read_and_blocks_take_turns(folder: Path) -> None:
    text = _text(folder / "embargoed.interleaved.pdf")
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


# The official layout, to the millimetre


def test_a_full_page_has_22_lines_of_28_characters(folder: Path) -> None:
    pages = _lines(folder / "long.pdf")
    for page in pages[1:4]:
        text = page[:-1]
        assert [len(line[4]) for line in text] == [28] * 22
        pitches = [below[3] - above[3] for above, below in itertools.pairwise(text)]
        assert pitches == pytest.approx([28.95] * 21, abs=0.15)
        # The lines fill the text area: 156 mm by 225 mm, 28 mm and 37 mm from the paper's edges.
        assert text[0][0] / MM == pytest.approx(28, abs=1)
        assert text[0][2] / MM == pytest.approx(28 + 156, abs=1)
        top, bottom = text[0][3] - 28.95, text[-1][3]
        assert top / MM == pytest.approx(37, abs=1)
        assert bottom / MM == pytest.approx(37 + 225, abs=1)


def test_page_numbers_stand_one_character_from_the_outer_edge_7_mm_below_the_text(folder: Path) -> None:
    for number, page in enumerate(_lines(folder / "long.pdf"), 1):
        left, top, right, bottom, text = page[-1]
        assert text == f"—{number}—"
        if number % 2:
            assert right / MM == pytest.approx(28 + 156 - 4.94, abs=1)
        else:
            assert left / MM == pytest.approx(28 + 4.94, abs=1)
        assert (top + bottom) / 2 / MM == pytest.approx(37 + 225 + 7, abs=1.5)


def test_the_parts_of_a_document_stand_where_the_standard_has_them(folder: Path) -> None:
    pages = _lines(folder / "official.pdf")
    first = {line[4]: line for line in pages[0]}
    mark, number = first["云泽省人民政府办公厅文件"], first["云政办发〔2024〕12号"]
    assert mark[1] / MM == pytest.approx(37 + 35, abs=2.5)
    assert (number[0] + number[2]) / 2 / MM == pytest.approx(28 + 78, abs=1), "centred"
    addressee = first["各市人民政府，省政府各部门："]
    assert addressee[0] / MM == pytest.approx(28, abs=1)
    heads = [line[4] for page in pages for line in page]
    for text in ("一、总体安排", "（一）明确范围", "1.水面", "（1）近岸", "二、总体安排"):
        assert text in heads
    by_text = {line[4]: line for page in pages for line in page}
    issuer, day = by_text["云泽省人民政府办公厅"], by_text["2024年7月3日"]
    assert day[2] / MM == pytest.approx(184 - 4 * 5.64, abs=1)
    # LibreOffice sets the date wider than Word: it has no switch for the space between Han and digits.
    assert (issuer[0] + issuer[2]) / 2 == pytest.approx((day[0] + day[2]) / 2, abs=3 * MM)
    assert by_text["附件：1.清漂流程"][0] / MM == pytest.approx(28 + 2 * 5.64, abs=1)
    assert pages[-1][0][4] == "附件2"
    printed = pages[-1][-2]
    assert printed[4] == "云泽省人民政府办公厅2024年7月5日印发"
    assert printed[3] / MM == pytest.approx(37 + 225, abs=2.5), "the last line of the text area"
    assert (printed[0] / MM, printed[2] / MM) == pytest.approx((28 + 4.94, 184 - 4.94), abs=1)


def test_the_page_that_is_signed_has_some_of_the_text(folder: Path) -> None:
    for article in ARTICLES:
        for page in _lines(folder / f"{article}.gongwen.zh-CN.pdf"):
            texts = [line[4] for line in page]
            if "2025年1月8日" in texts:
                assert "本通知自印发之日起施行，有效期5年。" in texts
                return
    pytest.fail("no sample is signed")
