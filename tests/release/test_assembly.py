"""One Release an edition, with both languages in step."""

from dataclasses import replace
from datetime import timedelta

import pytest
from support.releases import notice, statistics

from govpub.errors import RefusedError
from govpub.model.article import Article
from govpub.model.block import Heading, List, Paragraph, Table
from govpub.model.release import EDITIONS, Edition
from govpub.release import assemble

SAMPLE = notice("bilingual")
SOURCE, TARGET = SAMPLE.renditions
ARTICLE = Article(id="fire-season", wording=SOURCE.wording, published=SAMPLE.published, release_number="2024-119")


def _assemble(edition: Edition = "bilingual", **changes):
    values = {"article": ARTICLE, "source": SOURCE, "target": TARGET, "edition": edition, "layout": "columns"}
    return assemble(**values | changes)


@pytest.mark.parametrize(
    ("edition", "renditions"), [("bilingual", (SOURCE, TARGET)), ("zh-CN", (SOURCE,)), ("en", (TARGET,))]
)
def test_an_edition_has_its_languages_source_first(edition: Edition, renditions: tuple) -> None:
    assert _assemble(edition).renditions == renditions


def test_what_the_article_says_of_itself_goes_along() -> None:
    release = _assemble(siblings=EDITIONS, draft=True, assets=SAMPLE.assets, embargo=SAMPLE.published)
    assert (release.id, release.release_number, release.published) == ("fire-season", "2024-119", SAMPLE.published)
    assert release.siblings == ("zh-CN", "en"), "an edition is not its own sibling"
    assert release.updated == release.published, "nothing changed since"
    assert (release.draft, release.embargo, release.assets) == (True, SAMPLE.published, SAMPLE.assets)
    later = SAMPLE.published + timedelta(days=1)
    assert _assemble(article=replace(ARTICLE, updated=later)).updated == later


def test_the_source_needs_no_translation() -> None:
    release = _assemble("zh-CN", target=None)
    assert release.renditions == (SOURCE,)
    assert release.assets == {}
    assert release.embargo is None


@pytest.mark.parametrize("edition", ["bilingual", "en"])
def test_an_edition_that_needs_a_translation_is_refused_without_one(edition: Edition) -> None:
    with pytest.raises(RefusedError, match=f"edition {edition} needs a translation"):
        _assemble(edition, target=None)


def _without_a_cell(table: Table) -> Table:
    return replace(table, rows=(table.rows[0][:-1], *table.rows[1:]))


def _out_of_step():
    wording = TARGET.wording
    blocks = wording.blocks
    a_list = next(block for block in blocks if isinstance(block, List))
    shorter = replace(a_list, items=a_list.items[:-1])
    heading = next(block for block in blocks if isinstance(block, Heading))
    yield "keyword", replace(wording, keywords=wording.keywords[:-1])
    yield "picture", replace(wording, image=None)
    yield "summary", replace(wording, summary="")
    yield "block", replace(wording, blocks=blocks[:-1])
    yield "kind of block", replace(wording, blocks=(heading, *blocks[1:]))
    yield "level", replace(wording, blocks=tuple(replace(b, level=6) if b is heading else b for b in blocks))
    yield "item", replace(wording, blocks=tuple(shorter if block is a_list else block for block in blocks))
    yield "note", replace(wording, footnotes=wording.footnotes[::-1])
    yield (
        "blocks of a note",
        replace(wording, footnotes=(replace(wording.footnotes[0], blocks=()), *wording.footnotes[1:])),
    )


@pytest.mark.parametrize(("what", "wording"), list(_out_of_step()))
def test_renditions_out_of_step_are_a_fault_and_never_a_release(what: str, wording) -> None:
    with pytest.raises(AssertionError, match="differ in shape"):
        _assemble(target=replace(TARGET, wording=wording))


def test_tables_must_have_the_same_cells() -> None:
    source, target = statistics("bilingual").renditions
    blocks = tuple(_without_a_cell(b) if isinstance(b, Table) else b for b in target.wording.blocks)
    broken = replace(target, wording=replace(target.wording, blocks=blocks))
    assert any(isinstance(block, Paragraph) for block in blocks)
    with pytest.raises(AssertionError, match="differ in shape"):
        _assemble(source=source, target=broken)
