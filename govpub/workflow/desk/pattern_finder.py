"""A program of its own that searches texts for a regular expression: JSON in, JSON out; it can be ended at any time.

It is started without govpub and without site packages, in a few milliseconds.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

__all__ = ["found"]


def found(asked: dict[str, Any]) -> dict[str, Any]:
    """Return for each text the matches that are not empty, as start, end and groups, the whole first; or the error."""
    try:
        pattern = re.compile(asked["pattern"], 0 if asked["case"] else re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        return {"error": str(error)}
    return {
        "found": [
            [[*match.span(), [match[0], *match.groups()]] for match in pattern.finditer(text) if match[0]]
            for text in asked["texts"]
        ]
    }


if __name__ == "__main__":
    json.dump(found(json.load(sys.stdin.buffer)), sys.stdout)
