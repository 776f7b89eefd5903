"""What `govpub glossary impact` shows: the places of a term in the samples, and the releases made of them."""

import json


def test_every_article_entry_and_release_of_a_term_is_shown(govpub, workspace):
    govpub("export", "articles/planning-meeting.md", folder=workspace, status=0)
    out = govpub("glossary", "impact", "云岭省统计局", folder=workspace, status=0).out
    assert "articles/q3-statistics.md:" in out
    assert "articles/q3-statistics.en.po:" in out
    assert "rendered as approved" in out
    assert "planning-meeting" not in out
    out = govpub("glossary", "impact", "中央经济工作会议", folder=workspace, status=0).out
    assert "dist/planning-meeting/manifest.json: a release of planning-meeting (zh-CN, en)" in out
    assert out.rstrip().endswith("1 release")


def test_a_term_that_no_glossary_has_is_sought_as_if_it_had_been_added(govpub, workspace):
    out = govpub("glossary", "impact", "没有", folder=workspace, status=0).out
    assert "no rendering to compare with" in out
    assert "1 place, 1 article, 0 releases" in out


def test_what_is_no_release_and_what_cannot_be_read_does_not_keep_the_rest_from_being_shown(govpub, workspace):
    (workspace / "articles" / "broken.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    for name, text in {
        "other": "[]",
        "bad": "{",
        "none": json.dumps({"id": "q3-statistics", "languages": None}),
    }.items():
        folder = workspace / "dist" / name
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text(text, encoding="utf-8")
    result = govpub("glossary", "impact", "云岭省统计局", folder=workspace, status=2)
    assert "broken.md" in result.err
    assert "dist/none/manifest.json" in result.out
    assert "dist/other" not in result.out


def test_an_article_in_english_is_searched_for_renderings(govpub, workspace):
    out = govpub("glossary", "impact", "云岭省商务厅", folder=workspace, status=0).out
    assert "articles/trade-forum.md:" in out


def test_a_register_of_persons_is_kept_by_commands(govpub, workspace):
    person = ("章海涛", "Zhang Haitao", "--class", "person", "--title", "省长 | from 2024-01-01", "--kind", "mainland")
    govpub("glossary", "add", *person, "--not-near", "邻省", folder=workspace, status=0)
    text = (workspace / "glossary" / "zh_CN-en.po").read_text(encoding="utf-8")
    assert "#. titles: 省长 | from 2024-01-01" in text
    assert "#. not-near: 邻省" in text
    result = govpub("glossary", "edit", "章海涛", "--kind", "nowhere", folder=workspace, status=2)
    assert "mainland" in result.err
    result = govpub("glossary", "edit", "章海涛", "--title", "省长 | since 2024", folder=workspace, status=2)
    assert "titles: 省长" in result.err
