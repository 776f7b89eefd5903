"""Structure: what is not words in the source is there in the target too."""

from govpub.checks.rule import Rule
from govpub.checks.structure import (
    alt,
    edge_space,
    end_mark,
    footnotes,
    headings,
    images,
    link,
    lists,
    placeholder,
    tables,
    waiver,
)
from govpub.messages import N_
from govpub.model.finding import Severity

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule(
        name=placeholder.NAME,
        severity=Severity.ERROR,
        summary=N_("the numbered placeholders of the source do not stand in the target, each once"),
        explanation=placeholder.__doc__,
        check=placeholder.check,
        candidates=placeholder.candidates,
        waivable=False,
    ),
    Rule(
        name=waiver.NAME,
        severity=Severity.ERROR,
        summary=N_("a waiver in the catalog has no reason, has run out, is misspelt, or waives nothing"),
        explanation=waiver.__doc__,
        check=waiver.check,
        candidates=waiver.candidates,
        waivable=False,
        drafts=True,
    ),
    Rule(
        name=headings.NAME,
        severity=Severity.WARNING,
        summary=N_("the heading marks of one text are not those of the other"),
        explanation=headings.__doc__,
        check=headings.check,
        candidates=headings.candidates,
    ),
    Rule(
        name=lists.NAME,
        severity=Severity.ERROR,
        summary=N_("the label of a list is missing or another number on the other side"),
        explanation=lists.__doc__,
        check=lists.check,
    ),
    Rule(
        name=tables.NAME,
        severity=Severity.ERROR,
        summary=N_("the rows of a table have not the same cells on both sides"),
        explanation=tables.__doc__,
        check=tables.check,
        candidates=tables.candidates,
    ),
    Rule(
        name=images.NAME,
        severity=Severity.ERROR,
        summary=N_("an image of one text is missing in the other"),
        explanation=images.__doc__,
        check=images.check,
        candidates=images.candidates,
    ),
    Rule(
        name=footnotes.NAME,
        severity=Severity.ERROR,
        summary=N_("a footnote mark of one text is missing in the other"),
        explanation=footnotes.__doc__,
        check=footnotes.check,
        candidates=footnotes.candidates,
    ),
    Rule(
        name=link.NAME,
        severity=Severity.ERROR,
        summary=N_("a link of one text is missing in the other, or leads elsewhere"),
        explanation=link.__doc__,
        check=link.check,
    ),
    Rule(
        name=alt.NAME,
        severity=Severity.ERROR,
        summary=N_("the text for an image is a file name, or missing on one side"),
        explanation=alt.__doc__,
        check=alt.check,
    ),
    Rule(
        name=edge_space.NAME,
        severity=Severity.WARNING,
        summary=N_("one text begins or ends with white space, or has line breaks, that the other has not"),
        explanation=edge_space.__doc__,
        check=edge_space.check,
    ),
    Rule(
        name=end_mark.NAME,
        severity=Severity.WARNING,
        summary=N_("a sentence ends with its mark on one side only"),
        explanation=end_mark.__doc__,
        check=end_mark.check,
    ),
)
