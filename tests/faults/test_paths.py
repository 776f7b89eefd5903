"""Row 12 of the faults: names with .., absolute names, sibling prefixes and links; nothing is written outside the output."""

from __future__ import annotations

import pytest
from support.office import ARTICLE, SETTINGS, finished_office

IDS = (
    "../escape",
    "..",
    ".",
    "/tmp/escape",
    "a/b",
    "a\\b",
    "~",
    "-rf",
    "a\x00b",
    "con\nx",
    "%2e%2e",
    "．．",
    "x" * 300,
    ".hidden",
    "",
)


def tree(folder):
    return {
        path: (path.is_dir(), path.is_symlink(), b"" if path.is_dir() else path.read_bytes())
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("name", IDS, ids=lambda name: ascii(name)[:20])
def test_an_id_cannot_lead_out_of_the_output_folder(govpub, tmp_path, name):
    office = tmp_path / "outer" / "office"
    (office / "articles").mkdir(parents=True)
    (office / "govpub.toml").write_text(SETTINGS, encoding="utf-8")
    quoted = '"' + "".join(f"\\u{ord(character):04x}" for character in name) + '"'
    (office / "articles" / "a.md").write_text(ARTICLE.replace("flood-drill", quoted), encoding="utf-8")
    before = tree(tmp_path / "outer")
    outcome = govpub("export", "articles/a.md", "--edition", "zh-CN", folder=office)
    made = tree(tmp_path / "outer").keys() - before.keys()
    if outcome.status == 0:
        assert all(
            path.is_relative_to(office / "dist") and path != office / "dist" for path in made - {office / "dist"}
        )
        assert not name.startswith((".", "/", "~", "-"))
    else:
        assert outcome.status == 2
        assert "articles/a.md:2" in outcome.err
        assert made == set()


def test_an_output_that_is_a_link_is_refused(govpub, tmp_path):
    office = finished_office(govpub, tmp_path / "office")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("x", encoding="utf-8")
    (office / "dist").mkdir()
    (office / "dist" / "flood-drill").symlink_to(outside)
    govpub("export", "articles/flood-drill.md", folder=office, status=2)
    assert [path.name for path in outside.iterdir()] == ["precious.txt"]


def test_a_folder_that_govpub_did_not_make_is_not_replaced(govpub, tmp_path):
    office = finished_office(govpub, tmp_path / "office")
    (office / "dist" / "flood-drill").mkdir(parents=True)
    (office / "dist" / "flood-drill" / "precious.txt").write_text("x", encoding="utf-8")
    govpub("export", "articles/flood-drill.md", folder=office, status=2)
    assert (office / "dist" / "flood-drill" / "precious.txt").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    "image",
    [
        "../../secret.png",
        "/etc/passwd",
        "../../office-private/secret.png",
        "link.png",
        "file:///etc/passwd",
        "http://127.0.0.1/x.png",
    ],
)
def test_an_image_outside_the_workspace_is_not_taken_in(govpub, tmp_path, image):
    office = finished_office(govpub, tmp_path / "office")
    secret = b"\x89PNG\r\n\x1a\nsecret of another folder"
    (tmp_path / "secret.png").write_bytes(secret)
    (tmp_path / "office-private").mkdir()
    (tmp_path / "office-private" / "secret.png").write_bytes(secret)
    (office / "articles" / "link.png").symlink_to(tmp_path / "secret.png")
    article = office / "articles" / "flood-drill.md"
    article.write_text(ARTICLE + f"\n![图]({image})\n", encoding="utf-8")
    outcome = govpub("export", "articles/flood-drill.md", "--edition", "zh-CN", folder=office)
    assert outcome.status == 2, outcome.said
    assert not any(b"secret of" in path.read_bytes() for path in office.rglob("dist/**/*") if path.is_file())


def test_a_catalog_that_is_a_link_stays_one(govpub, tmp_path):
    office = finished_office(govpub, tmp_path / "office")
    catalog = office / "articles" / "flood-drill.en.po"
    kept = tmp_path / "kept.po"
    catalog.rename(kept)
    catalog.symlink_to(kept)
    (office / "articles" / "flood-drill.md").write_text(ARTICLE + "\n新的一段。\n", encoding="utf-8")
    govpub("translate", "articles/flood-drill.md", folder=office, status=0)
    assert catalog.is_symlink()
    assert "新的一段。" in kept.read_text(encoding="utf-8")
