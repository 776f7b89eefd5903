"""A small office for tests: an article about a flood drill, its translation, and a workspace around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from support.command import Govpub

__all__ = ["ARTICLE", "PAGE", "RENDERINGS", "SETTINGS", "fill", "finished_office"]

SETTINGS = """\
[office]
name = {zh-CN = "青河市人民政府新闻办公室", en = "Information Office of Qinghe Municipal People's Government"}
"""

ARTICLE = """\
---
id: flood-drill
lang: zh-CN
title: 全市举行防汛演练
published: 2024-06-03T09:30+08:00
---

演练在三个县同时举行。**各部门**参加了演练。

- 转移群众
- 检查堤防
"""

PAGE = """\
<html><head><title>站点</title></head><body>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li></ul>
<h1>青河市举行防汛演练</h1>
<p>2024-06-03 09:30 来源：青河市人民政府</p>
<p>六月三日，全市防汛演练在三个县同时举行，各部门参加了演练。</p>
<p>演练检验了应急预案，下一步将继续检查堤防，确保安全度汛。</p>
<div class="footer">版权所有 青河市人民政府办公室主办 网站标识码 5100000000</div>
</body></html>
"""

RENDERINGS = {
    "全市举行防汛演练": "City Holds Flood Control Drill",
    "演练在三个县同时举行。": "The drill was held in three counties at the same time.",
    "各部门": "All departments",
    "参加了演练。": " took part in the drill.",
    "转移群众": "Moving residents to safety",
    "检查堤防": "Inspecting the dikes",
}
"""Text of a segment (or of a part between placeholders) → what stands for it in English."""


def fill(catalog: Path, renderings: Mapping[str, str] = RENDERINGS) -> None:
    """Translate every entry of a catalog, as a translator in another editor would."""
    file = polib.pofile(str(catalog), encoding="utf-8", wrapwidth=0)
    for entry in file:
        target = entry.msgid
        for source, rendering in renderings.items():
            target = target.replace(source, rendering)
        entry.msgstr = target
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save(str(catalog))


def finished_office(govpub: Govpub, folder: Path) -> Path:
    """Make a workspace whose one article is translated, and return its folder."""
    (folder / "articles").mkdir(parents=True)
    (folder / "govpub.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "articles" / "flood-drill.md").write_text(ARTICLE, encoding="utf-8")
    govpub("translate", "articles/flood-drill.md", folder=folder, status=0)
    fill(folder / "articles" / "flood-drill.en.po")
    return folder
