"""What is far too large, or no image, or elsewhere: a clear error or a right release, in bounded memory."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from govpub.workflow.init import init

HEAD = "---\nid: large\nlang: zh-CN\ntitle: {title}\npublished: 2024-12-25T09:30+08:00\n---\n\n"
SENTENCE = "会议要求各级各部门压实责任，抓好落实，确保完成全年目标任务。"
MEGABYTES = 10 if os.environ.get("GOVPUB_FUZZ") else 2
MOST_MEMORY = 500 * 1024
"""Resident, in KiB."""
MOST_SECONDS = 60

RUN = """
import resource, sys
from govpub.cli.run import run
status = run(sys.argv[1:])
sys.stderr.write(f"\\npeak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}")
sys.exit(status)
"""


@pytest.fixture
def office(tmp_path):
    init(tmp_path / "office")
    return tmp_path / "office"


def export(office, text, form="html,docx,txt"):
    """Export the article in one edition; return status, what was said, and the peak of memory in KiB."""
    (office / "articles" / "large.md").write_text(text, encoding="utf-8")
    arguments = ["export", "articles/large.md", "--edition", "zh-CN", "--format", form, "--quiet", "--jobs", "1"]
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=office,
        env={**os.environ, "GOVPUB_LANG": "en"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    said, _mark, peak = done.stderr.rpartition("\npeak ")
    return done.returncode, said, int(peak)


@pytest.mark.timing
@pytest.mark.parametrize("form", ["html", "docx", "txt"])
def test_a_long_article(office, form):
    paragraph = SENTENCE * 4
    count = MEGABYTES * 1_000_000 // len(paragraph.encode())
    status, said, peak = export(office, HEAD.format(title="长") + "\n\n".join([paragraph] * count) + "\n", form)
    assert (status, said) == (0, "")
    assert peak < MOST_MEMORY


@pytest.mark.timing
def test_a_table_of_ten_thousand_rows(office):
    rows = "".join(f"| 第{number}行 | {number}万元 | 增长{number % 10}% |\n" for number in range(10_000))
    text = HEAD.format(title="表") + "| 甲 | 乙 | 丙 |\n|---|---|---|\n" + rows
    status, said, peak = export(office, text)
    assert (status, said) == (0, "")
    assert peak < MOST_MEMORY
    assert "第9999行" in (office / "dist" / "large" / "large.zh-CN.txt").read_text(encoding="utf-8")


def test_a_title_of_five_thousand_characters(office):
    status, said, peak = export(office, HEAD.format(title="长" * 5000) + "正文。\n")
    assert (status, said) == (0, "")
    assert peak < MOST_MEMORY


def test_an_image_of_400_mib(office):
    with (office / "articles" / "images" / "huge.png").open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(400 * 1024 * 1024)
    status, said, peak = export(office, HEAD.format(title="图") + "![图](images/huge.png)\n")
    assert status == 2
    assert "large.md:8" in said
    assert "too large" in said
    assert peak < MOST_MEMORY
    assert not (office / "dist").exists()


@pytest.mark.parametrize(
    ("content", "path", "part"),
    [
        (b"GIF89a", "images/no.png", "not an image"),
        (b"hello", "images/no.png", "not an image"),
        (None, "images/gone.png", "no such image"),
        (None, "../../outside.png", "outside the workspace"),
        (None, "/etc/passwd", "must be relative"),
    ],
)
def test_what_is_no_image_of_the_workspace(office, content, path, part):
    if content is not None:
        (office / "articles" / path).write_bytes(content)
    (office.parent / "outside.png").write_bytes(b"\x89PNG")
    status, said, _peak = export(office, HEAD.format(title="图") + f"![图]({path})\n")
    assert status == 2
    assert "large.md:8" in said
    assert part in said
    assert not (office / "dist").exists()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_links_that_run_or_read(office, address):
    status, said, _peak = export(office, HEAD.format(title="链接") + f"[这里]({address})\n")
    assert status == 2
    assert "large.md:8" in said
    assert not (office / "dist").exists()
