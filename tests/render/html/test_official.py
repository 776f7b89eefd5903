"""Official documents on a portal: what stands around their text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import html as lxml_html
from support.releases import paragraph, readout

from govpub.model.block import Heading
from govpub.model.document import DocumentNumber, DocumentWording, Letterhead, OfficialDocument
from govpub.model.inline import Text
from govpub.render.html import render_html

WORDS = {
    "zh-CN": DocumentWording(addressee="各市（州）人民政府", attachments=("流程", "分工")),
    "en": DocumentWording(addressee="People’s governments of all cities", attachments=("Steps", "Duties")),
}
ISSUERS = {"zh-CN": "云泽省人民政府办公厅", "en": "General Office"}
SHEETS = {"zh-CN": ("流程", "分工"), "en": ("Steps", "Duties")}


def document(edition, layout="columns", *, sheets=True, **facts):
    base = readout(edition, layout)
    renditions = []
    for one in base.renditions:
        tag = one.locale.tag
        added = [
            block
            for title in SHEETS[tag]
            for block in (Heading(level=2, content=(Text(title),)), paragraph(f"{title}."))
        ]
        blocks = (*one.wording.blocks, *(added if sheets else ()))
        words = WORDS[tag] if sheets else replace(WORDS[tag], attachments=WORDS[tag].attachments[:1])
        wording = replace(one.wording, blocks=blocks, document=words)
        renditions.append(replace(one, wording=wording, letterhead=Letterhead(issuer=ISSUERS[tag])))
    known = {
        "number": DocumentNumber(code="云政办发", year=2025, serial=3),
        "signed": date(2025, 1, 8),
        "sheets": (3, 5) if sheets else (),
    }
    return replace(base, renditions=tuple(renditions), document=OfficialDocument(**(known | facts)))


def tree(release):
    return lxml_html.document_fromstring(render_html(release).decode())


def outline(element):
    return [(one.get("class") or one.tag, " ".join(one.text_content().split())) for one in element]


def test_the_parts_stand_around_the_text_in_their_order():
    parts = outline(tree(document("en")).cssselect("article > *")[1:-1])
    assert [name for name, _ in parts] == [
        "addressee",
        *("p", "p", "p"),
        *("attachments", "signature"),
        *("sheet", "h2", "p"),
        *("sheet", "h2", "p"),
    ]
    texts = dict(parts)
    assert texts["addressee"] == "People’s governments of all cities:"
    assert texts["attachments"] == "Attachments: Steps Duties"
    assert texts["signature"] == "General OfficeJanuary 8, 2025"
    assert [text for name, text in parts if name == "sheet"] == ["Attachment 1", "Attachment 2"]


def test_both_languages_stand_side_by_side():
    rows = [outline(row) for row in tree(document("bilingual")).cssselect("article > .row")]
    assert len(rows) == 2 + 1 + 3 + 2 + 6
    assert all(len(row) == 2 for row in rows)
    assert rows[1][0][1].startswith("各市（州）人民政府")
    assert rows[1][1][1].startswith("People’s governments")


def test_one_attachment_has_no_number_and_no_sheet():
    page = tree(document("en", sheets=False, number=None))
    assert page.cssselect("p.attachments")[0].text == "Attachment: Steps"
    assert outline(page.cssselect("article > *"))[-2][0] == "signature"
    assert "Document No." not in page.text_content()


@pytest.mark.parametrize(("edition", "number"), [("zh-CN", "Document No. 3 [2025]"), ("en", "Document No. 3 [2025]")])
def test_the_number_is_a_fact(edition, number):
    assert number in [item.text for item in tree(document(edition)).cssselect(".facts li")]


def test_issuers_of_the_document_come_before_the_offices():
    release = document("en")
    words = DocumentWording(issuers=("Department A", "Department B"))
    changed = replace(release.primary, wording=replace(release.primary.wording, document=words))
    (signature,) = tree(replace(release, renditions=(changed,))).cssselect(".signature")
    assert list(signature.itertext()) == ["Department A", "Department B", "January 8, 2025"]
    bare = replace(changed, letterhead=Letterhead(), wording=replace(changed.wording, document=DocumentWording()))
    assert tree(replace(release, renditions=(bare,))).cssselect(".signature")[0].text == "January 8, 2025"


def test_the_number_identifies_the_document_where_it_has_no_other():
    assert '"identifier":"云政办发〔2025〕3号"' in render_html(document("en")).decode()
