"""Measures of a document: paper, type sizes, line pitches."""

from __future__ import annotations

from dataclasses import dataclass, replace

__all__ = ["GONGWEN", "GONGWEN_COLUMNS", "NEWS", "NEWS_COLUMNS", "Preset"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A house layout. Lengths are in twips (1/20 pt), type sizes in half points, as Word has them."""

    page_width: int = 11906
    """A4 (GB/T 9704-2012, 5.1)."""
    page_height: int = 16838
    top: int = 2098
    """37 mm (GB/T 9704-2012, 5.2.1)."""
    left: int = 1587
    """28 mm."""
    right: int = 1474
    """26 mm: leaves a text area 156 mm wide."""
    bottom: int = 1984
    """35 mm: leaves a text area 225 mm high."""
    header: int = 1134
    footer: int = 1361
    """From the foot of the page: sets the page number about 7 mm below the text area (GB/T 9704-2012, 7.5)."""
    body: int
    """Type size of the text, in both languages alike."""
    pitch: int
    """From line to line, in East Asian text; also the document grid."""
    latin_pitch: int
    """From line to line, in text of other scripts, which has room in its own letters."""
    title: int
    title_pitch: int
    subtitle: int
    subtitle_pitch: int
    headings: tuple[int, int, int, int, int]
    """Of levels 2 to 6."""
    table: int
    table_pitch: int
    small: int
    """Dates and captions."""
    small_pitch: int
    official: bool = False
    """Whether it is the layout of an official document, with what only that has."""
    narrow: bool = False
    """Whether two languages share the width."""
    body_space: int = 0
    """Between the characters of the text, in twips."""
    imprint: int = 28
    """The lines at the foot of an official document, 版记, in size 4 (GB/T 9704-2012, 7.4)."""
    imprint_pitch: int = 440
    note: int
    """Footnotes, running heads, the imprint."""
    note_pitch: int

    @property
    def text_width(self) -> int:
        """Return the width of the text area."""
        return self.page_width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Return the height of the text area."""
        return self.page_height - self.top - self.bottom

    @property
    def em(self) -> int:
        """Return the width of one East Asian character of the text."""
        return self.body * 10


# Body in size 3 (16 pt), 22 lines a page: 579 twips, since 580 would leave 21 (GB/T 9704-2012, 5.2.2 and 5.2.3).
NEWS = Preset(
    body=32,
    pitch=579,
    latin_pitch=480,
    title=44,
    title_pitch=700,
    subtitle=32,
    subtitle_pitch=520,
    headings=(34, 32, 32, 32, 32),
    table=24,
    table_pitch=380,
    small=24,
    small_pitch=380,
    note=21,
    note_pitch=310,
)

# Two languages share the width: size 5 (10.5 pt) keeps about twenty Chinese characters in a line.
NEWS_COLUMNS = Preset(
    narrow=True,
    body=21,
    pitch=360,
    latin_pitch=300,
    title=32,
    title_pitch=420,
    subtitle=24,
    subtitle_pitch=380,
    headings=(24, 22, 21, 21, 21),
    table=18,
    table_pitch=280,
    small=18,
    small_pitch=270,
    note=17,
    note_pitch=240,
)

# The text area is 28 characters wide (GB/T 9704-2012, 5.2.3), which are 448 pt of size 3 in 442 pt: each gives
# up a quarter of a point. (A grid of lines and characters would do so too,
# but not in LibreOffice.) The page number's line of 14 pt has its middle 7 mm below the text area (7.5).
GONGWEN = replace(
    NEWS,
    official=True,
    body_space=-5,
    footer=1447,
    latin_pitch=579,
    subtitle_pitch=579,
    headings=(32, 32, 32, 32, 32),
)
GONGWEN_COLUMNS = replace(NEWS_COLUMNS, official=True, footer=1447, imprint=21, imprint_pitch=340)
