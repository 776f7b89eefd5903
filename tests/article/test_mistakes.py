"""Every mistake in an article is one error: what, where, and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from govpub.article import parse_article
from govpub.errors import ArticleError

GOOD = """\
---
id: drill
lang: zh-CN
title: 防汛演练
published: 2024-12-25T09:30+08:00
---

正文。
"""
PATH = Path("articles/drill.md")


def front(*lines: str) -> str:
    """Return an article with these lines added to its front matter; they begin in line 6."""
    return GOOD.replace("+08:00\n---", "+08:00\n" + "\n".join(lines) + "\n---")


def without(key: str) -> str:
    return "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(key + ":"))


def changed(key: str, value: str) -> str:
    return "".join(
        f"{key}:{value}\n" if line.startswith(key + ":") else line for line in GOOD.splitlines(keepends=True)
    )


def body(text: str) -> str:
    """Return an article with this body; it begins in line 8."""
    return GOOD.replace("正文。\n", text)


CASES = {
    # name: (text, place, message, hint)
    "no front matter": ("正文。\n", "1:1", "no front matter", "begin the file with a line `---`"),
    "empty": ("", "1:1", "no front matter", "title"),
    "unclosed front matter": ("---\ntitle: a\n", "1:1", "not closed", "between the keys and the text"),
    "empty front matter": ("---\n---\n正文\n", "2:1", "no title", "add a line `title: …`"),
    "not YAML": (front('source: "a'), "", "not YAML", "quotation marks"),
    "colon in a value": (front("source: a: b"), "6:10", "not YAML: mapping values are not allowed", "quotation marks"),
    "a list for keys": ("---\n- a\n---\n正文\n", "2:1", "keys and values", "title: …"),
    "a text for keys": ("---\nabc\n---\n正文\n", "2:1", "keys and values", "title: …"),
    "two documents": (front("...", "source: 甲"), "", "not YAML", ""),
    "tab": (front("image:", "\tpath: a.png"), "7:1", "a tab in the front matter", "spaces"),
    "full-width colon": (changed("title", "").replace("title:", "title：防汛"), "4:6", "a full-width colon after the key title", "ASCII colon"),
    "unknown key": (front("titel: 甲"), "6:1", "unknown key: titel", "did you mean `title`?"),
    "unknown key, nothing near": (front("标题: 甲"), "6:1", "unknown key: 标题", "use one of id, lang"),
    "key with underscore": (front("release_number: 2024-1"), "6:1", "unknown key", "`release-number`"),
    "key twice": (front("title: 又"), "6:1", "title stands twice, first in line 4", "keep one"),
    "key that is a list": (front("? [a]", ": b"), "6:3", "a key must be a word", "key: value"),
    "anchor": (front("source: &x 甲"), "6:9", "anchors", "quotation marks"),
    "alias": (front("source: *x"), "6:9", "aliases", "quotation marks"),
    "tag": (front("source: !x 甲"), "6:9", "tags", "quotation marks"),
    "python tag": (front("source: !!python/object:os.system 甲"), "6:9", "tags", "quotation marks"),
    "too deep": (front("keywords: [[[[[a]]]]]"), "6:14", "nested too deeply", "lists of texts"),
    "bomb": (front("keywords: " + "[" * 100_000), "6:14", "nested too deeply", "lists of texts"),
    "notes that are one text": (front("notes: 甲"), "6:8", "notes must be a list of texts", "notes: [one, two]"),
    "missing title": (without("title"), "5:1", "no title", "`title: …`"),
    "missing id": (without("id"), "5:1", "no id", "`id: …`"),
    "missing lang": (without("lang"), "5:1", "no lang", "`lang: …`"),
    "missing published": (without("published"), "5:1", "no published", "`published: …`"),
    "empty title": (changed("title", ""), "4:1", "title is empty", "after the colon"),
    "blank title": (changed("title", ' "  "'), "4:1", "title is empty", "after the colon"),
    "null title": (changed("title", " ~"), "4:1", "title is empty", "after the colon"),
    "title is a list": (changed("title", " [甲]"), "4:8", "title must be one text", "quotation marks"),
    "title is a mapping": (changed("title", " {a: b}"), "4:8", "title must be one text", "quotation marks"),
    "keywords are a text": (front("keywords: 甲"), "6:11", "keywords must be a list", "[one, two]"),
    "keywords hold a list": (front("keywords: [[甲]]"), "6:12", "keywords must be a list of texts", "[one, two]"),
    "empty keyword": (front("keywords: ['']"), "6:12", "keywords must be a list of texts", "[one, two]"),
    "control character in a value": (front('source: "\\a"'), "6:9", "cannot be printed", "escape"),
    "unknown lang": (changed("lang", " fr"), "3:7", "lang cannot be “fr”", "use one of zh-CN, en"),
    "capital in id": (changed("id", " Drill"), "2:5", "id cannot be “Drill”", "lower-case"),
    "dots in id": (changed("id", " ../x"), "2:5", "id cannot be “../x”", "lower-case"),
    "long id": (changed("id", " " + "a" * 81), "2:5", "id cannot be", "at most 80"),
    "hyphen at the end of id": (changed("id", " a-"), "2:5", "id cannot be", "lower-case"),
    "release-number": (front("release-number: 118"), "6:17", "release-number cannot be “118”", "2024-118"),
    "layout": (front("layout: rows"), "6:9", "layout cannot be “rows”", "columns, interleaved, sequential"),
    "segmentation": (front("segmentation: word"), "6:15", "segmentation cannot be", "sentence, paragraph"),
    "date without time": (changed("published", " 2024-12-25"), "5:12", "no time and no zone", "2024-12-25T09:30+08:00"),
    "naive time": (changed("published", " 2024-12-25T09:30"), "5:12", "this time has no zone", "+08:00"),
    "no date": (changed("published", " 昨天"), "5:12", "not a date and time", "+08:00"),
    "month 13": (changed("published", " 2024-13-25T09:30+08:00"), "5:12", "no such day", "+08:00"),
    "30 February": (changed("published", " 2024-02-30T09:30+08:00"), "5:12", "no such day", "+08:00"),
    "25 o'clock": (changed("published", " 2024-02-03T25:30+08:00"), "5:12", "no such day or time", "+08:00"),
    "zone +25": (changed("published", " 2024-02-03T09:30+25:00"), "5:12", "no such day or time", "+08:00"),
    "year 1": (changed("published", " 0001-01-01T00:00+08:00"), "5:12", "1900 and 2999", "+08:00"),
    "naive embargo": (front("embargo: 2024-12-25 09:30"), "6:10", "this time has no zone", "+08:00"),
    "naive update": (front("updated: 2024-12-26 09:30"), "6:10", "this time has no zone", "+08:00"),
    "updated too early": (front("updated: 2024-12-25T09:30+09:00"), "6:10", "earlier than `published`", "leave `updated` out"),
    "image is a text": (front("image: a.png"), "6:8", "keys path and alt", "indented"),
    "image without path": (front("image:", "  alt: 甲"), "6:1", "image has no path", "what it shows"),
    "image without alt": (front("image:", "  path: a.png"), "6:1", "image has no alt", "what it shows"),
    "image with an unknown key": (front("image:", "  src: a.png"), "7:3", "unknown key: src", "use one of path, alt, caption"),
    "image with an absolute path": (front("image:", "  path: /etc/passwd", "  alt: 甲"), "7:9", "must be relative", "images/drill.jpg"),
    # the body
    "no text": (body(""), "6", "no text", "below the closing"),
    "only a comment of spaces": (body("　　\n"), "6", "no text", "below the closing"),
    "level 1": (body("# 标题\n\n正文。\n"), "8", "level 1", "begin headings of the text with `##`"),
    "level 1, underlined": (body("标题\n===\n"), "8", "level 1", "`##`"),
    "empty heading": (body("##\n\n正文。\n"), "8", "heading without text", "after the `#` marks"),
    "unclosed fence": (body("甲\n\n```\n乙\n"), "10", "code block is not closed", "write a line ```"),
    "unclosed fence of tildes": (body("~~~~\n乙\n"), "8", "code block is not closed", "write a line ~~~~"),
    "fence closed by its item": (body("- ```\n  a\n\n乙\n"), "8", "code block is not closed", "```"),
    "indented": (body("甲\n\n    乙\n"), "10", "indented by four spaces", "take the spaces away"),
    "empty item": (body("- 甲\n-\n"), "9", "item of a list is empty", "delete the mark"),
    "empty quotation": (body(">\n"), "8", "quotation without text", "`>`"),
    "no such footnote": (body("甲[^1]。\n"), "8:2", "no footnote [^1]", "[^1]: …"),
    "footnote nobody refers to": (body("甲\n\n[^1]: 乙\n"), "10", "nothing refers to the footnote [^1]", "behind the words"),
    "footnote only refers to itself": (body("甲\n\n[^1]: 乙[^1]\n"), "10", "nothing refers", "delete"),
    "footnote twice": (body("甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙\n"), "12", "[^1] is defined twice, first in line 10", "another label"),
    "empty footnote": (body("甲[^1]\n\n[^1]:\n"), "10", "footnote [^1] is empty", "write its text"),
    "footnote with a strange name": (body("甲[^a*]\n\n[^a*]: 乙\n"), "10", "cannot be called a*", "letters, digits"),
    "javascript": (body("[甲](javascript:alert(1))\n"), "8:5", "must not use javascript:", "http, https, mailto, tel"),
    "JavaScript by a reference": (body("甲\n[甲](Java&#x53;cript:alert)\n"), "8", "must not use javascript:", "relative"),
    "a tab inside of a scheme": (body("[甲](java&Tab;script:alert)\n"), "8", "control character", "again"),
    "vbscript": (body("[甲](vbscript:x)\n"), "8:5", "must not use vbscript:", "https"),
    "data": (body("甲\n乙[甲](data:text/html,x)\n"), "9:6", "must not use data:", "https"),
    "file": (body("[甲](file:///etc/passwd)\n"), "8:5", "must not use file:", "https"),
    "javascript between angle brackets": (body("<javascript:alert(1)>\n"), "8:2", "must not use javascript:", "https"),
    "javascript by definition": (body("[甲]\n\n[甲]: javascript:x\n"), "8", "must not use javascript:", "https"),
    "link without address": (body("[甲]()\n"), "8", "without an address", "parentheses"),
    "link without text": (body("[](a.html)\n"), "8:4", "link without text", "square brackets"),
    "link with a space for text": (body("甲[ ](a.html)\n"), "8:6", "link without text", "square brackets"),
    "absolute image": (body("![甲](/a.png)\n"), "8:6", "must be relative", "images/drill.jpg"),
    "image by address": (body("![甲](https://a.cn/a.png)\n"), "8:6", "not an address", "images/drill.jpg"),
    "image on a drive": (body("![甲](C:/a.png)\n"), "8:6", "not an address", "images/drill.jpg"),
    "image as data": (body("![甲](data:image/png;base64,AA)\n"), "8:6", "not an address", "images/drill.jpg"),
    "image with backslashes": (body("![甲](images\\a.png)\n"), "8:6", "backslash", "forward slashes"),
    "tab in the path of an image": (body("![甲](a&Tab;b.png)\n"), "8", "control character", "images/drill.jpg"),
    "image on a share": (body("![甲](//host/a.png)\n"), "8:6", "must be relative", "images/drill.jpg"),
    "image without a path": (body("![甲]()\n"), "8", "without a path", "images/drill.jpg"),
    "image without a text": (body("![](a.png)\n"), "8:5", "do not see it", "square brackets"),
    "image with a space in its path": (body("甲![乙](my image.png)\n"), "8:2", "cannot be read as one", "<my image.png>"),
    "caption inside of a line": (body('甲![乙](a.png "丙")\n'), "8:14", "has a caption", "paragraph of its own"),
    "caption inside of a heading": (body('## 甲![乙](a.png "丙")\n'), "8:17", "has a caption", "paragraph of its own"),
    "caption inside of a cell": (body('| 甲 |\n| --- |\n| ![乙](a.png "丙") |\n'), "10:15", "has a caption", "paragraph"),
    "too deep a quotation": (body("> " * 21 + "甲\n"), "8", "more than 20 deep", "flatter"),
    "much too deep a quotation": (body(">" * 50_000 + "甲\n"), "8", "more than 20 deep", "flatter"),
    "too deep a list": (body("\n".join("  " * depth + "- 甲" for depth in range(21)) + "\n"), "28", "more than 20 deep", "flatter"),
    "NUL": (body("甲\0乙\n"), "8:2", "cannot be printed: U+0000", "delete it"),
    "escape": (body("甲\n\x1b[2J\n"), "9:1", "cannot be printed: U+001B", "pasted"),
    "line separator": (body("甲\u2028乙\n"), "8:2", "cannot be printed: U+2028", "delete it"),
    "lone surrogate": (body("甲\ud800\n"), "8:2", "cannot be printed: U+D800", "delete it"),
    "no character": (front("source: 甲\ufffe"), "6:10", "cannot be printed: U+FFFE", "delete it"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_one_error_with_its_place_and_the_way_out(name):
    text, place, message, hint = CASES[name]
    with pytest.raises(ArticleError) as caught:
        parse_article(text, PATH)
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert error.hint
    assert str(error.at).startswith("articles/drill.md:")
    if place:
        assert str(error.at) == f"articles/drill.md:{place}"


def test_the_case_without_a_mistake_has_none():
    assert parse_article(GOOD, PATH).id == "drill"


def test_an_error_shows_no_control_character_of_the_article():
    text = changed("id", ' "\\e[2J' + "x" * 100 + '"')
    with pytest.raises(ArticleError) as caught:
        parse_article(text)
    assert str(caught.value).isprintable()
    assert len(caught.value.message) < 100
