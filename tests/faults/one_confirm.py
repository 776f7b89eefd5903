"""One confirmation between two marks that strace sees: `one_confirm.py ARTICLE SEGMENT TEXT`.

The text was kept as a draft before. Prints `saved` when it was confirmed; otherwise the error, with its exit status.
"""

from __future__ import annotations

import contextlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from govpub.errors import GovpubError
from govpub.workflow.desk import Confirmed, open_desk


def main(article: Path, id_: str, text: str) -> int:
    desk = open_desk(article, person="Li Hua", clock=lambda: datetime(2026, 11, 23, tzinfo=UTC))
    desk.begin(id_)
    desk.keep_draft(id_, text)
    with contextlib.suppress(GovpubError):
        desk.confirm(desk.units[0].segment.id, "What is loaded on demand is loaded now.")
    os.access("/mark/begin", os.F_OK)
    try:
        done = desk.confirm(id_, text)
    except GovpubError as error:
        os.access("/mark/end", os.F_OK)
        print(error, file=sys.stderr)
        return error.exit_status
    os.access("/mark/end", os.F_OK)
    print("saved" if isinstance(done, Confirmed) else "clash")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
