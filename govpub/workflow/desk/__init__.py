"""The translator's desk: what `govpub translate` opens in a terminal, without the screen.

`open_desk` gives a `Desk` (`session`, over `looking`); its values are in `results`. The pieces: `catalog_file` (what
stands on disk, and is merged with what others write), `change` and `edits` (one entry changed, and changed back),
`journal`, `drafts` and `history` (what outlives the process), `work` (all of these together), `sight`, `offers`,
`findings`, `overview` and `text_search` (what helps).
"""

from govpub.workflow.desk.results import Clash, Confirmed, Hit, Progress, Replacement, Step, TermOffer
from govpub.workflow.desk.session import Desk, open_desk

__all__ = ["Clash", "Confirmed", "Desk", "Hit", "Progress", "Replacement", "Step", "TermOffer", "open_desk"]
