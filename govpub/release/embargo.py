"""Nothing is out before its embargo's instant, unless it says so itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from govpub.errors import RefusedError
from govpub.messages import _

__all__ = ["clear_to_publish"]


def clear_to_publish(embargo: datetime | None, *, now: datetime, under_embargo: bool = False) -> datetime | None:
    """Return the embargo that the files must carry: None where there is none, or where it is over at `now`.

    The embargo ends at its instant, whatever zones the two times are written in.

    Raises:
        RefusedError: the embargo still holds and the release is not made under it (`under_embargo`), or one of the
            two times names no zone and so no instant.
    """
    if embargo is None or _instant(embargo) <= _instant(now):
        return None
    if under_embargo:
        return embargo
    raise RefusedError(
        _("under embargo until {embargo}; it is now {now}").format(
            embargo=embargo.isoformat(sep=" "), now=_in_zone_of(embargo, now).isoformat(sep=" ", timespec="seconds")
        ),
        hint=_("wait, or export with --under-embargo: every file then carries the embargo at its top"),
    )


def _instant(moment: datetime) -> timedelta:
    """Return the time in UTC since the year 1.

    Not `datetime.astimezone`, which overflows at either end of the calendar; not `<` between the datetimes, which
    ignores the repeated hour of a clock change where both are of one zone (PEP 495).
    """
    offset = moment.utcoffset()
    if offset is None:
        raise RefusedError(
            _("a time without a zone is no instant: {time}").format(time=moment.isoformat(sep=" ")),
            hint=_("write the zone: {example}").format(example="2024-12-25T09:30+08:00"),
        )
    return moment.replace(tzinfo=None) - datetime.min - offset  # noqa: DTZ901  the zone is in `offset`


def _in_zone_of(embargo: datetime, now: datetime) -> datetime:
    try:
        return now.astimezone(embargo.tzinfo)
    except OverflowError:
        return now
