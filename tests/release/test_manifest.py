"""manifest.json and SHA256SUMS: what went out, checked with the tools that others use."""

import hashlib
import json
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from support.releases import notice

from govpub.model.article import Article
from govpub.model.finding import Finding, Severity
from govpub.release import File, Inputs, manifest, sha256sums

RELEASE = notice("bilingual")
ARTICLE = Article(
    id="fire-season",
    wording=RELEASE.primary.wording,
    published=RELEASE.published,
    embargo=RELEASE.published + timedelta(minutes=30),
    release_number="2024-119",
)
FILES = (
    File(
        name="fire-season.zh-CN.txt", content="通知\n".encode(), media_type="text/plain", edition="zh-CN", format="txt"
    ),
    File(name="assets/ridge.png", content=b"\x89PNG", media_type="image/png"),
    File(name="fire-season.bilingual.html", content=b"<p>", media_type="text/html", edition="bilingual", format="html"),
)
FINDINGS = (
    Finding(rule="terms.missing", severity=Severity.WARNING, message="…"),
    Finding(rule="terms.missing", severity=Severity.WARNING, message="…"),
    Finding(rule="text.full-width", severity=Severity.ERROR, message="…"),
)


def _manifest(**changes) -> dict:
    return json.loads(_text(**changes))


def _text(**changes) -> str:
    values = {
        "article": ARTICLE,
        "renditions": RELEASE.renditions,
        "inputs": Inputs(article=b"a", catalog=b"c", translation="t", glossary=b"g"),
        "files": FILES,
        "findings": FINDINGS,
        "layout": "columns",
        "version": "1.2.3",
    }
    return manifest(**values | changes)


def test_it_tells_what_the_release_is_and_from_which_bytes() -> None:
    told = _manifest(under_embargo=True, draft=True)
    assert {key: told[key] for key in told if key not in ("files", "titles")} == {
        "schema": 1,
        "govpub": "1.2.3",
        "id": "fire-season",
        "release_number": "2024-119",
        "languages": ["zh-CN", "en"],
        "published": "2024-12-25T09:30:00+08:00",
        "updated": "2024-12-25T09:30:00+08:00",
        "embargo": "2024-12-25T10:00:00+08:00",
        "under_embargo": True,
        "draft": True,
        "layout": "columns",
        "inputs": {name: hashlib.sha256(name[:1].encode()).hexdigest() for name in ("article", "catalog", "glossary")}
        | {"translation": "t"},
        "findings": {"errors": 1, "warnings": 2, "rules": {"terms.missing": 2, "text.full-width": 1}},
    }
    assert told["titles"] == {each.locale.tag: each.wording.title for each in RELEASE.renditions}


def test_it_lists_the_files_by_name_with_their_sums() -> None:
    files = _manifest()["files"]
    assert [file["name"] for file in files] == sorted(file.name for file in FILES)
    assert files[2] == {
        "name": "fire-season.zh-CN.txt",
        "edition": "zh-CN",
        "format": "txt",
        "media_type": "text/plain",
        "bytes": 7,
        "sha256": hashlib.sha256("通知\n".encode()).hexdigest(),
    }
    assert (files[0]["edition"], files[0]["format"]) == (None, None), "an image serves every edition"


def test_what_is_not_there_is_null() -> None:
    bare = Article(id="x", wording=ARTICLE.wording, published=ARTICLE.published)
    told = _manifest(article=bare, inputs=Inputs(article=b""), findings=())
    assert (told["embargo"], told["release_number"], told["inputs"]["catalog"]) == (None, None, None)
    assert told["findings"] == {"errors": 0, "warnings": 0, "rules": {}}


def test_its_form_is_fixed() -> None:
    text = _text()
    assert text == _text(files=FILES[::-1], findings=FINDINGS[::-1])
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "通知" in text


def test_half_a_surrogate_pair_does_not_stop_it() -> None:
    bare = Article(id="x", wording=ARTICLE.wording, published=ARTICLE.published, release_number="\ud800")
    assert _text(article=bare).encode()


NAMES = ("b.txt", "a/b c.txt", "公告.txt", "back\\slash", "line\nfeed", "-n", "*star")


def test_sha256sum_accepts_the_sums(tmp_path: Path) -> None:
    files = {name: name.encode() for name in NAMES}
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "SHA256SUMS").write_text(sha256sums(files), encoding="utf-8")
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "b.txt").write_bytes(b"changed")
    changed = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False, env={"LC_ALL": "C"})
    assert changed.returncode == 1
    assert "b.txt: FAILED" in changed.stdout


def test_sums_are_sorted_by_name() -> None:
    lines = sha256sums(dict.fromkeys(("z", "a", "m"), b"")).splitlines()
    assert [line[66:] for line in lines] == ["a", "m", "z"]


@pytest.mark.parametrize("content", [b"", b"\0\xff"])
def test_sums_are_those_of_the_bytes(content: bytes) -> None:
    assert sha256sums({"x": content}) == f"{hashlib.sha256(content).hexdigest()}  x\n"
