"""Texts of a size that nobody writes by hand: a right document, within a minute and 500 MiB."""

import os
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from support.command import GOVPUB, UNMEASURED
from support.effort import FULL

HEAD = "---\nid: large\nlang: zh-CN\ntitle: {title}\npublished: 2025-01-10T09:00+08:00\n---\n\n"
PARAGRAPH = "各市、各部门分管第{number}项工作，[网址](https://yunze.example/{number})见附表，所需经费列入年度预算。" * 3


def _article(kind: str) -> str:
    match kind:
        case "article":
            size = (10 if FULL else 1) * 2**20
            count = size // len(PARAGRAPH.encode()) + 1
            return HEAD.format(title="大稿") + "\n\n".join(PARAGRAPH.format(number=n) for n in range(count)) + "\n"
        case "table":
            rows = "".join(f"| 第{n}项 | 单位{n} | {n} |\n" for n in range(10_000 if FULL else 1_000))
            return HEAD.format(title="大表") + "说明。\n\n| 序号 | 单位 | 数值 |\n| --- | --- | ---: |\n" + rows
        case _:
            return HEAD.format(title="工作" * 2500) + "正文。\n"


@pytest.mark.slow
@pytest.mark.parametrize("preset", ["news", "gongwen"])
@pytest.mark.parametrize("kind", ["article", "table", "title"])
def test_it_is_done_in_a_minute_and_500_mib(tmp_path: Path, kind: str, preset: str) -> None:
    (tmp_path / "govpub.toml").touch()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "large.md").write_text(_article(kind), encoding="utf-8")
    options = ("--format", "docx", "--edition", "zh-CN", "--preset", preset, "--quiet", "--out", "out")
    started = time.monotonic()
    process = subprocess.Popen([GOVPUB, "export", "articles/large.md", *options], cwd=tmp_path, env=UNMEASURED)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    assert time.monotonic() - started < 60
    assert usage.ru_maxrss < 500 * 1024
    with zipfile.ZipFile(tmp_path / "out" / "large" / "large.zh-CN.docx") as archive:
        text = archive.read("word/document.xml").decode()
    wanted = {"article": "分管第0项", "table": "单位999", "title": "工作" * 2500}
    assert wanted[kind] in text
