"""How an office names itself on its official documents, and how it wants its releases set on paper."""

from pathlib import Path

import pytest

from govpub.errors import ProjectError
from govpub.locales import EN, ZH_CN
from govpub.model.document import Letterhead
from govpub.project import load_project

FILE = Path("govpub.toml")
OFFICE = '[office]\nname = { zh-CN = "云泽省人民政府", en = "Yunze" }\n'


def test_the_head_and_the_issuer_are_read_in_both_languages() -> None:
    text = f'{OFFICE}[document]\nmark = {{ zh-CN = "云泽省人民政府文件" }}\nissuer = {{ zh-CN = "云泽省政府办公厅" }}\n'
    project = load_project(text, FILE)
    assert project.letterhead(ZH_CN) == Letterhead(mark="云泽省人民政府文件", issuer="云泽省政府办公厅")
    assert project.letterhead(EN) == Letterhead(issuer="Yunze"), "the office itself, where nothing else is said"


def test_a_project_without_a_file_has_no_letterhead() -> None:
    assert load_project("", FILE).letterhead(ZH_CN) == Letterhead()


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("[document]\nseal = 1\n", 2, "seal"),
        ("document = 1\n", 1, "document"),
        ("[document]\nmark = 3\n", 2, "mark"),
        ('[export]\npreset = "poster"\n', 2, "poster"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(ProjectError, match=told) as caught:
        load_project(text, FILE)
    assert caught.value.at.line == line
