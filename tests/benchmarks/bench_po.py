"""Reading and writing catalogs against polib."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
from support.measure import Comparison

from govpub.po import PoEntry, new_po, parse_po, serialize_po

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTRIES = 20_000
_ENGLISH = (
    "Flood drill No. {number} was held at the Chengdong Reservoir. A total of 210 rescuers took part and "
    'more than 1,300 residents were moved to safety in 47 minutes, "a sound result".'
)


def comparisons(_folder: Path) -> Iterator[Comparison]:
    text = serialize_po(_catalog())
    wrapped = str(polib.pofile(text, wrapwidth=78))
    for title, content in (("PO", text), ("PO wrapped at 78", wrapped)):
        yield Comparison(
            title=f"{title}, {ENTRIES} entries: read and write",
            ours=lambda content=content: serialize_po(parse_po(content)),
            peer_name="polib",
            peer=lambda content=content: str(polib.pofile(content)),
            at_most=0.2,
            rounds=5,
        )
    yield Comparison(
        title="read only",
        ours=lambda: parse_po(text),
        peer_name="polib",
        peer=lambda: polib.pofile(text),
        at_most=0.7,
        rounds=5,
    )
    yield Comparison(
        title="read, translate one entry, write",
        ours=lambda: _translate_one(text),
        peer_name="polib",
        peer=lambda: str(polib.pofile(text)),
        at_most=0.25,
        rounds=5,
    )
    file, same = parse_po(text), polib.pofile(text)
    anew = new_po(file.headers, (PoEntry(**_fields(entry)) for entry in file.entries))
    yield Comparison(
        title="write every entry anew",
        ours=lambda: serialize_po(anew),
        peer_name="polib",
        peer=lambda: str(same),
        at_most=1,
        rounds=5,
    )


def _catalog():
    entries = []
    for number in range(ENTRIES):
        fuzzy, obsolete = number % 10 == 0, number % 20 == 7
        entries.append(
            PoEntry(
                extracted=("paragraph", "<1> bold") if number % 5 == 0 else ("paragraph",),
                references=(f"flood-drill.md:{number}",),
                flags=("fuzzy",) if fuzzy else (),
                previous_msgid=f"第{number}次演练安排。" if fuzzy else None,
                msgctxt=f"{number:010x}",
                msgid=f"第{number}次防汛演练在城东水库举行，出动抢险队员二百一十人，转移安置群众一千三百余人，全程用时四十七分钟。",
                msgstr=(_ENGLISH.format(number=number),),
                obsolete=obsolete,
            )
        )
    return new_po({"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}, entries)


def _translate_one(text):
    file = parse_po(text)
    first, *others = file.entries
    return serialize_po(file.replace_entries([first.replace(msgstr=("anew",)), *others]))


def _fields(entry):
    names = ("extracted", "references", "flags", "previous_msgid", "msgctxt", "msgid", "msgstr", "obsolete")
    return {name: getattr(entry, name) for name in names}
