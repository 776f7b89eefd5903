"""An official document of an invented office, with everything that one can have; and a long one, to count lines in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from support.documents import Word
from support.releases import SITE_EN, SITE_ZH, asset, paragraph

from govpub.catalog import phrases
from govpub.locales import EN, ZH_CN
from govpub.model.article import Wording
from govpub.model.block import Cell, Figure, Heading, List, ListItem, Table
from govpub.model.document import DocumentNumber, DocumentWording, Letterhead, OfficialDocument
from govpub.model.inline import Text
from govpub.model.release import Release, Rendition
from govpub.render.docx import render_docx

if TYPE_CHECKING:
    from govpub.model.article import Layout
    from govpub.model.block import Block
    from govpub.model.release import Edition

__all__ = ["SETTINGS", "long_document", "official", "official_word"]

SETTINGS: tuple[str, ...] = ("zh-CN", "en", "columns", "interleaved", "sequential")


def _heading(text: str, level: int) -> Heading:
    return Heading(level=level, content=(Text(text),))


def _table(*rows: tuple[str, str]) -> Table:
    cells = [tuple(Cell(content=(Text(text),)) for text in row) for row in rows]
    return Table(header=cells[0], rows=tuple(cells[1:]), alignments=("", ""))


def _blocks(texts: list[str], picture: str, caption: str) -> tuple[Block, ...]:
    first, one, inner, deep, deeper, text, last, sheet_one, step, sheet_two, *cells = texts
    return (
        paragraph(first),
        _heading(one, 2),
        _heading(inner, 3),
        _heading(deep, 4),
        _heading(deeper, 5),
        paragraph(text),
        Figure(path="images/ridge.png", alt=picture, caption=caption),
        _heading(one, 2),
        paragraph(last),
        _heading(sheet_one, 2),
        List(items=(ListItem(blocks=(paragraph(step),)), ListItem(blocks=(paragraph(step),))), ordered=True),
        _heading(sheet_two, 2),
        _table((cells[0], cells[1]), (cells[2], cells[3])),
    )


_ZH = Wording(
    locale=ZH_CN,
    title="云泽省人民政府办公厅关于做好湖泊（含水库）清漂工作的通知",
    contact="云泽省人民政府办公厅，press@yunze.example",
    blocks=_blocks(
        [
            "近日，全省进入主汛期。",
            "总体安排",
            "明确范围",
            "水面",
            "近岸",
            "水面“漂浮物”应当日清运……",
            "本通知自印发之日起施行。",
            "清漂流程",
            "巡查。",
            "责任分工",
            "事项",
            "单位",
            "巡查",
            "水利厅",
        ],
        "湖面",
        "图1　清漂前的湖面",
    ),
    document=DocumentWording(
        addressee="各市人民政府，省政府各部门",
        attachments=("清漂流程", "责任分工"),
        copies_to="省委办公厅，省人大常委会办公厅",
        printed_by="云泽省人民政府办公厅",
    ),
)
_EN = Wording(
    locale=EN,
    title="Notice of the General Office of the People’s Government of Yunze Province on Clearing Lakes (and Reservoirs)",
    contact="General Office, press@yunze.example",
    blocks=_blocks(
        [
            "The main flood season has begun.",
            "Arrangements",
            "Scope",
            "Water",
            "Shore",
            "Floating debris should be removed on the same day.",
            "This notice takes effect on the date of issue.",
            "Procedure",
            "Inspection.",
            "Responsibilities",
            "Task",
            "Body",
            "Inspection",
            "Department of Water Resources",
        ],
        "A lake",
        "Figure 1. The lake before the work",
    ),
    document=DocumentWording(
        addressee="People’s governments of all cities; departments of the provincial government",
        attachments=("Procedure", "Responsibilities"),
        copies_to="General Office of the CPC Yunze Provincial Committee",
        printed_by="General Office of the People’s Government of Yunze Province",
    ),
)
_HEADS = {
    "zh-CN": Letterhead(mark="云泽省人民政府办公厅文件", issuer="云泽省人民政府办公厅"),
    "en": Letterhead(
        mark="Document of the General Office of the People’s Government of Yunze Province",
        issuer="General Office of the People’s Government of Yunze Province",
    ),
}


def official(setting: str = "zh-CN", **changes: object) -> Release:
    """Return the document in one language (`zh-CN`, `en`) or in both, in one of the layouts."""
    edition: Edition = setting if setting in ("zh-CN", "en") else "bilingual"  # type: ignore[assignment]
    layout: Layout = "columns" if edition != "bilingual" else setting  # type: ignore[assignment]
    both = (_rendition(_ZH), _rendition(_EN))
    moment = datetime(2024, 7, 5, 1, 30, tzinfo=UTC)
    made = Release(
        id="lakes",
        edition=edition,
        layout=layout,
        renditions=tuple(one for one in both if edition in ("bilingual", one.locale.tag)),
        published=moment,
        updated=moment,
        assets={"images/ridge.png": asset()},
        preset="gongwen",
        document=OfficialDocument(
            number=DocumentNumber(code="云政办发", year=2024, serial=12),
            signed=date(2024, 7, 3),
            printed=date(2024, 7, 5),
            sheets=(9, 11),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def _rendition(wording: Wording) -> Rendition:
    site = SITE_ZH if wording.locale is ZH_CN else SITE_EN
    return Rendition(wording=wording, site=site, phrases=phrases(wording.locale), letterhead=_HEADS[wording.locale.tag])


def official_word(setting: str = "zh-CN", **changes: object) -> Word:
    """Return the document as Word has it."""
    return Word(render_docx(official(setting, **changes)))


def long_document() -> Word:
    """Return a document whose text is nothing but Han characters, several pages of it."""
    release = official("zh-CN", document=None)
    wording = replace(release.primary.wording, contact="", document=None, blocks=(paragraph("湖" * 28 * 22 * 4),))
    return Word(render_docx(replace(release, renditions=(replace(release.primary, wording=wording),))))
