"""Which addresses become links: the last wall between an article and a reader's browser."""

from __future__ import annotations

import re

__all__ = ["is_link_target"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Browsers drop tabs and line ends inside an address and take `\` for `/`; so neither may stand in one.
_FORBIDDEN = re.compile("[\x00-\x20\x7f-\xa0\\\\\u2028\u2029\ud800-\udfff]")


def is_link_target(href: str) -> bool:
    """Return whether `href` may become a link: http, https, mailto, tel, a relative path or a `#fragment`.

    Anything else is to be shown as text: other schemes (`javascript:`, `data:`, `file:`), addresses that borrow the
    page's scheme (`//host`, which is a network share when the page lies on a disk), and malformed ones.
    """
    if not href or _FORBIDDEN.search(href) or href.startswith("//"):
        return False
    scheme = _SCHEME.match(href)
    if scheme is not None:
        return scheme[1].lower() in _SCHEMES
    return ":" not in re.split("[/?#]", href, maxsplit=1)[0]
