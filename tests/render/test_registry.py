"""The formats that a release can be rendered in."""

import subprocess
import sys

import pytest
from support.releases import readout

from govpub.model.release import FORMATS, Format
from govpub.render import MEDIA_TYPES, RENDERERS


def test_every_format_has_a_renderer_and_a_media_type() -> None:
    assert tuple(RENDERERS) == tuple(MEDIA_TYPES) == FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_a_renderer_gives_bytes_of_its_format(form: Format) -> None:
    content = RENDERERS[form](readout("zh-CN"))
    beginnings = {"html": b"<!doctype html", "docx": b"PK\3\4", "txt": b"", "pdf": b"%PDF-"}
    assert content[:20].lower().startswith(beginnings[form].lower())
    assert content


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    script = (
        "import sys, govpub.render; sys.exit(any(name in sys.modules for name in ('docx', 'lxml', 'jinja2', 'typst')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
