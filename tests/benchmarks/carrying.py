"""One catalog update as a process, for bench_carry.py: `python carrying.py OLD.po SEGMENTS.json OUT.po`.

What `govpub translate` does between its article and the disk: reads the catalog, carries it over with fuzzy matching and
vetoes, writes it. The segments, which the article gives there, are rows of id, text and line.
"""

import gc
import json
import sys
from pathlib import Path

from govpub.catalog import carry_over
from govpub.errors import Position
from govpub.locales import LOCALES, counterpart
from govpub.model.segment import Segment
from govpub.po import parse_po, serialize_po


def main(old: Path, new: Path, out: Path) -> None:
    gc.disable()  # as govpub.workflow.translate does
    article = Path("bench.md")
    template = json.loads(new.read_bytes())
    lines = {line: Position(article, line) for _id, _text, line in template["segments"]}
    segments = [Segment(id=id_, text=text, at=lines[line]) for id_, text, line in template["segments"]]
    catalog = parse_po(old.read_text(encoding="utf-8"), old)
    [source] = [locale for locale in LOCALES if locale.tag == template["language"]]
    carried = carry_over(catalog, segments, source=source, target=counterpart(source), article_name="bench.md")
    out.write_text(serialize_po(carried.file), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
