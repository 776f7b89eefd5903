"""Row 17 of the faults: one second before, at and after the embargo, in eight zones, and a clock that steps back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from support.office import ARTICLE, SETTINGS

from govpub.errors import RefusedError
from govpub.workflow.export import Choices, export

EMBARGO = datetime(2030, 1, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
ZONES = (
    *("Asia/Shanghai", "Asia/Kathmandu", "UTC", "America/St_Johns", "America/Los_Angeles"),
    *("Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"),
)
CHINESE_ONLY = Choices(editions=("zh-CN",), formats=("txt",))


@pytest.fixture(params=ZONES)
def article(request, tmp_path):
    """The same instant, written in one of the zones."""
    written = EMBARGO.astimezone(ZoneInfo(request.param)).isoformat(timespec="seconds")
    (tmp_path / "govpub.toml").write_text(SETTINGS, encoding="utf-8")
    path = tmp_path / "articles" / "flood-drill.md"
    path.parent.mkdir()
    path.write_text(ARTICLE.replace("\n---\n", f"\nembargo: {written}\n---\n", 1), encoding="utf-8")
    return path


def released(article, now) -> bool:
    exports = export([article], CHINESE_ONLY, now=now)
    assert all(isinstance(failure, RefusedError) for failure in exports.failures)
    assert len(exports.done) + len(exports.failures) == 1
    return bool(exports.done)


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")])
def test_not_a_second_early(article, zone):
    now = EMBARGO.astimezone(zone)
    assert not released(article, now - timedelta(seconds=1))
    assert not released(article, now - timedelta(microseconds=1))
    assert released(article, now)
    assert released(article, now + timedelta(seconds=1))
    # A clock that was set back refuses again; what is out stays as it is.
    assert not released(article, now - timedelta(hours=1))


def test_a_naive_embargo_is_refused_by_the_article(govpub, tmp_path):
    (tmp_path / "govpub.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "a.md").write_text(
        ARTICLE.replace("\n---\n", "\nembargo: 2030-01-01T09:00\n---\n", 1), encoding="utf-8"
    )
    assert "a.md:6" in govpub("export", "a.md", folder=tmp_path, status=2).err
