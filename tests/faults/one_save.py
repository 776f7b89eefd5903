"""One save between two marks that strace sees: `one_save.py file|folder PATH CONTENT`.

Prints `saved` when the save was confirmed; otherwise the error, with its exit status.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from govpub.errors import GovpubError
from govpub.workflow import storage
from govpub.workflow.swapping import swap_folder


def main(kind: str, path: Path, content: bytes) -> int:
    snapshot = storage.read(path) if kind == "file" else None
    os.access("/mark/begin", os.F_OK)
    try:
        if snapshot is not None:
            storage.save(snapshot, content)
        else:
            files = {"page.html": content, "page.txt": content, "manifest.json": content}
            swap_folder(path, files, lambda folder: (folder / "manifest.json").exists())
    except GovpubError as error:
        os.access("/mark/end", os.F_OK)
        print(error, file=sys.stderr)
        return error.exit_status
    os.access("/mark/end", os.F_OK)
    print("saved")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3].encode()))
