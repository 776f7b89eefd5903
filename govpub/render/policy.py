"""What a page lets a browser do."""

from __future__ import annotations

import base64
import hashlib

__all__ = ["content_policy"]


def content_policy(style: str, *, images: bool) -> str:
    """Return a Content-Security-Policy under which a page can show its own style and images, and do nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    shown = "img-src 'self'; " if images else ""
    return f"default-src 'none'; style-src 'sha256-{digest}'; {shown}base-uri 'none'; form-action 'none'"
