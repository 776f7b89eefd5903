"""Release → tagged PDF, set by Typst (extra `pdf`)."""

from govpub.render.pdf.document import render_pdf

__all__ = ["render_pdf"]
