"""Formats that others write and read: a parse and a serialize function each, pure, over the model's values."""

from govpub.interchange.web_page import ImportedPage, parse_page

__all__ = ["ImportedPage", "parse_page"]
