"""Word documents taken apart for tests: parts, paragraphs, the schema's orders."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree
from support.releases import SAMPLES

from govpub.model.article import LAYOUTS
from govpub.render.docx import render_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.model.release import Release

__all__ = ["CASES", "ORDERS", "Word", "rendered", "word"]

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}

CASES: tuple[tuple[str, str], ...] = tuple(
    (sample, setting) for sample in SAMPLES for setting in ("zh-CN", "en", *LAYOUTS)
)
"""Every sample in every form that it can have: each language alone, and both in each layout."""

# ECMA-376-1 (transitional), annex A.1, in full: kept apart from the renderer's own lists, which are shorter.
ORDERS: dict[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "p": "pPr",
    "r": "rPr",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "settings": "writeProtection view zoom defaultTabStop evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore "
    "footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "styles": "docDefaults latentStyles style",
    "numbering": "numPicBullet abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "font": "altName panose1 charset family notTrueType pitch sig",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A document taken apart."""

    content: bytes

    @property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        return self.part(part).xpath(path, namespaces=NAMES)

    def parts(self) -> Iterator[tuple[str, etree._Element]]:
        for name in self.archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, self.part(name)

    def text(self, part: str = "word/document.xml") -> str:
        """Return what stands in a part, a paragraph a line."""
        paragraphs = self.find("//w:p", part)
        return "\n".join("".join(p.xpath(".//w:t/text()", namespaces=NAMES)) for p in paragraphs)

    def paragraphs(self, style: str) -> list[str]:
        found = self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")
        return ["".join(p.xpath(".//w:t/text()", namespaces=NAMES)) for p in found]

    def outline(self) -> str:
        """Return what a reader sees, a line for each paragraph: its style, its list level, and its text with marks."""
        return "".join(_outline(self.part("word/document.xml")[0], "")) + "".join(
            f"note {note.get(_ID)}\n{''.join(_outline(note, '  '))}"
            for note in self.find("//w:footnote[not(@w:type)]", "word/footnotes.xml")
        )

    def targets(self, part: str = "word/_rels/document.xml.rels") -> dict[str, str]:
        """Return the relationships of a part: id → target."""
        return {each.get("Id"): each.get("Target") for each in self.find("/rel:Relationships/*", part)}


def rendered(sample: str, setting: str) -> Release:
    """Return a sample in one language (`zh-CN`, `en`) or in both, in one of the layouts."""
    make = SAMPLES[sample]
    return make("bilingual", setting) if setting in LAYOUTS else make(setting, "columns")


_ID = f"{{{NAMES['w']}}}id"
_SHOWN = {"br": "⏎", "tab": "⇥", "footnoteReference": "[note]", "footnoteRef": "[number]", "drawing": "[picture]"}


def _outline(container: etree._Element, margin: str) -> Iterator[str]:
    for element in container:
        match etree.QName(element).localname:
            case "p":
                style = element.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES)
                level = element.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)", namespaces=NAMES)
                text = "".join(_marked(run) for run in element.iter(f"{{{NAMES['w']}}}r"))
                yield f"{margin}{style}{f' level {level}' if level else ''}: {text}\n"
                if element.xpath("w:pPr/w:sectPr", namespaces=NAMES):
                    yield f"{margin}section ends\n"
            case "tbl":
                for row in element.xpath("w:tr", namespaces=NAMES):
                    header = " header" if row.xpath("w:trPr/w:tblHeader", namespaces=NAMES) else ""
                    yield f"{margin}row{header}\n"
                    for cell in row.xpath("w:tc", namespaces=NAMES):
                        yield f"{margin}  cell\n"
                        yield from _outline(cell, f"{margin}    ")


def _marked(run: etree._Element) -> str:
    text = "".join(_SHOWN.get(etree.QName(child).localname, child.text or "") for child in run[1:])
    for path, mark in (("w:b", "**"), ("w:i", "_"), ("w:em", "·")):
        if run.xpath(f"w:rPr/{path}", namespaces=NAMES):
            text = f"{mark}{text}{mark}"
    style = run.xpath("string(w:rPr/w:rStyle/@w:val)", namespaces=NAMES)
    return f"{{{style} {text}}}" if style else text


@cache
def word(sample: str, setting: str) -> Word:
    """Return the document of a sample."""
    return Word(render_docx(rendered(sample, setting)))
