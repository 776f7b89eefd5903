"""The PDF of an official document holds to GB/T 9704-2012, to the millimetre."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from support.programs import require
from support.releases import readout

from govpub.catalog import phrases
from govpub.model.block import Heading, Paragraph
from govpub.model.document import DocumentNumber, DocumentWording, Letterhead, OfficialDocument
from govpub.model.inline import Text
from govpub.render.pdf import render_pdf

MM = 72 / 25.4
WORDS = {
    "zh-CN": DocumentWording(
        addressee="各市（州）人民政府",
        attachments=("任务分工", "时间安排"),
        copies_to="省委办公厅",
        printed_by="云泽省人民政府办公厅",
    ),
    "en": DocumentWording(
        addressee="City governments",
        attachments=("Division of Tasks", "Timetable"),
        copies_to="General Office of the CPC Provincial Committee",
        printed_by="General Office",
    ),
}
LETTERHEAD = {
    "zh-CN": Letterhead(mark="云泽省人民政府办公厅文件", issuer="云泽省人民政府办公厅"),
    "en": Letterhead(mark="Document of the General Office", issuer="General Office"),
}


def official(edition="zh-CN", layout="columns", *, sealed=True, paragraphs=60):
    """Return a document whose text fills several pages, with two attachments."""
    release = readout(edition, layout)

    def dressed(rendition):
        chinese = rendition.locale.tag == "zh-CN"
        sentence = (
            "会议要求各级各部门压实责任抓好落实确保完成全年目标任务" if chinese else "The work is to be done in full. "
        )
        text = [Paragraph(content=(Text(sentence * 4),)) for _number in range(paragraphs)]
        heads = [
            Heading(level=2, content=(Text(title),))
            for title in ("甲" if chinese else "One", "乙" if chinese else "Two")
        ]
        sheets = [
            block
            for title in WORDS[rendition.locale.tag].attachments
            for block in (Heading(level=2, content=(Text(title),)), Paragraph(content=(Text(sentence),)))
        ]
        wording = replace(
            rendition.wording,
            blocks=(heads[0], *text, heads[1], text[0], *sheets),
            footnotes=(),
            document=WORDS[rendition.locale.tag],
        )
        return replace(
            rendition,
            wording=wording,
            letterhead=LETTERHEAD[rendition.locale.tag],
            phrases=phrases(rendition.locale),
        )

    return replace(
        release,
        preset="gongwen",
        renditions=tuple(dressed(each) for each in release.renditions),
        document=OfficialDocument(
            number=DocumentNumber(code="云政办发", year=2025, serial=6),
            signed=date(2025, 1, 8),
            printed=date(2025, 1, 9),
            sealed=sealed,
            sheets=(paragraphs + 3, paragraphs + 5),
        ),
        assets={},
    )


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    require("pdftotext")
    path = tmp_path_factory.mktemp("gongwen") / "x.pdf"
    path.write_bytes(render_pdf(official()))
    return path


def words_of(path, page):
    """Return (text, left, top, right, bottom) of each word, in mm."""
    done = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"], capture_output=True, check=True
    )
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    found = re.findall(pattern, done.stdout.decode())
    return [(text, *(float(value) / MM for value in places)) for *places, text in found]


def lines_of(path, page):
    words = [word for word in words_of(path, page) if word[4] < 297 - 35 + 2]
    tops = sorted({round(word[2] + (word[4] - word[2]) / 2, 1) for word in words})
    merged = []
    for top in tops:
        if not merged or top - merged[-1] > 4:
            merged.append(top)
    return merged


def test_a_page_has_22_lines_at_one_pitch(document):
    lines = lines_of(document, 2)
    assert len(lines) == 22
    gaps = [below - above for above, below in itertools.pairwise(lines)]
    assert all(gap == pytest.approx(28.95 / MM, abs=0.6) for gap in gaps)


def test_a_line_has_28_characters_in_156_mm(document):
    words = words_of(document, 2)
    assert min(word[1] for word in words) == pytest.approx(28, abs=1)
    assert max(word[3] for word in words if word[4] < 262) == pytest.approx(210 - 26, abs=1)
    text = pypdf.PdfReader(document).pages[1].extract_text()
    assert max(len(line) for line in text.split("\n")) == 28


def test_page_numbers_stand_outside_between_dashes(document):
    for page, side in ((1, "right"), (2, "left")):
        foot = [word for word in words_of(document, page) if word[2] > 262]
        assert "".join(word[0] for word in foot) == f"—{page}—"
        assert min(word[1] for word in foot) > 105 if side == "right" else max(word[3] for word in foot) < 105
        middle = sum(word[2] + word[4] for word in foot) / len(foot) / 2
        assert middle == pytest.approx(297 - 35 + 7, abs=1)


def test_the_red_mark_begins_35_mm_below_the_top_of_the_text(document):
    mark = next(word for word in words_of(document, 1) if word[0].startswith("云泽省人民政府办公厅文件"))
    assert mark[2] == pytest.approx(37 + 35, abs=4)


def test_headings_are_numbered_and_begin_anew_in_no_language_of_the_other():
    text = "\n".join(
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(render_pdf(official("bilingual", paragraphs=2)))).pages
    )
    squeezed = "".join(text.split())
    for heading in ("一、甲", "二、乙", "I.One", "II.Two"):
        assert heading in squeezed


def test_number_attachments_signature_and_foot_are_there():
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(official(paragraphs=2))))
    squeezed = ["".join(page.extract_text().split()) for page in reader.pages]
    assert "云政办发〔2025〕6号" in squeezed[0]
    whole = "".join(squeezed)
    for words in (
        "附件：1.任务分工",
        "2.时间安排",
        "2025年1月8日",
        "附件1",
        "附件2",
        "抄送：省委办公厅",
        "2025年1月9日印发",
    ):
        assert words in whole
    assert "抄送" in squeezed[-1]


def test_a_sealed_date_ends_four_characters_from_the_edge_with_the_issuer_above_its_middle(tmp_path):
    require("pdftotext")
    document = replace(official(paragraphs=1), document=replace(official(paragraphs=1).document, printed=None))
    path = tmp_path / "sealed.pdf"
    path.write_bytes(render_pdf(document))
    words = words_of(path, 1) + words_of(path, 2)
    day = [word for word in words if "月" in word[0] or word[0] == "日" or word[0].startswith(("2025", "1"))]
    issuers = [word for word in words if word[0] == "云泽省人民政府办公厅"]
    right = max(word[3] for word in day if abs(word[2] - issuers[0][2]) < 30)
    assert right == pytest.approx(210 - 26 - 4 * 156 / 28, abs=1.5)


@pytest.mark.parametrize("layout", ["columns", "interleaved", "sequential"])
@pytest.mark.parametrize("sealed", [True, False])
def test_every_layout_can_be_set(layout, sealed):
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(official("bilingual", layout, sealed=sealed, paragraphs=3))))
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert "云泽省人民政府办公厅文件" in text
    assert "DocumentNo.6[2025]" in text


def test_a_release_without_a_document_can_be_set_too():
    release = replace(readout("bilingual", "interleaved"), preset="gongwen")
    assert render_pdf(release).startswith(b"%PDF")
