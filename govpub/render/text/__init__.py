"""The wire copy: plain text that any desk can read, paste and print."""

from govpub.render.text.copy import render_text

__all__ = ["render_text"]
