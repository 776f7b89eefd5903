"""One user of a memory's file: `one_memory.py PATH COUNT` looks a text up, adds COUNT entries, says how it ended."""

from __future__ import annotations

import sys
from pathlib import Path

from support.memories import remembered

from govpub.errors import GovpubError
from govpub.locales import EN, ZH_CN
from govpub.memory import Memory, SqliteStore


def main(path: Path, count: int) -> int:
    try:
        memory = Memory(SqliteStore(path), ZH_CN, EN)
        print(*(match.text for match in memory.lookup("关于防汛的通知")), sep="\n")
        memory.remember(
            remembered(f"第{number}号通知" + "防汛演练" * 50, f"Circular {number}") for number in range(count)
        )
        print("added")
    except GovpubError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
