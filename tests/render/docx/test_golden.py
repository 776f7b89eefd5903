"""The documents of the samples as a reader meets them, kept to be reviewed."""

import pytest
from lxml import etree
from support.documents import word
from support.golden import Golden

CASES = (
    ("notice", "zh-CN"),
    ("notice", "interleaved"),
    ("statistics", "columns"),
    ("draft", "sequential"),
    ("embargoed", "en"),
)


@pytest.mark.parametrize(("sample", "setting"), CASES)
def test_what_a_reader_meets(sample: str, setting: str, golden: Golden) -> None:
    golden(f"docx/{sample}.{setting}.txt", word(sample, setting).outline())


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_how_it_is_written(part: str, golden: Golden) -> None:
    written = etree.tostring(word("readout", "zh-CN").part(part), pretty_print=True, encoding="unicode")
    golden(f"docx/readout.zh-CN.{part.rpartition('/')[2]}", written)
