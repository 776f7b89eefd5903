"""One of several writers on one file: `one_writer.py NAME COUNT FILE merge|refuse`.

Adds COUNT lines of its own, each in a save of its own. With `merge`, the lines of others are kept by a merge; with
`refuse`, a conflict is met by reading again. Prints how many conflicts it met.
"""

from __future__ import annotations

import sys
from pathlib import Path

from govpub.errors import ConflictError
from govpub.workflow import storage


def united(base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """Merge two files that each only gained lines."""
    known = set(base.splitlines()) | set(theirs.splitlines())
    return theirs + b"".join(line + b"\n" for line in ours.splitlines() if line not in known)


def main(name: str, count: int, path: Path, how: str) -> int:
    conflicts = 0
    for number in range(count):
        line = f"{name} {number}\n".encode()
        while True:
            snapshot = storage.read(path)
            try:
                storage.save(snapshot, (snapshot.content or b"") + line, united if how == "merge" else None)
            except ConflictError:
                conflicts += 1
            else:
                break
    return conflicts


if __name__ == "__main__":
    print(main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))
