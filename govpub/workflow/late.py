"""Values that are made when they are first asked for something: what a day may not need costs nothing until then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["late"]

Made = TypeVar("Made")


class _Late:
    """Stands for a value, and makes it at the first question."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: list[object] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  as the value answers
        if not self._made:
            self._made.append(self._make())
        return getattr(self._made[0], name)


def late(make: Callable[[], Made]) -> Made:
    """Return what `make` returns, made when an attribute of it is first read; what `make` raises is raised there."""
    return cast("Made", _Late(make))
