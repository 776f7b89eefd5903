"""A translator on a disk that fills up: `full_desk.py type|resume ARTICLE`.

`type` confirms one segment, fills the disk, types at another, fills what the desk had held, fails to confirm, prints the
error and is killed; `resume`, with room again, prints what is offered, as JSON, and confirms it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from pathlib import Path

from support.desks import at_desk, ids_of

from govpub.errors import GovpubError

TYPED = "What was typed when the disk was full. 磁盘已满。" * 40


def fill(path: Path) -> None:
    with path.open("ab") as file, contextlib.suppress(OSError):
        for size in (4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    os.write(file.fileno(), b"x" * size)


def type_until_killed(article: Path) -> None:
    desk = at_desk(article)
    _title, first, second = ids_of(desk)
    desk.confirm(first, "Confirmed.")
    fill(article.parent.parent / "filler")
    for end in range(0, len(TYPED) + 1, 20):
        desk.keep_draft(second, TYPED[:end])
    desk.keep_draft(second, TYPED)
    print(desk.trouble)
    fill(article.parent.parent / "filler")
    try:
        desk.confirm(second, TYPED)
    except GovpubError as error:
        print(error, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def resume(article: Path) -> None:
    (article.parent.parent / "filler").unlink()
    desk = at_desk(article)
    _title, first, second = ids_of(desk)
    offered = desk.drafts[second]
    desk.confirm(second, offered)
    print(json.dumps({"first": desk.unit(first).target, "second": desk.unit(second).target, "right": TYPED}))
    desk.close()


if __name__ == "__main__":
    {"type": type_until_killed, "resume": resume}[sys.argv[1]](Path(sys.argv[2]))
