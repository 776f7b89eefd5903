"""Every document is one that Word opens: parts, relationships, and children in the order of the schema."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from support.documents import CASES, NAMES, ORDERS, word
from support.official import SETTINGS, official_word

W = f"{{{NAMES['w']}}}"
every_document = pytest.mark.parametrize(("sample", "setting"), CASES)


@every_document
def test_children_stand_in_the_order_of_the_schema(sample: str, setting: str) -> None:
    seen = set()
    for name, root in word(sample, setting).parts():
        for element in root.iter(f"{W}*"):
            tag = element.tag.removeprefix(W)
            if tag not in ORDERS or (tag in ("p", "r") and not len(element)):
                continue
            order = ORDERS[tag].split()
            children = [child.tag.removeprefix(W) for child in element]
            if tag in ("p", "r"):  # properties first, then anything
                assert f"{tag}Pr" not in children[1:], name
                continue
            assert set(children) <= set(order), (name, tag, children)
            places = [order.index(child) for child in children]
            assert places == sorted(places), (name, tag, children)
            seen.add(tag)
    assert {"pPr", "rPr", "sectPr", "style", "tblPr", "lvl", "settings"} <= seen


@every_document
def test_what_parts_refer_to_is_there_and_every_part_has_a_type(sample: str, setting: str) -> None:
    document = word(sample, setting)
    names = set(document.archive.namelist())
    types = {part.get("PartName") for part in document.find("/ct:Types/ct:Override", "[Content_Types].xml")}
    assert types == {f"/{name}" for name in names if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for name, root in document.parts():
        if name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("/")
        used = set(root.xpath("//@r:id | //@r:embed", namespaces=NAMES))
        known = document.targets(f"{folder}/_rels/{file}.rels") if f"{folder}/_rels/{file}.rels" in names else {}
        assert used <= set(known), name
    assert document.archive.testzip() is None


@every_document
def test_ids_are_given_once_and_styles_exist(sample: str, setting: str) -> None:
    document = word(sample, setting)
    styles = set(document.part("word/styles.xml").xpath("//w:style/@w:styleId", namespaces=NAMES))
    for part in ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        used = document.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val | //w:basedOn/@w:val", part)
        assert set(used) <= styles, part
    for path in ("//wp:docPr/@id", "//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name"):
        found = document.find(path)
        assert len(found) == len(set(found)), path
    numbers = set(document.find("//w:numId/@w:val")) | set(document.find("//w:numId/@w:val", "word/footnotes.xml"))
    assert numbers == set(document.find("//w:num/@w:numId", "word/numbering.xml"))
    notes = document.find("//w:footnoteReference/@w:id")
    assert sorted(notes) == sorted(document.find("//w:footnote[not(@w:type)]/@w:id", "word/footnotes.xml"))


@every_document
def test_every_cell_ends_with_a_paragraph_and_tables_do_not_touch(sample: str, setting: str) -> None:
    document = word(sample, setting)
    assert not document.find("//w:tc[not(*[last()][self::w:p])]")
    assert not document.find("//w:tbl/following-sibling::*[1][self::w:tbl]")
    assert not document.find("//w:gridSpan | //w:vMerge | //wp:anchor | //w:hyperlink//w:hyperlink")


@every_document
def test_python_docx_reads_it(sample: str, setting: str) -> None:
    content = word(sample, setting).content
    read = docx.Document(io.BytesIO(content))
    assert read.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    assert read.styles["Title"].font.size.pt in (22, 16)
    assert len(content) < 20_000, "the template's share stays small"


# What the validator says of every document without being right: Word opens documents without a theme part, which is
# optional (ISO 29500-1, 11.3), and it looks for footnotes under a path without their namespace.
NOT_SO = ("relationships/theme' is missing", "xpath='//w:footnotes/w:footnote'/@id")


def _faults(folder: Path, documents: dict[str, bytes]) -> list[str]:
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=50)
    found = []
    for name, content in documents.items():
        file = folder / f"{name}.docx"
        file.write_bytes(content)
        errors = map(str, validator.validate(file).errors)
        found += [f"{name}: {error}" for error in errors if not any(known in error for known in NOT_SO)]
    return found


def test_no_validator_of_the_open_xml_schema_finds_a_fault(tmp_path: Path) -> None:
    documents = {f"{sample}-{setting}": word(sample, setting).content for sample, setting in CASES}
    documents |= {f"official-{setting}": official_word(setting).content for setting in SETTINGS}
    documents["official-draft"] = official_word("columns", draft=True).content
    assert _faults(tmp_path, documents) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'<w:b/><w:bCs/><w:lang w:val="en-US"/>', b'<w:lang w:val="en-US"/><w:b/><w:bCs/>'),
        (b'<w:docGrid w:type="lines"', b'<w:docGrid w:type="rows"'),
        (b"<w:tblGrid>", b"<w:tblGrid><w:tr/>"),
    ],
)
def test_the_validator_finds_faults_where_there_are_some(tmp_path: Path, right: bytes, wrong: bytes) -> None:
    whole = word("statistics", "columns")
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name in whole.archive.namelist():
            content = whole.archive.read(name)
            assert name != "word/document.xml" or right in content
            archive.writestr(name, content.replace(right, wrong, 1))
    assert _faults(tmp_path, {"broken": broken.getvalue()})
