"""What was done and can be taken back, from the first step on, over all sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from govpub.workflow.desk.change import Change, Part
from govpub.workflow.desk.results import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govpub.workflow.desk.journal import Journal, Line

__all__ = ["Done", "History"]

_ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A step, with all that is needed to take it back."""

    action: Action
    time: datetime
    changes: tuple[Change, ...]


class History:
    """The steps of one person in one article. They are read when they are first asked for."""

    def __init__(self, journal: Journal) -> None:
        """Name the journal of steps; nothing is read yet."""
        self._journal = journal
        self._unwritten: list[Line] = []
        self._pending: Done | None = None
        self._read: tuple[list[Done], list[Done]] | None = None
        self._restored = False

    def resolve(self, happened: Callable[[Change], bool]) -> None:
        """Note of a step whose session was killed while it was saved whether it was; raises as `append` does."""
        last = self._journal.last()
        step = _step(last) if last is not None else None
        if step is not None:
            self._append({"done": [change.id for change in step.changes if happened(change)]})

    def begin(self, step: Done) -> None:
        """Note a step that is about to be saved; raises as `Journal.append` does, and keeps it all the same."""
        self._pending = step
        self._append(_line(step))

    def finish(self, ids: Sequence[str]) -> None:
        """Note which of its segments are saved; none where it came to nothing. Raises as `begin` does."""
        told: Line = {"done": list(ids)}
        if self._read is not None and self._pending is not None:
            _replay(self._read, [_line(self._pending), told])
        self._append(told)

    def undo(self) -> Done | None:
        """Return the last step that was not taken back."""
        done, _undone = self._steps
        return done[-1] if done else None

    def redo(self) -> Done | None:
        """Return the last step that was taken back, if nothing was done since."""
        _done, undone = self._steps
        return undone[-1] if undone else None

    def undid(self) -> None:
        """Note that the last step is taken back; raises as `begin` does."""
        _replay(self._steps, [{"undo": True}])
        self._append({"undo": True})

    def redid(self) -> None:
        """Note that it is done again; raises as `begin` does."""
        _replay(self._steps, [{"redo": True}])
        self._append({"redo": True})

    def sync(self) -> None:
        """Have what was noted on the disk itself, in a new journal where one was removed; raises as `begin` does."""
        self._append()
        self._journal.sync()

    def restored(self) -> bool:
        """Return whether the journal was removed, and written anew, since the last call."""
        restored, self._restored = self._restored, False
        return restored

    def adopt(self, lines: Sequence[Line]) -> None:
        """Put the steps of a session that was open beside this one behind ours; raises as `begin` does."""
        self._append(*lines)

    @property
    def _steps(self) -> tuple[list[Done], list[Done]]:
        if self._read is None:
            self._read = ([], [])
            _replay(self._read, [*self._journal.read(), *self._unwritten])
        return self._read

    def _append(self, *lines: Line) -> None:
        self._unwritten += lines
        if self._journal.vanished:
            self._journal.restore()
            self._restored = True
        if self._unwritten:
            self._journal.append(self._unwritten)
        self._unwritten.clear()


def _replay(steps: tuple[list[Done], list[Done]], lines: Iterable[Line]) -> None:
    done, undone = steps
    pending: Done | None = None
    for line in lines:
        match line:
            case {"step": _}:
                pending = _step(line)
            case {"done": [*ids]} if pending is not None:
                saved = frozenset(map(str, ids))
                changes = tuple(change for change in pending.changes if change.id in saved)
                if changes:
                    done.append(Done(action=pending.action, time=pending.time, changes=changes))
                    undone.clear()
                pending = None
            case {"undo": True} if done:
                undone.append(done.pop())
            case {"redo": True} if undone:
                done.append(undone.pop())
            case _:
                pass  # of another version of govpub, or behind a line that was damaged


def _line(step: Done) -> Line:
    changes = [[change.id, change.source, _told(change.before), _told(change.after)] for change in step.changes]
    return {"step": step.action, "time": step.time.isoformat(), "changes": changes}


def _told(part: Part) -> list[object]:
    return [part.target, part.fuzzy, part.previous, list(part.comments)]


def _step(line: Line) -> Done | None:
    """Return the step that a line tells; None where it tells none, or one that this govpub does not know."""
    try:
        action, time, changes = line["step"], line["time"], line["changes"]
        if action not in _ACTIONS:
            return None
        return Done(action=action, time=datetime.fromisoformat(time), changes=tuple(_change(*each) for each in changes))
    except (KeyError, TypeError, ValueError):
        return None


def _change(id_: str, source: str, before: list[object], after: list[object]) -> Change:
    return Change(id=id_, source=source, before=_part(*before), after=_part(*after))


def _part(target: object, fuzzy: object, previous: object, comments: object) -> Part:
    match target, fuzzy, previous, comments:
        case str(text), bool(flag), str(source), [*lines] if all(isinstance(each, str) for each in lines):
            return Part(text, flag, source, tuple(map(str, lines)))
        case _:
            raise ValueError
