"""Existing pages of a portal, text or HTML, read as canonical articles."""

from govpub.interchange.web_page.page import ImportedPage, parse_page

__all__ = ["ImportedPage", "parse_page"]
