"""What a line under a headline says about the article, or a list of such lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.interchange.web_page.furniture import Details, read_details
from govpub.interchange.web_page.row import leaves
from govpub.model.block import List, Paragraph
from govpub.model.inline import plain_text

if TYPE_CHECKING:
    from datetime import tzinfo

    from govpub.interchange.web_page.row import Row

__all__ = ["details_of"]


def details_of(row: Row, zone: tzinfo) -> Details | None:
    """Return what a line says about the article, or a list of such lines under the headline."""
    match row.block:
        case Paragraph():
            return read_details(row.text, zone)
        case List():
            return _listed_details(row.block, zone)
        case _:
            return None


def _listed_details(block: List, zone: tzinfo) -> Details | None:
    """Return what the items say together; None where most say nothing, or none has a label of the article's own."""
    items = [plain_text(leaf).strip() for leaf in leaves(block)]
    labelled = (item for item in items if ":" in item or "：" in item)
    said = [details for item in labelled if (details := read_details(item, zone)) is not None]
    together = Details(
        published=next((each.published for each in said if each.published), None),
        updated=next((each.updated for each in said if each.updated), None),
        loose=next((each.loose for each in said if each.loose), None),
        source=next((each.source for each in said if each.source), ""),
        author=next((each.author for each in said if each.author), ""),
    )
    own = any((together.published, together.updated, together.source, together.author))
    return together if own and 2 * len(said) >= len(items) else None
