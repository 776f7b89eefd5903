"""The tour of the READMEs is real: its commands are run again, and print what stands there (`make golden` renews it)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.command import GOVPUB, clean_environment

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
MARK = "--- end of command ---"


def printed(commands: list[str], folder: Path, language: str) -> list[str]:
    """Run the commands in one shell, and return what each of them printed."""
    script = "\n".join(f"{command}\necho '{MARK}' $?" for command in commands)
    # `$?` of the tour is that of the command before it, not that of our mark.
    script = re.sub(rf"echo '{MARK}' \$\?\necho \$\?", f"status=$?; echo '{MARK}'\necho $status", script)
    environment = clean_environment(folder, GOVPUB_LANG=language)
    environment["PATH"] = f"{GOVPUB.parent}{os.pathsep}{environment['PATH']}"
    command = ["bash", "-c", f"exec 2>&1\n{script}"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return re.split(rf"^{MARK}.*\n", done.stdout, flags=re.MULTILINE)[:-1]


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh_CN")])
def test_the_tour_prints_what_it_shows(tmp_path, readme, language, request):
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("dist"))
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = [[line[2:] for line in block.splitlines() if line.startswith("$ ")] for block in BLOCK.findall(text)]
    commands = [command for block in blocks for command in block]
    assert len(commands) >= 10
    outputs = iter(printed(commands, tmp_path, language))
    shown = iter("".join(f"$ {command}\n{next(outputs)}" for command in block) for block in blocks)
    real = BLOCK.sub(lambda _block: next(shown), text)
    if request.config.getoption("--update-golden"):
        (ROOT / readme).write_text(real, encoding="utf-8")
        return
    assert real == text
