"""Board → a page that needs nothing beside it, and JSON for programs; both in words of the user's language."""

from govpub.render.board.page import BOARD_MARK, render_board
from govpub.render.board.report import SCHEMA_VERSION, board_schema, to_json

__all__ = ["BOARD_MARK", "SCHEMA_VERSION", "board_schema", "render_board", "to_json"]
