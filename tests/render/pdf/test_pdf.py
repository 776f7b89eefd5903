"""The PDF as a reader, a screen reader and an archive see it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace

import pypdf
import pytest
from support.releases import SAMPLES, draft, embargoed, notice, statistics

from govpub.errors import ArticleError, UsageError
from govpub.model.block import Cell, CodeBlock, Paragraph, Table
from govpub.model.inline import Link, Text
from govpub.render.pdf import document, render_pdf

POINTS_PER_MM = 72 / 25.4


def opened(release):
    return pypdf.PdfReader(io.BytesIO(render_pdf(release)))


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize(
    ("edition", "layout"),
    [("bilingual", "columns"), ("bilingual", "interleaved"), ("bilingual", "sequential"), ("en", "columns")],
)
def test_every_sample_can_be_set(sample, edition, layout):
    release = sample(edition, layout)
    reader = opened(release)
    for page in reader.pages:
        assert float(page.mediabox.width) == pytest.approx(210 * POINTS_PER_MM, abs=0.5)
        assert float(page.mediabox.height) == pytest.approx(297 * POINTS_PER_MM, abs=0.5)
    text = squeezed(text_of(reader))
    for rendition in release.renditions:
        assert squeezed(rendition.wording.title)[:6] in text


def test_it_is_tagged_with_title_and_language():
    reader = opened(statistics("zh-CN"))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert reader.metadata.title == statistics("zh-CN").primary.wording.title
    assert str(catalog["/Lang"]).lower().startswith("zh")


def test_drafts_and_embargoes_say_so_on_the_first_page():
    assert "DRAFT" in opened(draft("en")).pages[0].extract_text()
    assert "EMBARGOED" in opened(embargoed("en")).pages[0].extract_text()


def test_tables_footnotes_and_links_are_there():
    reader = opened(statistics("en"))
    text = squeezed(text_of(reader))
    table = next(block for block in statistics("en").primary.wording.blocks if type(block).__name__ == "Table")
    assert squeezed(table.rows[0][0].content[0].text) in text
    targets = [
        str(annotation.get_object()["/A"]["/URI"])
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if "/A" in annotation.get_object()
    ]
    assert any(target.startswith("http") for target in targets)


def paragraphs(*contents):
    release = notice("en")
    wording = replace(
        release.primary.wording,
        image=None,
        blocks=tuple(Paragraph(content=content) for content in contents),
        footnotes=(),
    )
    return replace(release, renditions=(replace(release.primary, wording=wording),), assets={})


@pytest.mark.parametrize(
    "hostile", ["#panic()", '#read("/etc/passwd")', "$x$ `raw` @ref <label>", "*bold* _em_ = heading", "\\u{41} //x /*"]
)
def test_text_is_never_code(hostile):
    assert squeezed(hostile) in squeezed(text_of(opened(paragraphs((Text(hostile),)))))


def test_links_to_scripts_and_files_are_text():
    reader = opened(
        paragraphs((Link((Text("here"),), href="javascript:alert(1)"), Link((Text("x"),), href="file:///etc")))
    )
    assert not any(page.get("/Annots") for page in reader.pages)


def test_code_is_shown_as_it_is():
    release = paragraphs()
    wording = replace(release.primary.wording, blocks=(CodeBlock(text="#let x = 1\n  y"),))
    assert "#letx=1" in squeezed(
        text_of(opened(replace(release, renditions=(replace(release.primary, wording=wording),))))
    )


def test_what_typst_refuses_is_an_error_of_ours():
    release = notice("en")
    broken = {path: replace(asset, content=b"\x89PNG\r\n\x1a\nbroken") for path, asset in release.assets.items()}
    with pytest.raises(ArticleError):
        render_pdf(replace(release, assets=broken))


@pytest.mark.parametrize("blocks", ["text", "table"])
def test_what_would_take_minutes_is_refused_at_once(blocks):
    if blocks == "text":
        release = paragraphs(*[(Text("word " * 2000),)] * 110)
    else:
        header = tuple(Cell(content=(Text("x"),)) for _column in range(3))
        release = paragraphs()
        table = Table(header=header, rows=(header,) * 2100, alignments=("", "", ""))
        wording = replace(release.primary.wording, blocks=(table,))
        release = replace(release, renditions=(replace(release.primary, wording=wording),))
    with pytest.raises(ArticleError) as caught:
        render_pdf(release)
    assert "DOCX" in caught.value.hint


def test_without_the_extra_the_way_out_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError) as caught:
        document.render_pdf(notice("en"))
    assert "govpub[pdf]" in caught.value.hint


def test_the_bytes_do_not_vary(tmp_path):
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); from support.releases import notice;"
        "from govpub.render.pdf import render_pdf; print(hashlib.sha256(render_pdf(notice('bilingual'))).hexdigest())"
    )
    tests = str(next(path for path in map(str, sys.path) if path.endswith("tests")))
    sums = set()
    for zone, seed, locale in (
        ("UTC", "0", "C.UTF-8"),
        ("Asia/Shanghai", "7", "C"),
        ("America/New_York", "99", "C.UTF-8"),
    ):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", script, tests],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            check=True,
            text=True,
        )
        sums.add(done.stdout)
    assert len(sums) == 1
