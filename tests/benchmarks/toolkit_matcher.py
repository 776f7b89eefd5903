"""translate-toolkit's matcher as a program of its own: `toolkit_matcher.py PO`, a query a line in, a count a line out."""

from __future__ import annotations

import sys

from translate.search.match import matcher
from translate.storage import factory


def main(path: str) -> None:
    found = matcher(factory.getobject(path), max_candidates=5, min_similarity=75, max_length=1000)
    print("ready", flush=True)
    for line in sys.stdin:
        print(len(found.matches(line.rstrip("\n"))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
