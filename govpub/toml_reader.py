"""Values of the right kind out of govpub.toml, and where the wrong ones stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from govpub.errors import Position, ProjectError
from govpub.locales import LOCALES
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FILE_NAME", "Reader"]

FILE_NAME = "govpub.toml"
Choice = TypeVar("Choice", bound=str)


_LONGEST_PATH = 200
"""Bytes of a path in the settings; file systems end a name at 255 (POSIX NAME_MAX, as Linux has it)."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values of the right kind, and knows where the wrong ones stand."""

    text: str
    file: Path

    def error(self, message: str, key: str, hint: str) -> ProjectError:
        """Return an error at the line of a key."""
        return ProjectError(message, at=self.position(key), hint=hint)

    def position(self, key: str) -> Position:
        """Return where a key stands, as well as that can be known."""
        # tomllib keeps no positions; the first line that sets the key, or opens its table, is where to look.
        pattern = re.compile(
            rf"""^\s*(?:\[+[^\]\n]*\b)?["']?{re.escape(key)}["']?\s*[=.\]]|[{{,]\s*{re.escape(key)}\s*=""", re.MULTILINE
        )
        found = pattern.search(self.text)
        if found is None:
            return Position(self.file)
        at = self.text.index(key, found.start())
        return Position(self.file, self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))

    def keys(self, table: dict[str, Any], name: str, known: Sequence[str]) -> None:
        """Refuse keys that are not known."""
        for key in table:
            if key not in known:
                place = f"[{name}]" if name else FILE_NAME
                message = _("there is no such key in {place}: {key}").format(place=place, key=key)
                raise self.error(message, key, _("use one of {known}").format(known=", ".join(known)))

    def table(self, parent: dict[str, Any], name: str, known: Sequence[str]) -> dict[str, Any]:
        """Return a table; empty where there is none."""
        table = parent.get(name, {})
        if not isinstance(table, dict):
            raise self.error(_("{key} must be a table").format(key=name), name, _("write [{key}]").format(key=name))
        self.keys(table, name, known)
        return table

    def tables(self, parent: dict[str, Any], name: str, known: Sequence[str]) -> list[dict[str, Any]]:
        """Return the tables of an array of tables."""
        tables = parent.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.error(
                _("{key} must be tables").format(key=name), name, _("write [[site.{key}]]").format(key=name)
            )
        for table in tables:
            self.keys(table, name, known)
        return tables

    def string(self, table: dict[str, Any], key: str, default: str = "") -> str:
        """Return a text in one line."""
        value = table.get(key, default)
        if not isinstance(value, str) or not _printable(value):
            raise self.error(_("{key} must be a text in one line").format(key=key), key, _("put it in quotes"))
        return value

    def localized(self, table: dict[str, Any], key: str) -> dict[str, str]:
        """Return a text by language tag; one text alone holds for every language."""
        value = table.get(key, {})
        tags = [locale.tag for locale in LOCALES]
        if isinstance(value, str):
            value = dict.fromkeys(tags, value)
        if not isinstance(value, dict) or not all(
            isinstance(text, str) and _printable(text) for text in value.values()
        ):
            example = ", ".join(f'{tag} = "…"' for tag in tags)
            raise self.error(
                _("{key} must be a text for each language").format(key=key),
                key,
                _("write {{ {texts} }}").format(texts=example),
            )
        self.keys(value, key, tags)
        return value

    def choice(self, table: dict[str, Any], key: str, known: Sequence[Choice], default: Choice) -> Choice:
        """Return one of the known values."""
        value = table.get(key, default)
        if value not in known:
            raise self.unknown(key, value, known)
        return value  # type: ignore[no-any-return]

    def choices(
        self, table: dict[str, Any], key: str, known: Sequence[Any], default: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        """Return a list of known values, each once."""
        value = table.get(key, list(default))
        if not isinstance(value, list):
            raise self.error(_("{key} must be a list").format(key=key), key, _('write ["…", "…"]'))
        for item in value:
            if item not in known:
                raise self.unknown(key, item, known)
        return tuple(dict.fromkeys(value))

    def rules(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        """Return a list of names of rules or families of them."""
        if not table.get(key):
            return self.choices(table, key, (), ())
        from govpub.checks import RULES  # noqa: PLC0415  most projects name none, and most commands run none

        families = dict.fromkeys(rule.partition(".")[0] for rule in RULES)
        return self.choices(table, key, (*RULES, *families), ())

    def unknown(self, key: str, value: object, known: Sequence[str]) -> ProjectError:
        """Return the error of a value that is not known."""
        message = _("{key} cannot be {value}").format(key=key, value=value)
        return self.error(message, key, _("use one of {known}").format(known=", ".join(known)))

    def whole(self, table: dict[str, Any], key: str, default: int, *, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`."""
        value = table.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            message = _("{key} must be a whole number from {least} to {most}").format(key=key, least=least, most=most)
            raise self.error(message, key, _("write {key} = {default}").format(key=key, default=default))
        return value

    def path(self, table: dict[str, Any], key: str, default: str = "") -> Path:
        """Return a path inside the workspace."""
        value = self.string(table, key, default or key)
        path = Path(value)
        unfit = path.is_absolute() or ".." in path.parts or "\\" in value
        if not value or unfit or len(value.encode("utf-8", "replace")) > _LONGEST_PATH:
            raise self.error(
                _("{key} must be a path inside the workspace").format(key=key),
                key,
                _("write it relative to {file}").format(file=FILE_NAME),
            )
        return path

    def zone(self, table: dict[str, Any]) -> ZoneInfo:
        """Return the time zone."""
        name = self.string(table, "timezone", "Asia/Shanghai")
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            message = _("there is no such time zone: {name}").format(name=name)
            raise self.error(message, "timezone", _("use a name such as Asia/Shanghai")) from error


def _printable(text: str) -> bool:
    return all(character >= " " and character != "\x7f" for character in text)
