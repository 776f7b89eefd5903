"""What makes an article an official document: its keys, their mistakes, and the way there and back."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from govpub.article import parse_article, serialize_article
from govpub.errors import ArticleError
from govpub.locales import EN, ZH_CN
from govpub.model.document import DocumentNumber, DocumentWording
from govpub.model.segment import State, Unit
from govpub.segmentation import join, segment

HEAD = "---\nid: lakes\nlang: zh-CN\ntitle: 通知\npublished: 2024-07-05T09:30+08:00\n"
DOCUMENT = """\
document:
  number: 云政办发〔2024〕12号
  addressee: 各市人民政府：
  issuers:
    - 云泽省人民政府
    - 云泽省水利厅
  signed: 2024-07-03
  seal: no
  attachments: [清漂流程, 责任分工]
  copies-to: 省委办公厅。
  printed-by: 云泽省人民政府办公厅
  printed: 2024-7-5
preset: news
"""
BODY = "---\n\n正文。\n\n## 清漂流程\n\n流程。\n\n## 责任分工\n\n分工。\n"


def _article(document: str = DOCUMENT, body: str = BODY):
    return parse_article(HEAD + document + body, Path("lakes.md"))


def test_every_key_is_read() -> None:
    article = _article()
    facts, words = article.document, article.wording.document
    assert facts.number == DocumentNumber(code="云政办发", year=2024, serial=12)
    assert str(facts.number) == "云政办发〔2024〕12号"
    assert (facts.signed, facts.printed, facts.sealed) == (date(2024, 7, 3), date(2024, 7, 5), False)
    assert facts.sheets == (1, 3)
    assert words == DocumentWording(
        addressee="各市人民政府",
        issuers=("云泽省人民政府", "云泽省水利厅"),
        attachments=("清漂流程", "责任分工"),
        copies_to="省委办公厅",
        printed_by="云泽省人民政府办公厅",
    )
    assert article.preset == "news"


def test_a_press_release_is_no_document() -> None:
    for nothing in ("", "document:\n", "document: ~\n"):
        article = _article(nothing)
        assert (article.document, article.wording.document, article.preset) == (None, None, None)


def test_little_is_needed() -> None:
    article = _article("document: {signed: 2024-07-03}\n")
    assert (article.document.number, article.document.sealed, article.document.sheets) == (None, True, ())
    assert article.wording.document == DocumentWording()
    assert _article("document: {signed: 2024-07-03, issuers: 水利厅}\n").wording.document.issuers == ("水利厅",)


@pytest.mark.parametrize("document", [DOCUMENT, "document: {signed: 2024-07-03}\n", ""])
def test_what_was_read_is_written_again(document: str) -> None:
    def bare(article):
        wording = dataclasses.replace(article.wording, blocks=(), footnotes=())
        return dataclasses.replace(article, path=None, positions={}, wording=wording)

    article = _article(document)
    text = serialize_article(article)
    again = parse_article(text)
    assert bare(again) == bare(article)
    assert serialize_article(again) == text


@pytest.mark.parametrize(
    ("document", "line", "column", "message", "hint"),
    [
        ("document: gongwen\n", 6, 11, "document must have keys", "signed:"),
        ("document:\n  number: 云政办发〔2024〕12号\n", 6, 1, "the document has no signed", "signed: 2025"),
        ("document:\n  signed: yesterday\n", 7, 11, "not a date", "2025-01-10"),
        ("document:\n  signed: 2024-02-30\n", 7, 11, "no such day", "2025-01-10"),
        ("document:\n  signed: 0024-02-03\n", 7, 11, "between 1900 and 2999", "2025-01-10"),
        ("document:\n  signed: [2024-02-03]\n", 7, 11, "signed must be one text", "signed"),
        ("document:\n  signed: 2024-07-03\n  seal: maybe\n", 8, 9, "seal cannot be", "yes, no"),
        ("document:\n  signed: 2024-07-03\n  sealed: yes\n", 8, 3, "unknown key: sealed", "`seal`"),
        ("document:\n  signed: 2024-07-03\n  printed: 2024-07-02\n", 8, 12, "`printed` is earlier", "or later"),
        ("document:\n  signed: 2024-07-03\n  issuers: [[甲]]\n", 8, 13, "issuers must be a list", "- …"),
        ("document:\n  signed: 2024-07-03\n  issuers: ['']\n", 8, 13, "issuers must be a list", "- …"),
        ("document:\n  signed: 2024-07-03\n  addressee：各市\n", 8, 12, "full-width colon", "addressee"),
        (
            "document:\n  signed: 2024-07-03\n  attachments: [名单]\n",
            8,
            17,
            "no heading for the attachment “名单”",
            "## 名单",
        ),
        ("document:\n  signed: 2024-07-03\n  attachments: [责任分工, 清漂流程]\n", 8, 23, "“清漂流程”", "same order"),
        ("preset: poster\n", 6, 9, "preset cannot be", "news, gongwen"),
    ],
)
def test_a_mistake_has_its_place_and_the_way_out(
    document: str, line: int, column: int, message: str, hint: str
) -> None:
    with pytest.raises(ArticleError) as caught:
        _article(document)
    error = caught.value
    assert (error.at.line, error.at.column) == (line, column), str(error)
    assert message in error.message
    assert hint in error.hint


@pytest.mark.parametrize(
    "number",
    [
        "云政办发[2024]12号",
        "云政办发（2024）12号",
        "云政办发【2024】12号",
        "云政办发〔24〕12号",
        "云政办发〔2024〕012号",
        "云政办发〔2024〕第12号",
        "〔2024〕12号",
        "云政办发〔2024〕12",
        "2024-12",
        "云政办发〔２０２４〕12号",
        "云政办发〔2024〕0号",
    ],
)
def test_a_document_number_has_one_form(number: str) -> None:
    with pytest.raises(ArticleError) as caught:
        _article(f"document:\n  signed: 2024-07-03\n  number: '{number}'\n")
    assert (caught.value.at.line, caught.value.at.column) == (8, 11)
    assert "云政办发〔2025〕6号" in caught.value.hint


def test_all_that_people_read_of_it_is_translated() -> None:
    article = _article()
    segments = {each.id: each for each in segment(article) if each.id.startswith("document.")}
    assert {key: each.text for key, each in segments.items()} == {
        "document.addressee": "各市人民政府",
        "document.issuers.1": "云泽省人民政府",
        "document.issuers.2": "云泽省水利厅",
        "document.attachments.1": "清漂流程",
        "document.attachments.2": "责任分工",
        "document.copies-to": "省委办公厅",
        "document.printed-by": "云泽省人民政府办公厅",
    }
    assert (segments["document.issuers.2"].at.line, segments["document.issuers.2"].role) == (11, "issuers")
    units = {each.id: Unit(segment=each, target=f"T {each.id}", state=State.TRANSLATED) for each in segment(article)}
    words = join(article, units, EN).document
    assert words.addressee == "T document.addressee"
    assert words.attachments == ("T document.attachments.1", "T document.attachments.2")
    own = {each.id: Unit(segment=each, target=each.text, state=State.TRANSLATED) for each in segment(article)}
    assert join(article, own, ZH_CN) == article.wording
