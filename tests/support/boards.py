"""A board with an article in every state, and the workspace of an invented office that has them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from govpub.locales import EN, ZH_CN
from govpub.model.board import Board, Card, Facts, Fault, Findings, Lag, OpenNote, Publication, Published, Translation
from govpub.model.segment import Signature, State

__all__ = ["BEIJING", "BOARD", "EMPTY", "HOSTILE", "NOW"]

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 13, 20, tzinfo=BEIJING)
LI = Signature("Li Hua", datetime(2026, 11, 22, 17, 5, tzinfo=BEIJING))
WANG = Signature("王芳", datetime(2026, 11, 23, 1, 30, tzinfo=UTC))


def counts(untranslated=0, fuzzy=0, translated=0, reviewed=0):
    return dict(zip(State, (untranslated, fuzzy, translated, reviewed), strict=True))


def facts(id_, title, words, segments, days, *, source=ZH_CN, **more):
    target = EN if source is ZH_CN else ZH_CN
    published = NOW - timedelta(days=days, hours=2)
    return Facts(
        id=id_, title=title, source=source, target=target, published=published, words=words, segments=segments, **more
    )


def path(name):
    return Path("articles", f"{name}.md")


def catalog(name):
    return Path("articles", f"{name}.en.po")


BOARD = Board(
    time=NOW,
    office="青河市人民政府新闻办公室",
    cards=(
        Card(
            path=path("bridge"),
            facts=facts("bridge", "青河大桥建成通车", 412, 20, 3),
            translation=Translation(
                catalog=catalog("bridge"),
                segments=counts(reviewed=20),
                words=counts(reviewed=412),
                translator=LI,
                reviewer=WANG,
                findings=Findings(warnings=1, waived=1),
            ),
            publication=Publication(state=Published.CURRENT, languages=("zh-CN", "en")),
        ),
        Card(
            path=path("budget"),
            facts=facts(
                "budget", "关于青河市2026年上半年预算执行情况和“十五五”重点项目安排的报告（摘要）", 2380, 64, 1
            ),
            translation=Translation(
                catalog=catalog("budget"),
                segments=counts(6, 3, 25, 30),
                words=counts(210, 90, 980, 1100),
                lapsed=2,
                lag=Lag(new=1, changed=1, gone=2),
                translator=LI,
                reviewer=WANG,
                notes=(
                    OpenNote(unit="title", line=12, signature=LI, text="请与财政局核对 “重点项目” 的译法"),
                    OpenNote(
                        unit="3f2a9c41d0", line=77, signature=WANG, text="Figures differ from table 2 -- see there"
                    ),
                ),
                findings=Findings(errors=12, warnings=4, incomplete=9),
            ),
            publication=Publication(
                state=Published.OUTDATED, because=("article", "translation"), languages=("zh-CN", "en")
            ),
        ),
        Card(
            path=path("flood-drill"),
            facts=facts(
                "flood-drill", "全市举行防汛演练", 118, 9, -1, embargo=datetime(2026, 12, 25, 9, 30, tzinfo=BEIJING)
            ),
            translation=Translation(segments=counts(9), words=counts(118), findings=Findings(errors=1, incomplete=1)),
            embargoed=True,
        ),
        Card(
            path=path("forum"),
            facts=facts(
                "forum",
                "Qinghe to Host Forum on River Towns & Their <Heritage>",
                340,
                18,
                30,
                source=EN,
                updated=NOW - timedelta(days=12),
                embargo=datetime(2026, 11, 1, 9, 0, tzinfo=BEIJING),
            ),
            translation=Translation(
                catalog=Path("articles/forum.zh-CN.po"),
                segments=counts(translated=17, reviewed=1),
                words=counts(translated=330, reviewed=10),
                findings=Findings(),
            ),
            publication=Publication(state=Published.DRAFT, languages=("en",)),
        ),
        Card(
            path=path("torn"),
            facts=facts("torn", "一篇目录损坏的稿件", 15, 2, 0),
            faults=(
                Fault(
                    message="this line is no part of an entry",
                    at="articles/torn.en.po:7:1",
                    hint="mend the line, or take the file back from git",
                ),
            ),
        ),
        Card(
            path=Path("articles/archive/2026/a-file-with-a-rather-long-name-that-is-no-article.md"),
            faults=(
                Fault(
                    message="lang: no such language: xx", at="articles/archive/2026/x.md:3:7", hint="use zh-CN or en"
                ),
            ),
        ),
    ),
)
EMPTY = Board(time=NOW)
HOSTILE = Board(
    time=NOW,
    office="<script>fire()</script>\"'",
    cards=(
        Card(
            path=Path('articles/"><img src=x onerror=fire()>.md'),
            facts=facts("x", "</bdi><script>fire()</script>\u202e\x1b[31m{{ 7*7 }}", 3, 1, 0),
            translation=Translation(
                catalog=catalog("x"),
                segments=counts(translated=1),
                translator=Signature("<svg onload=fire()>", LI.time),
                notes=(
                    OpenNote(unit="<b>", line=1, signature=LI, text="<img src=x onerror=fire()> javascript:fire()"),
                ),
                findings=Findings(errors=1),
            ),
            faults=(Fault(message="<script>fire()</script>", at="<", hint="&"),),
        ),
    ),
)
