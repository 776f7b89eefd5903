"""What the tests of use cases may ask for: a person at an article of three sentences, an office with a memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.desks import ONE, THREE, TWO, article_at, at_desk
from support.filling import FillingOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govpub.workflow.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An article of a title and three sentences."""
    return article_at(tmp_path, ONE, TWO, THREE)


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """A person's desk with that article on it."""
    desk = at_desk(path)
    yield desk
    desk.close()


@pytest.fixture
def office(tmp_path: Path) -> FillingOffice:
    """A workspace with one article and a memory."""
    return FillingOffice(tmp_path)
