"""One of several writers of an office's glossary: `one_term_writer.py OFFICE NUMBER COUNT`.

Adds COUNT terms of its own, then one that all writers add, each with another rendering. Prints JSON: which terms were
confirmed as saved, and whether the common one was refused.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from govpub.errors import ConflictError, GlossaryError
from govpub.model.term import Term
from govpub.workflow import glossary


def main(office: Path, number: int, count: int) -> dict[str, object]:
    saved = []
    for each in range(count):
        term = Term(source=f"第{number}人第{each}词", rendering=f"term {each} of {number}")
        glossary.add(office, term)
        saved.append(term.source)
    own = f"common term of {number}"
    try:
        glossary.add(office, Term(source="共同的词", rendering=own))
    except (ConflictError, GlossaryError):
        return {"saved": saved, "refused": True, "own": own}
    return {"saved": saved, "refused": False, "own": own}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
