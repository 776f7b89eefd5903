"""govpub.toml: what it says, and every mistake in it as one error with its line."""

from __future__ import annotations

import contextlib
import os
import random
from pathlib import Path

import pytest

from govpub.errors import ProjectError
from govpub.locales import EN, ZH_CN
from govpub.model.colour import contrast
from govpub.model.portal import DARK_GROUNDS, Palette
from govpub.model.style import HouseStyle
from govpub.project import load_project

FILE = Path("office/govpub.toml")

WHOLE = """\
[office]
name = { zh-CN = "云岭省人民政府办公厅", en = "General Office" }
timezone = "Asia/Urumqi"

[site]
name = { zh-CN = "云岭省人民政府", en = "The People's Government of Yunling Province" }
url = { zh-CN = "https://www.yunling.example/", en = "https://www.yunling.example/en/" }
domain = "www.yunling.example"
identification-code = "9900000001"
host = { zh-CN = "办公厅" }
operator = "运营单位"

[[site.navigation]]
label = { zh-CN = "政府", en = "Government" }
href = { zh-CN = "https://www.yunling.example/zf/", en = "https://www.yunling.example/en/gov/" }

[[site.navigation]]
label = { zh-CN = "导航" }

[export]
layout = "interleaved"
formats = ["txt", "html"]
editions = ["en"]

[check]
ignore = ["terms.missing"]

[style]
percent = "per cent"
serial-comma = "never"

[paths]
articles = "text"
output = "out/releases"
memory = "memory/office.sqlite"

[memory]
fill = "translated"
threshold = 80
"""


def test_a_whole_file():
    project = load_project(WHOLE, FILE)
    assert project.root == Path("office")
    assert project.zone.key == "Asia/Urumqi"
    assert project.layout == "interleaved"
    assert project.formats == ("txt", "html")
    assert project.editions == ("en",)
    assert project.ignore == ("terms.missing",)
    assert project.style == HouseStyle(percent="per cent", serial_comma=False)
    assert (project.articles, project.glossary) == (Path("text"), Path("glossary/zh_CN-en.po"))
    assert (project.memory, project.memory_fill, project.memory_threshold) == (
        Path("memory/office.sqlite"),
        "translated",
        80,
    )
    chinese, english = project.site(ZH_CN), project.site(EN)
    assert [item.label for item in chinese.navigation] == ["政府", "导航"]
    assert [item.label for item in english.navigation] == ["Government"]
    assert (chinese.host, english.host) == ("办公厅", "")
    assert chinese.operator == english.operator == "运营单位"


def test_an_empty_file_has_the_defaults():
    project = load_project("", FILE)
    assert project.layout == "columns"
    assert project.zone.key == "Asia/Shanghai"
    assert project.style == HouseStyle()
    assert project.site(EN).name == ""
    assert (project.memory, project.memory_fill, project.memory_threshold) == (
        Path("memory/zh_CN-en.sqlite"),
        "reviewed",
        75,
    )


def test_the_site_is_named_after_the_office_where_it_has_no_name():
    project = load_project('[office]\nname = { en = "General Office" }\n[site]\ndomain = "x.example"\n', FILE)
    assert project.site(EN).name == "General Office"


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("[ofice]\n", 1, 2, "ofice"),
        ('[office]\nnmae = "x"\n', 2, 1, "nmae"),
        ("[office]\nname = 3\n", 2, 1, "name"),
        ('[office]\nname = { fr = "x" }\n', 2, 10, "fr"),
        ('[office]\ntimezone = "Mars/Olympus"\n', 2, 1, "Mars/Olympus"),
        ("[office]\ntimezone = 8\n", 2, 1, "timezone"),
        ('[site]\nidentification-code = "12"\n', 2, 1, "12"),
        ('[site]\ndomain = "a\\nb"\n', 2, 1, "domain"),
        ('[site]\nnavigation = "x"\n', 2, 1, "navigation"),
        ('[[site.navigation]]\nlable = "x"\n', 2, 1, "lable"),
        ('[export]\nlayout = "sideways"\n', 2, 1, "sideways"),
        ('[export]\nformats = "html"\n', 2, 1, "formats"),
        ('[export]\nformats = ["odt"]\n', 2, 1, "odt"),
        ('[check]\nignore = ["terms.nothing"]\n', 2, 1, "terms.nothing"),
        ('[style]\npercent = "pct"\n', 2, 1, "pct"),
        ('[style]\nserial-comma = "sometimes"\n', 2, 1, "sometimes"),
        ('[memory]\nfill = "sometimes"\n', 2, 1, "sometimes"),
        ("[memory]\nthreshold = 20\n", 2, 1, "threshold"),
        ('[memory]\nfile = "x"\n', 2, 1, "file"),
        ('[paths]\nmemory = "../x.sqlite"\n', 2, 1, "memory"),
        ('[paths]\noutput = "/etc"\n', 2, 1, "output"),
        ('[paths]\noutput = "../elsewhere"\n', 2, 1, "output"),
        ("export = 3\n", 1, 1, "export"),
        ("[office\n", 1, 8, "TOML"),
        ("[office]\n[office]\n", 2, None, "TOML"),
    ],
)
def test_a_mistake_is_one_error_at_its_place(text, line, column, part):
    with pytest.raises(ProjectError) as caught:
        load_project(text, FILE)
    error = caught.value
    assert part in str(error)
    assert error.hint
    assert error.at is not None
    assert (error.at.path, error.at.line) == (FILE, line)
    if column is not None:
        assert error.at.column == column


