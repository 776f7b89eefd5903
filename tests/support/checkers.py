"""The checkers of pages that `make test` installs from npm: the Nu Html Checker and axe-core."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.programs import require

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

__all__ = ["axe_source", "axe_violations", "nu_errors"]

_PACKAGES = Path(__file__).parents[2] / ".node" / "node_modules"
_ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# All that a change from light to dark can break: the style sheet changes nothing but colours then.
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_AXE = """async rules => {
  const report = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
  return report.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '));
}"""


def _installed(name: str) -> Path:
    path = _PACKAGES / name
    if not path.is_file():
        pytest.fail(f"{name} is missing; `make test` installs what the tests need", pytrace=False)
    return path


def axe_source() -> str:
    """Return the script of axe-core."""
    return _installed("axe-core/axe.min.js").read_text(encoding="utf-8")


def axe_violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """Return what axe-core finds on a page in which its script has been run, at WCAG 2.2 AA and by best practice."""
    return page.evaluate(_AXE, _COLOURS if colours_only else _ALL)


def nu_errors(files: Iterable[Path]) -> list[str]:
    """Return the errors that the Nu Html Checker finds, all files in one run."""
    command = [
        *(require("java"), "-jar", str(_installed("vnu-jar/build/dist/vnu.jar"))),
        *("--format", "json", "--exit-zero-always", "--stdout", "--also-check-css", *map(str, files)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if one["type"] != "info"
    ]
