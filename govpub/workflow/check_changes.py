"""Which lines of which files have changed since a revision, as git knows it."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from govpub.errors import Position, UsageError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govpub.model.finding import Finding
    from govpub.workflow.check_subject import Subject

__all__ = ["Changes", "changes_since"]

_HUNK = re.compile(rb"@@ -[0-9]+(?:,[0-9]+)? \+([0-9]+)(?:,([0-9]+))? @@")
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abfnrtv"\\])')
_CONTROLS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_ANYWHERE = (1, sys.maxsize)
_SUFFIXES = ("*.md", "*.po", "*.tmx")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The changed lines of one file."""

    whole: bool = False
    """Whether the file is new."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """First and last line; of lines that were taken out, the two between which they stood, last before first."""

    def touch(self, first: int, last: int) -> bool:
        """Return whether any of these lines has changed, or was taken out from among them."""
        return self.whole or any(start <= last and end >= first for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed, by the resolved path of each file."""

    files: Mapping[Path, _Lines]

    def chosen(self, subject: Subject, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings whose entry in the catalog, or whose segment in the article, has changed lines."""
        catalog = self.files.get(subject.catalog.path.resolve())
        article = self.files.get(subject.path.resolve())
        units = subject.unit_lines
        segments = _segment_lines(subject) if article is not None else {}
        for finding in findings:
            places = (
                (catalog, units.get(finding.at.line or 0) if finding.at.path == subject.catalog.path else None),
                (article, segments.get(finding.unit)),
            )
            if not any(lines for _file, lines in places):  # it concerns a whole file
                places = ((catalog, _ANYWHERE), (article, _ANYWHERE))
            if any(file is not None and lines is not None and file.touch(*lines) for file, lines in places):
                yield finding


def changes_since(revision: str, files: Iterable[Path]) -> Changes:
    """Return the changed lines of these files' repositories, new files that git does not know yet included.

    Raises:
        UsageError: there is no git, no repository, or no such revision.
    """
    changed: dict[Path, _Lines] = {}
    folders: dict[Path, None] = dict.fromkeys(file.resolve().parent for file in files)
    roots: dict[Path, None] = {}
    for folder in folders:
        if not any(folder.is_relative_to(root) and not _nested(folder, root) for root in roots):
            roots[_root(folder)] = None
    for root in roots:
        _require(revision, root)
        changed |= _diff(revision, root)
        for name in _run(root, "ls-files", "--others", "-z", "--", *_SUFFIXES).split(b"\0"):
            if name:
                changed[root / os.fsdecode(name)] = _Lines(whole=True)
    return Changes(changed)


def _nested(folder: Path, root: Path) -> bool:
    """Return whether a repository of its own lies between `root` and `folder`."""
    between = [folder, *folder.parents]
    return any((each / ".git").exists() for each in between[: between.index(root)])


def _root(folder: Path) -> Path:
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise UsageError(
            _("--changed-since needs a git repository, and this is none"),
            at=Position(folder),
            hint=_("leave the option out, or run `git init` and commit first"),
        )
    return Path(os.fsdecode(done.stdout.rstrip(b"\n"))).resolve()


def _require(revision: str, root: Path) -> None:
    done = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode or not revision:
        raise UsageError(
            _("git knows no such revision: {revision}").format(revision=revision),
            at=Position(root),
            hint=_("name a commit, branch or tag; in CI fetch it first (`git fetch origin BRANCH`, `fetch-depth: 0`)"),
        )


def _diff(revision: str, root: Path) -> dict[Path, _Lines]:
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--text")
    prefixes = ("--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules")
    output = _run(root, "diff", *options, *prefixes, f"{revision}^{{commit}}", "--", *_SUFFIXES)
    changed: dict[Path, _Lines] = {}
    lines: _Lines | None = None
    left = 0
    for line in output.split(b"\n"):
        if left:  # a line of text, whatever it looks like
            left -= line.startswith(b"+")
            continue
        if line.startswith(b"+++ "):
            name = _name(line[4:])
            lines = changed.setdefault(root / name, _Lines()) if name is not None else None
        elif (hunk := _HUNK.match(line)) and lines is not None:
            start, left = int(hunk[1]), int(hunk[2]) if hunk[2] is not None else 1
            # Where nothing stands in the place of what was there, the entry around the gap has changed.
            lines.spans.append((start, start + left - 1) if left else (start + 1, start))
    return changed


def _name(written: bytes) -> str | None:
    """Return a path as git writes it: with a prefix, and in quotes where it has odd characters."""
    plain = written.rstrip(b"\t")
    if plain.startswith(b'"') and plain.endswith(b'"'):
        plain = _ESCAPE.sub(_meaning, plain[1:-1])
    return os.fsdecode(plain[2:]) if plain.startswith(b"b/") else None


def _meaning(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else _CONTROLS.get(code, code)


def _run(root: Path, *arguments: str) -> bytes:
    done = _git(root, *arguments)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UsageError(
            _("git failed: {reason}").format(reason=reason), at=Position(root), hint=_("run `git status` to see why")
        )
    return done.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # Messages of git are not shown, but for faults; its answers must not depend on the user's settings.
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"}
    try:
        return subprocess.run(  # noqa: S603  no shell; the revision stands behind --end-of-options or resolved
            ["git", "-c", "core.quotePath=false", *arguments],  # noqa: S607  the user's own git
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UsageError(
            _("--changed-since needs git, which is not installed here"), hint=_("install git, or leave the option out")
        ) from error


def _segment_lines(subject: Subject) -> dict[str, tuple[int, int]]:
    """Return first and last line of each segment of an article: up to where the next one begins, but for blank ones."""
    starts = [(each.id, each.at.line) for each in subject.segments if each.at.line is not None]
    lines = sorted({line for _id, line in starts})
    text = subject.source.decode("utf-8", "replace").split("\n")
    last: dict[int, int] = {}
    for line, following in itertools.pairwise((*lines, len(text) + 1)):
        last[line] = max(line, following - 1)
        while last[line] > line and not text[last[line] - 1].strip():
            last[line] -= 1
    return {id_: (line, last[line]) for id_, line in starts}
