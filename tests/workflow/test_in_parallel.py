"""Several processes make the same releases as one, in the same order, failures included."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from govpub.errors import ArticleError
from govpub.workflow.export import Choices, export
from govpub.workflow.in_parallel import in_order, jobs_for

NOW = datetime(2025, 1, 1, tzinfo=UTC)


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs):
    assert list(in_order(square, range(100), jobs)) == [number * number for number in range(100)]


def test_few_articles_stay_in_one_process():
    assert jobs_for(3) == 1
    assert jobs_for(1000) >= 1


ARTICLE = """---
id: notice-{number}
lang: en
title: Notice {number}
published: 2024-12-25T09:30+08:00
column: Notices
source: Office
---

Text of notice {number}.
"""


@pytest.fixture
def office(tmp_path):
    from govpub.workflow.init import init

    init(tmp_path / "office")
    for number in range(8):
        text = ARTICLE.format(number=number)
        if number == 5:
            text = text.replace("lang: en", "lang: xx")
        (tmp_path / "office" / "articles" / f"notice-{number}.md").write_text(text, encoding="utf-8")
    return tmp_path / "office"


def test_two_processes_make_what_one_makes(office, tmp_path):
    made = {}
    for jobs in (1, 2):
        out = tmp_path / f"out{jobs}"
        seen = []
        exports = export(
            [office / "articles"],
            Choices(editions=("en",), out=out, draft=True),
            now=NOW,
            progress=seen.append,
            jobs=jobs,
        )
        assert len(seen) == 8
        assert [done.id for done in exports.done] == [f"notice-{number}" for number in range(8) if number != 5]
        (failure,) = exports.failures
        assert isinstance(failure, ArticleError)
        assert failure.at.path.name == "notice-5.md"
        assert failure.hint
        made[jobs] = {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert made[1] == made[2]
