"""The keys, in one table: what the footer shows, what help lists, what the screen binds and what tests press.

All of them exist in plain terminals and in tmux: control with a letter, function keys, Alt with a digit. Nobody needs
Alt: what Alt+1 … Alt+9 insert can be chosen after Ctrl+O, too.
"""

from __future__ import annotations

from dataclasses import dataclass

from govpub.messages import N_

__all__ = ["DESK_KEYS", "EDITING_KEYS", "LEGEND", "Key", "shown_key"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One line of the table."""

    keys: tuple[str, ...]
    """As textual names them; the first is the one that is shown."""
    action: str
    """The screen's action, with its argument; empty for what the field does itself."""
    help: str
    """What it does, for the help; English, translated when it is shown."""
    label: str = ""
    """What it does in a word or two, for the footer; empty where it is not shown there."""
    group: str = ""
    """The heading in the help that it stands under; empty for the one before."""


DESK_KEYS: tuple[Key, ...] = (
    Key(
        keys=("enter",),
        action="confirm",
        label=N_("Confirm"),
        help=N_("Save the translation, and go to the next segment that is open"),
        group=N_("Segments"),
    ),
    Key(keys=("ctrl+s",), action="save", help=N_("Save the translation, and stay")),
    Key(
        keys=("f8",),
        action="review",
        label=N_("Reviewed"),
        help=N_("Save it as reviewed, and go on; on a reviewed one, take the review back"),
    ),
    Key(keys=("f9",), action="fuzzy", label=N_("Fuzzy"), help=N_("Mark it as fuzzy: it is not good enough yet")),
    Key(keys=("ctrl+n",), action="next_open", label=N_("Next open"), help=N_("Go to the next open segment")),
    Key(keys=("pagedown",), action="step(1)", help=N_("Go to the next segment")),
    Key(keys=("pageup",), action="step(-1)", help=N_("Go to the segment before")),
    Key(
        keys=("ctrl+z",),
        action="undo",
        label=N_("Undo"),
        help=N_("Take back what was typed; then, one by one, what was saved, without limit"),
    ),
    Key(keys=("ctrl+y",), action="redo", help=N_("Do again what was taken back")),
    Key(keys=("f4",), action="note", label=N_("Note"), help=N_("Leave a note to the next person")),
    Key(
        keys=("ctrl+r",), action="source", help=N_("Put the source in place of the translation"), group=N_("Inserting")
    ),
    Key(
        keys=("ctrl+t",),
        action="placeholder",
        help=N_("Insert the next placeholder (<1>…</1>), around what is selected"),
    ),
    *(
        Key(keys=(f"alt+{number}",), action=f"term({number})", help=N_("Insert the term of this number"))
        for number in range(1, 10)
    ),
    Key(
        keys=("f5",), action="match(1)", label=N_("Match"), help=N_("Take the first match in place of the translation")
    ),
    Key(keys=("f6",), action="match(2)", help=N_("Take the second match")),
    Key(keys=("f7",), action="match(3)", help=N_("Take the third match")),
    Key(
        keys=("ctrl+o",),
        action="offers",
        help=N_("Choose among all terms and matches: arrows and Enter, Esc to go back"),
    ),
    Key(
        keys=("f2",),
        action="view",
        label=N_("Article"),
        help=N_("Show the article, or the list, above the segment (a wide screen shows both)"),
        group=N_("Looking"),
    ),
    Key(
        keys=("ctrl+g",),
        action="more",
        help=N_("Show more of the source and of the findings, page by page; then the first lines again"),
    ),
    Key(keys=("ctrl+l",), action="list", help=N_("Choose in the list of segments: arrows and Enter, Esc to go back")),
    Key(
        keys=("f3",),
        action="filter",
        label=N_("Filter"),
        help=N_("Show only segments of a state, with a finding, with a text"),
    ),
    Key(keys=("ctrl+f",), action="find", label=N_("Find"), help=N_("Find and replace, with a preview")),
    Key(keys=("f1",), action="help", label=N_("Help"), help=N_("Show all keys")),
    Key(keys=("escape",), action="back", help=N_("Go back to the translation; again, end the filter")),
    Key(
        keys=("ctrl+q",),
        action="leave",
        label=N_("Quit"),
        help=N_("Leave; what is typed and not saved is kept and offered again"),
    ),
)
"""What the screen does. Files are always saved segment by segment: there is no key to save all."""

EDITING_KEYS: tuple[Key, ...] = (
    Key(
        keys=("left", "right", "up", "down"),
        action="",
        help=N_("Move the cursor; with Shift, select"),
        group=N_("Editing"),
    ),
    Key(keys=("ctrl+left", "ctrl+right"), action="", help=N_("Move by a word, a number or a run of Chinese")),
    Key(keys=("home", "end", "ctrl+a", "ctrl+e"), action="", help=N_("Go to the start or end of the line")),
    Key(keys=("ctrl+home", "ctrl+end"), action="", help=N_("Go to the start or end of the translation")),
    Key(keys=("backspace", "delete", "ctrl+d"), action="", help=N_("Delete a character, or what is selected")),
    Key(
        keys=("ctrl+w", "alt+backspace", "ctrl+delete", "alt+d"),
        action="",
        help=N_("Delete a word, or two characters of Chinese, to the left or right"),
    ),
    Key(keys=("ctrl+u", "ctrl+k"), action="", help=N_("Delete all before or after the cursor")),
    Key(keys=("ctrl+j", "alt+enter"), action="", help=N_("Begin a new line within the segment")),
    Key(keys=("ctrl+c", "ctrl+x", "ctrl+v"), action="", help=N_("Copy, cut, paste")),
)
"""What the field does."""

LEGEND = N_("U untranslated · F fuzzy · T translated · R reviewed · * typed, not saved · ! finding · @ note")

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Del",
    "ctrl": "Ctrl",
    "alt": "Alt",
    "shift": "Shift",
    "space": "Space",
    "tab": "Tab",
}


def shown_key(key: str) -> str:
    """Return a key as people write it: `ctrl+s` → `Ctrl+S`; in a footer `^S` is shorter."""
    return "+".join(_NAMES.get(part, part.upper()) for part in key.split("+"))