PORTAL = """\
[site]
contact = "web@x.example"

[site.address]
bilingual = "https://x.example/{year}/{id}.html"
en = "https://x.example:8443/en/{id}/{month}{day}"

[[site.column]]
name = { zh-CN = "政务要闻", en = "Government News" }
description = { zh-CN = "会议和决策", en = "Meetings and decisions" }
keywords = { zh-CN = "会议，决策", en = "meetings, decisions" }
type = "工作动态"

[[site.column]]
name = { zh-CN = "数据", en = "Data" }
description = "1"
keywords = "2"
type = { zh-CN = "数据发布", en = "Figures" }

[[site.footer]]
label = { zh-CN = "网站地图", en = "Site Map" }
href = "https://x.example/map"
image = "theme/mark.png"

[[site.footer]]
label = { zh-CN = "找错" }

[theme]
accent = "#1d4f91"

[paths]
theme = "look"
"""


def test_what_a_portal_says_of_itself():
    project = load_project(PORTAL, FILE)
    chinese, english = project.site(ZH_CN), project.site(EN)
    assert chinese.contact == "web@x.example"
    assert list(project.addresses) == ["bilingual", "en"]
    assert [(column.name, column.type) for column in chinese.columns] == [
        ("政务要闻", "工作动态"),
        ("数据", "数据发布"),
    ]
    assert [(column.name, column.type) for column in english.columns] == [
        ("Government News", "News"),
        ("Data", "Figures"),
    ]
    assert english.column("Data").description == "1"
    assert english.column("数据") is None
    assert [item.label for item in chinese.footer] == ["网站地图", "找错"]
    assert [(item.href, item.image) for item in english.footer] == [("https://x.example/map", "theme/mark.png")]
    assert project.theme == Path("look")


def test_the_other_colours_follow_the_accent():
    palette = load_project(PORTAL, FILE).palette
    assert str(palette.accent) == str(palette.band) == "#1d4f91"
    assert min(contrast(palette.accent_dark, ground) for ground in DARK_GROUNDS) >= 7
    chosen = load_project('[theme]\nband = "#000"\naccent-dark = "#fff"\n', FILE).palette
    assert (str(chosen.band), str(chosen.accent_dark), chosen.accent) == ("#000000", "#ffffff", Palette().accent)
    assert load_project("", FILE).palette == Palette()


def column(**changes):
    keys = {"name": "a", "description": "b", "keywords": "c", "type": "首页"} | changes
    lines = [f'{key} = "{text}"' if isinstance(text, str) else f"{key} = {text[0]}" for key, text in keys.items()]
    return "\n".join(["[[site.column]]", *lines, ""])


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('[site]\ndomain = "https://www.x.example"\n', 2, "https://www.x.example"),
        ('[site]\ndomain = "www.x.example/en"\n', 2, "domain"),
        ('[site]\ndomain = "-x.example"\n', 2, "domain"),
        (column(name=""), 1, "name"),
        (column(keywords=['{ en = "x" }']), 1, "zh-CN"),
        (column(type="要闻"), 5, "要闻"),
        (column(type=['{ en = "News" }']), 5, "工作动态"),
        (column() + column(), 1, "two columns"),
        (column(extra="x"), 6, "extra"),
        ('[[site.footer]]\nlabel = "x"\nimage = "../x.png"\n', 3, "image"),
        ('[site]\naddress = "https://x.example/{id}"\n', 2, "address"),
        ('[site.address]\nen = "https://x.example/en.html"\n', 1, "{id}"),
        ('[site.address]\nen = "/en/{id}.html"\n', 1, "/en/"),
        ('[site.address]\nen = "javascript:alert({id})"\n', 1, "javascript"),
        ('[site.address]\nen = "https://x.example/{id}/{name}"\n', 1, "{name}"),
        ('[site.address]\nen = "https://x.example/{id}}"\n', 1, "address"),
        ('[site.address]\nfr = "https://x.example/{id}"\n', 2, "fr"),
        ('[site.address]\nen = "https://x.example/{id}"\nzh-CN = "https://x.example/{id}"\n', 1, "two editions"),
        ('[theme]\naccent = "red"\n', 2, "red"),
        ('[theme]\naccent = "#8fbfef"\n', 2, "1.93:1"),
        ('[theme]\naccent = "#777"\n', 2, "4.4"),
        ('[theme]\naccent-dark = "#333"\n', 2, "lighter"),
        ('[theme]\nband = "#eee"\n', 2, "darker"),
        ('[theme]\ncolour = "#eee"\n', 2, "colour"),
    ],
)
def test_a_mistake_in_a_portal_is_one_error_at_its_place(text, line, part):
    with pytest.raises(ProjectError) as caught:
        load_project(text, FILE)
    assert part in str(caught.value)
    assert caught.value.at.line == line
    assert caught.value.hint


def test_mutated_files_give_a_project_or_a_project_error():
    seed = int(os.environ.get("GOVPUB_SEED", "20241225"))
    print("seed", seed)
    random_ = random.Random(seed)
    pieces = [
        "[",
        "]",
        '"',
        "=",
        "{",
        "}",
        "\n",
        "\0",
        "\ud800",
        "名",
        "office",
        "1" * 5000,
        "[" * 2000,
        "\t",
        "'''",
        "\r",
    ]
    for _round in range(int(os.environ.get("GOVPUB_FUZZ", "300"))):
        text = random_.choice((WHOLE, PORTAL))
        for _edit in range(random_.randint(1, 4)):
            at = random_.randrange(len(text) + 1)
            text = text[:at] + random_.choice(pieces) + text[at + random_.randint(0, 9) :]
        with contextlib.suppress(ProjectError):
            load_project(text, FILE)
