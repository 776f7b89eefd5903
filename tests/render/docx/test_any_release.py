"""Whatever an article holds, its document is one that opens, and nothing of the text is lost."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
from hypothesis import given
from hypothesis import strategies as st
from support.documents import NAMES, ORDERS, Word, word
from support.strategies import mixed_text
from support.wordings import any_release

from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table
from govpub.model.document import DocumentNumber, DocumentWording, Letterhead, OfficialDocument
from govpub.model.inline import FootnoteReference, LineBreak, Picture, Text
from govpub.model.release import Release
from govpub.render.characters import without_controls
from govpub.render.docx import render_docx

W = f"{{{NAMES['w']}}}"


def _texts(blocks) -> list[str]:
    """Return every piece of text in the blocks, as it stands between marks."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found += _leaves(block.content)
            case List():
                found += [text for item in block.items for text in _texts(item.blocks)]
            case Quote():
                found += _texts(block.blocks)
            case Table():
                found += [text for row in (block.header, *block.rows) for cell in row for text in _leaves(cell.content)]
            case CodeBlock():
                found.append(block.text)
            case Figure():
                found += [block.alt, block.caption]
            case Rule():
                pass
    return found


def _leaves(content) -> list[str]:
    found: list[str] = []
    for node in content:
        match node:
            case Text():
                found.append(node.text)
            case Picture():
                found.append(node.alt)
            case FootnoteReference() | LineBreak():
                pass
            case _:
                found += _leaves(node.content)
    return found


def _letters(text: str) -> list[str]:
    """Return the runs of letters and digits: what no layout may swallow or change."""
    return re.findall(r"[A-Za-z0-9一-鿿]{2,}", without_controls(text))


@st.composite
def any_official(draw: st.DrawFn) -> Release:
    """Return any release in the official layout, with some of what a document can have."""
    release = draw(any_release())
    words = draw(
        st.none()
        | st.builds(
            DocumentWording,
            addressee=mixed_text,
            issuers=st.lists(mixed_text, max_size=3).map(tuple),
            copies_to=mixed_text,
            printed_by=mixed_text,
        )
    )
    count = len(release.primary.wording.blocks)
    sheets = tuple(sorted(draw(st.sets(st.integers(0, count - 1), max_size=2)))) if count and words else ()
    if words is not None:
        words = replace(words, attachments=tuple(draw(mixed_text) for _sheet in sheets))
    number = draw(st.none() | st.builds(DocumentNumber, code=mixed_text, year=st.just(2024), serial=st.just(7)))
    facts = OfficialDocument(signed=date(2024, 2, 29), number=number, sealed=draw(st.booleans()), sheets=sheets)
    letterhead = draw(st.builds(Letterhead, mark=mixed_text, issuer=mixed_text))
    renditions = tuple(
        replace(each, wording=replace(each.wording, document=words), letterhead=letterhead)
        for each in release.renditions
    )
    return replace(release, renditions=renditions, preset="gongwen", document=facts if words else None)


def _without_sheet_headings(release: Release, blocks) -> list:
    sheets = release.document.sheets if release.document else ()
    return [block for place, block in enumerate(blocks) if place not in sheets]


@given(any_release() | any_official())
def test_every_document_opens_and_says_everything(release: Release) -> None:
    document = Word(render_docx(release))
    docx.Document(io.BytesIO(document.content))
    alternatives = document.find("//wp:docPr/@descr") + document.find("//wp:docPr/@descr", "word/footnotes.xml")
    said = "\n".join((document.text(), document.text("word/footnotes.xml"), *alternatives))
    for rendition in release.renditions:
        for text in _texts(_without_sheet_headings(release, rendition.wording.blocks)):
            for letters in _letters(text):
                assert letters in said
    for name, root in document.parts():
        for element in root.iter(f"{W}*"):
            order = ORDERS.get(element.tag.removeprefix(W), "").split()
            if len(order) > 1:
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), name
    assert not document.find("//w:tc[not(*[last()][self::w:p])]")
    assert not document.find("//w:hyperlink//w:hyperlink")
    assert document.find("count(//w:bookmarkStart)") == len(set(document.find("//w:bookmarkStart/@w:name")))
    assert set(document.find("//@r:id | //@r:embed")) <= set(document.targets())


_SCRIPT = """
import hashlib, locale, sys, time
sys.path.insert(0, sys.argv[1])
from support.documents import CASES, rendered
from support.official import SETTINGS, official
from govpub.render.docx import render_docx
for setting in SETTINGS:
    print(setting, hashlib.sha256(render_docx(official(setting))).hexdigest())
for case in CASES:
    print(*case, hashlib.sha256(render_docx(rendered(*case))).hexdigest())
"""


def test_the_same_bytes_in_every_zone_locale_seed_and_folder(tmp_path: Path) -> None:
    tests = Path(__file__).parents[2]
    seen = set()
    for zone, language, seed, umask in (
        ("UTC", "C", "0", "022"),
        ("Pacific/Kiritimati", "zh_CN.UTF-8", "1", "077"),
        ("America/St_Johns", "tr_TR.UTF-8", "4294967295", "000"),
    ):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {"TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "HOME": str(folder)}
        command = f'umask {umask} && exec "$0" -c "$1" "$2"'
        ran = subprocess.run(
            ["sh", "-c", command, sys.executable, _SCRIPT, str(tests)],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(ran.stdout)
    assert len(seen) == 1
    assert len(seen.pop().splitlines()) == 30


def test_nothing_of_the_machine_or_the_moment_is_in_the_archive() -> None:
    document = word("notice", "columns")
    for member in document.archive.infolist():
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert (member.create_system, member.external_attr >> 16) == (3, 0o100644)
        assert not member.extra
    assert document.archive.namelist()[0] == "[Content_Types].xml"
    everything = b"".join(document.archive.read(name) for name in document.archive.namelist())
    assert not re.search(rb"rsid|paraId|python-docx", everything)
