"""Names of a package that load the module they live in when they are first asked for (PEP 562).

A room names here all that others may use of it, and a command imports only what it comes to use: start-up is a feature.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["on_demand"]


def on_demand(package: str, names: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package, given its modules that load late, each → the names it has for others.

    What it returns raises AttributeError for other names, and finds each of these once: then the package has it.
    """
    homes = {name: module for module, each in names.items() for name in each}

    def load(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        value: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
