"""The cases of a rule: `tests/checks/<rule>/right.txt` and `wrong.txt`, blocks of `key: value` between blank lines.

# why this is a case
day: 2024-12-25                 the day of the document
role: title                     the segment's role
before: 甲 => A                 a unit that stands earlier in the document
en->zh                          the source is English
zh: …                           the Chinese text
en: …                           the English text
state: fuzzy                    `translated` where not given
previous: …                     what a fuzzy translation was made from
today: 2026-01-01               the day of the check
comment: …                      what a translator wrote above the entry; may stand several times
serial-comma: always            the house style, or never
finds: error | source characters | target characters       one line a finding, in order

A character that cannot be seen is written by its number: \\u{200B}.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from govpub.checks import CheckContext, check_units
from govpub.errors import Position
from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit
from govpub.model.style import HouseStyle

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.model.finding import Finding
    from govpub.model.term import Glossary

__all__ = ["Case", "read_cases"]

_KEYS = frozenset(
    ("day", "role", "before", "zh", "en", "state", "previous", "today", "comment", "serial-comma", "finds")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document, its last unit the one that matters, and what a rule finds in it."""

    name: str
    units: tuple[Unit, ...]
    back: bool
    day: date | None
    today: date | None
    style: HouseStyle
    finds: tuple[str, ...] = field(default=())

    def findings(self, rule: str, glossary: Glossary) -> list[Finding]:
        source, target = (EN, ZH_CN) if self.back else (ZH_CN, EN)
        scanner = Scanner(glossary, source=source, target=target, day=self.day)
        context = CheckContext(
            source=source, target=target, scanner=scanner, day=self.day, today=self.today, style=self.style
        )
        found = check_units(self.units, context, select=[rule])
        return [finding for finding in found if finding.unit == self.units[-1].segment.id]


def read_cases(path: Path) -> list[Case]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_case(f"{path.parent.name}/{path.stem}-{number}", block) for number, block in enumerate(blocks, 1)]


def _case(name: str, block: str) -> Case:
    lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    back = "en->zh" in lines
    split = [line.split(":", 1) for line in lines if line != "en->zh"]
    pairs = [(key, value.strip() if key == "finds" else _seen(value.strip())) for key, value in split]
    values = dict(pairs)
    assert set(values) <= _KEYS, name
    source, target = (values["en"], values["zh"]) if back else (values["zh"], values["en"])
    units = [_unit(number, *text.split(" => ")) for number, (key, text) in enumerate(pairs) if key == "before"]
    unit = Unit(
        segment=Segment(id="case", text=source, role=values.get("role", "paragraph")),
        target=target,
        state=State(values.get("state", "translated")),
        previous=values.get("previous", ""),
        at=Position(line=7),
        comments=tuple(text.strip() for key, text in pairs if key == "comment"),
    )
    day, today = (date.fromisoformat(values[key]) if key in values else None for key in ("day", "today"))
    finds = tuple(_cells(text) for key, text in pairs if key == "finds")
    style = HouseStyle(serial_comma=values["serial-comma"] == "always" if "serial-comma" in values else None)
    return Case(name=name, units=(*units, unit), back=back, day=day, today=today, style=style, finds=finds)


def _seen(text: str) -> str:
    return re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), text)


def _cells(text: str) -> str:
    return " | ".join(_seen(cell.strip()) for cell in text.split("|"))


def _unit(number: int, source: str, target: str) -> Unit:
    return Unit(segment=Segment(id=f"before-{number}", text=source), target=target, state=State.TRANSLATED)
