"""Nothing goes out early: not by a second, not by a zone, not by a clock change."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpub.errors import RefusedError
from govpub.release import clear_to_publish

BEIJING = timezone(timedelta(hours=8))
EMBARGO = datetime(2024, 12, 25, 10, 0, tzinfo=BEIJING)
ZONES = (
    *("Asia/Shanghai", "UTC", "America/New_York", "Asia/Kolkata"),
    *("Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Europe/London"),
)


def test_an_article_without_embargo_is_free() -> None:
    assert clear_to_publish(None, now=EMBARGO) is None


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("seconds", "held"), [(-1, True), (0, False), (1, False)])
def test_the_instant_decides_whatever_zone_the_clock_shows(zone: str, seconds: int, held: bool) -> None:
    now = (EMBARGO + timedelta(seconds=seconds)).astimezone(ZoneInfo(zone))
    if not held:
        assert clear_to_publish(EMBARGO, now=now) is None
        assert clear_to_publish(EMBARGO, now=now, under_embargo=True) is None
        return
    with pytest.raises(RefusedError):
        clear_to_publish(EMBARGO, now=now)
    assert clear_to_publish(EMBARGO, now=now, under_embargo=True) == EMBARGO


def test_the_refusal_names_both_times_in_the_zone_of_the_embargo_and_the_way_out() -> None:
    with pytest.raises(RefusedError) as refused:
        clear_to_publish(EMBARGO, now=datetime(2024, 12, 25, 1, 59, 30, tzinfo=UTC))
    assert refused.value.message == "under embargo until 2024-12-25 10:00:00+08:00; it is now 2024-12-25 09:59:30+08:00"
    assert "--under-embargo" in refused.value.hint


def test_a_clock_that_steps_back_closes_the_door_again() -> None:
    assert clear_to_publish(EMBARGO, now=EMBARGO) is None
    with pytest.raises(RefusedError):
        clear_to_publish(EMBARGO, now=EMBARGO - timedelta(seconds=1))


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    london = ZoneInfo("Europe/London")
    second = datetime(2024, 10, 27, 1, 30, tzinfo=london, fold=1)
    first = second.replace(fold=0)
    assert not first < second, "Python takes them for one"
    with pytest.raises(RefusedError):
        clear_to_publish(second, now=first)
    assert clear_to_publish(first, now=second) is None


@pytest.mark.parametrize("naive", ["embargo", "now"])
def test_a_time_without_zone_is_refused(naive: str) -> None:
    times = {"embargo": EMBARGO, "now": EMBARGO, naive: EMBARGO.replace(tzinfo=None)}
    with pytest.raises(RefusedError, match="without a zone"):
        clear_to_publish(times["embargo"], now=times["now"])


def test_the_first_day_of_the_calendar_has_no_day_before_to_be_named() -> None:
    embargo = datetime(1, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=-14)))
    with pytest.raises(RefusedError, match="it is now 0001-01-01 05:00:00"):
        clear_to_publish(embargo, now=datetime(1, 1, 1, 5, 0, tzinfo=UTC))


def _minutes(moment: datetime) -> timedelta:
    epoch = datetime(2000, 1, 1, tzinfo=UTC)
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=UTC) - epoch - offset


_OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_MOMENTS = st.builds(lambda moment, zone: moment.replace(tzinfo=zone), st.datetimes(), _OFFSETS)


@given(embargo=_MOMENTS, now=_MOMENTS)
def test_out_exactly_when_the_instant_has_come_at_either_end_of_the_calendar_too(
    embargo: datetime, now: datetime
) -> None:
    come = _minutes(now) >= _minutes(embargo)
    try:
        clear_to_publish(embargo, now=now)
    except RefusedError:
        assert not come
    else:
        assert come
