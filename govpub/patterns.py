"""Regular expressions that are compiled when they are first used.

A class of all Han characters takes milliseconds to compile, and a command that never comes to use it should not wait.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["pattern"]


class _Pattern:
    """Stands for a compiled pattern until it is asked for anything, and then has what that has."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        methods = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags")
        self.__dict__.update((each, getattr(compiled, each)) for each in methods)
        return getattr(compiled, name)


def pattern(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what behaves as `re.compile(source, flags)` and is compiled at its first use."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
