"""Where the panes of the desk stand, on a small and on a wide screen: a style sheet, and what that cannot say."""

from __future__ import annotations

__all__ = ["LAYOUT", "rows_of_findings"]

LAYOUT = """
Pane, Field, SegmentList {
    scrollbar-background: ansi_default;
    scrollbar-background-hover: ansi_default;
    scrollbar-background-active: ansi_default;
    scrollbar-color: ansi_bright_black;
    scrollbar-color-hover: ansi_bright_black;
    scrollbar-color-active: ansi_bright_black;
}
#body { height: 1fr; layout: vertical; }
#segments { height: 4fr; }
#middle { height: 11fr; layout: vertical; }
#right { height: 6fr; layout: vertical; }
#article-heading { display: none; }
#article { display: none; height: 4fr; }
#source { height: 3fr; }
#target { height: 4fr; }
#findings { height: 2fr; }
#offers { height: 1fr; }
Showing.-article #segments { display: none; }
Showing.-article #article { display: block; }
Showing.-article #middle { height: 15fr; }
Showing.-wide #body { layout: horizontal; }
Showing.-wide #segments { display: block; width: 26%; height: 1fr; }
Showing.-wide #middle { width: 1fr; height: 1fr; margin: 0 1; }
Showing.-wide #right { width: 30%; height: 1fr; }
Showing.-wide #article-heading { display: block; }
Showing.-wide #article { display: block; height: 9fr; }
Showing.-wide #source { height: 4fr; }
Showing.-wide #target { height: 5fr; }
Showing.-wide #findings { height: 4fr; }
"""
"""For the app: textual reads no style sheet of a screen that it begins with."""


def rows_of_findings(both: int, findings: int, offers: int) -> int:
    """Return how many rows findings get of those that they have together with the offers below, each needing so many.

    Two sevenths, as the style sheet says; more where offers leave some over, fewer where findings do. Where both need
    more, offers keep theirs: a person who types looks at them.
    """
    usual = max(both * 2 // 7, 1)
    left = both - max(offers, 1)
    if findings > usual:
        return max(usual, min(findings, left))
    return max(1, min(usual, max(findings, left)))
