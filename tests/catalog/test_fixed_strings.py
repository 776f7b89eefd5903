"""The catalogs of fixed strings: brought up to date, counted, compiled, and used."""

import gettext
import io
import subprocess
import sys
from functools import cache

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.programs import require

from govpub.catalog import (
    blank_catalog,
    catalog_status,
    cli_translations,
    compile_mo,
    extract,
    phrases,
    ui,
    ui_faults,
    update,
)
from govpub.errors import CatalogError
from govpub.locales import EN, LOCALES, ZH_CN
from govpub.po import PoEntry, new_po, parse_po, serialize_po

TEMPLATE = new_po(
    {"Content-Type": "text/plain; charset=UTF-8"},
    [
        PoEntry(msgid="Notes", references=("govpub/render/a.py",), extracted=("Translators: heading",)),
        PoEntry(msgid="Updated: {date}", references=("govpub/render/b.py",)),
        PoEntry(msgid="{n} file", msgid_plural="{n} files", msgstr=("", ""), flags=("python-brace-format",)),
    ],
)


def chinese(*entries):
    return blank_catalog(ZH_CN).replace_entries(entries)


def test_a_blank_catalog_knows_its_plural_forms():
    assert blank_catalog(ZH_CN).headers["Plural-Forms"] == "nplurals=1; plural=0;"
    assert blank_catalog(EN).headers["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert [blank_catalog(locale).headers["Language"] for locale in (ZH_CN, EN)] == ["zh_CN", "en"]


def test_new_strings_are_untranslated_and_in_the_template_s_order():
    updated = update(TEMPLATE, blank_catalog(ZH_CN))
    assert [(entry.msgid, entry.msgstr) for entry in updated.entries] == [
        ("Notes", ("",)),
        ("Updated: {date}", ("",)),
        ("{n} file", ("",)),
    ]
    assert updated.entries[0].extracted == ("Translators: heading",)
    assert updated.entries[2].flags == ("python-brace-format",)


def test_in_their_own_language_strings_stand_for_themselves():
    updated = update(TEMPLATE, blank_catalog(EN))
    assert [entry.msgstr for entry in updated.entries] == [("Notes",), ("Updated: {date}",), ("{n} file", "{n} files")]
    reworded = updated.replace_entries([updated.entries[0].replace(msgstr=("Footnotes",)), *updated.entries[1:]])
    assert update(TEMPLATE, reworded).entries[0].msgstr == ("Footnotes",)


def test_nothing_of_a_translation_is_lost():
    old = chinese(
        PoEntry(
            comments=("c",),
            flags=("fuzzy", "no-wrap", "c-format"),
            previous_msgid="Note",
            msgid="Notes",
            msgstr=("注",),
        ),
        PoEntry(msgid="Gone", msgstr=("无",), references=("a.py",)),
        PoEntry(msgid="Gone untranslated"),
        PoEntry(msgid="Gone with a comment", comments=("why",)),
        PoEntry(msgid="Updated: {date}", msgstr=("更新时间：{date}",), obsolete=True),
        PoEntry(msgid="Long gone", msgstr=("久",), obsolete=True),
    ).with_header("X-Foreign", "kept")
    updated = update(TEMPLATE, old)
    kept = updated.entries[0]
    assert (kept.comments, kept.flags, kept.previous_msgid) == (("c",), ("fuzzy", "no-wrap"), "Note")
    assert [(entry.msgid, entry.msgstr[0], entry.obsolete) for entry in updated.entries] == [
        ("Notes", "注", False),
        ("Updated: {date}", "更新时间：{date}", False),
        ("{n} file", "", False),
        ("Long gone", "久", True),
        ("Gone", "无", True),
        ("Gone with a comment", "", True),
    ]
    assert updated.headers["X-Foreign"] == "kept"


def test_updating_twice_changes_nothing():
    text = serialize_po(
        update(TEMPLATE, chinese(PoEntry(msgid="Notes", msgstr=("注",)), PoEntry(msgid="x", msgstr=("y",))))
    )
    assert serialize_po(update(TEMPLATE, parse_po(text))) == text


def test_nothing_is_guessed():
    updated = update(TEMPLATE, chinese(PoEntry(msgid="Note", msgstr=("注",))))
    assert updated.entries[0] == TEMPLATE.entries[0]


def test_a_string_that_gets_a_plural_is_fuzzy():
    updated = update(TEMPLATE, chinese(PoEntry(msgid="{n} file", msgstr=("{n}个文件",))))
    assert updated.entries[2].msgstr == ("{n}个文件",)
    assert updated.entries[2].fuzzy
    english = update(TEMPLATE, blank_catalog(EN).replace_entries([PoEntry(msgid="{n} file", msgstr=("{n} file!",))]))
    assert english.entries[2].msgstr == ("{n} file!", "{n} file!")
    changed = update(
        TEMPLATE,
        chinese(PoEntry(msgid="{n} file", msgid_plural="{n} filez", msgstr=("{n}个",)), PoEntry(msgid="Notes")),
    )
    assert changed.entries[2].previous_msgid_plural == "{n} filez"
    assert not update(TEMPLATE, chinese(PoEntry(msgid="{n} file"))).entries[2].fuzzy


def test_a_catalog_is_counted():
    file = chinese(
        PoEntry(msgid="a", msgstr=("甲",)),
        PoEntry(msgid="b", msgstr=("乙",), flags=("fuzzy",)),
        PoEntry(msgid="c"),
        PoEntry(msgid="d", flags=("fuzzy",)),
        PoEntry(msgid="e", msgid_plural="es", msgstr=("一", "")),
        PoEntry(msgid="f", msgstr=("己",), obsolete=True),
    )
    counted = catalog_status(file)
    assert (counted.translated, counted.fuzzy, counted.untranslated, counted.obsolete) == (1, 1, 3, 1)
    assert catalog_status(file, TEMPLATE).untranslated == 6
    over = catalog_status(file, TEMPLATE, shipped={"a", "c"})
    assert (over.translated, over.fuzzy, over.untranslated, over.obsolete) == (1, 1, 5, 1)


@pytest.mark.parametrize(
    ("msgid", "plural", "msgstr", "missing", "unknown"),
    [
        ("{a} of {b}", None, ("{b}中的{a}",), (), ()),
        ("{a} of {b}", None, ("{a}",), ("b",), ()),
        ("{a}", None, ("{a}{c}",), (), ("c",)),
        ("{a}", None, ("｛a｝",), ("a",), ()),
        ("{a}", None, ("{a}}",), (), ("}",)),
        ("{a!r:>5}", None, ("{a}",), ("a!r:>5",), ("a",)),
        ("{hour}:{minute}", None, ("{hour24}时{minute}分",), (), ()),
        ("{month_name} {day}", None, ("{month}月{day}日",), (), ()),
        ("{PLACE} –", None, ("{place}电",), (), ()),
        ("No. {year}-{serial}", None, ("{year}年第{unpadded}号",), (), ()),
        ("Document No. {serial} [{year}]", None, ("{code}〔{year}〕{serial}号",), (), ()),
        ("No. {serial}", None, ("{code}{serial}号",), (), ("code",)),
        ("one file", "{n} files", ("{n}个文件",), (), ()),
        ("{n} file", "{n} files", ("文件",), ("n",), ()),
        ("one file of {d}", "{n} files of {d}", ("{d}的{m}",), (), ("m",)),
        ("{a}", None, ("",), (), ()),
    ],
)
def test_lost_and_invented_fields_are_faults(msgid, plural, msgstr, missing, unknown):
    faults = ui_faults(chinese(PoEntry(msgid=msgid, msgid_plural=plural, msgstr=msgstr)))
    assert [(fault.missing, fault.unknown) for fault in faults] == ([(missing, unknown)] if missing or unknown else [])


def test_a_fault_says_what_is_wrong_and_where():
    file = parse_po('msgid "{a}"\nmsgstr "{b}{"\n\n#, fuzzy\nmsgid "{c}"\nmsgstr ""\n\n#~ msgid "{d}"\n#~ msgstr "x"\n')
    [fault] = ui_faults(file)
    assert fault.message == "the translation lacks {a}; the translation has {b}, { of its own"
    assert fault.at.line == 1
    assert fault.entry is file.entries[0]
    [lost] = ui_faults(parse_po('msgid "{a}"\nmsgstr "x"\n'))
    assert lost.message == "the translation lacks {a}"
    [invented] = ui_faults(parse_po('msgid "a"\nmsgstr "{x}"\n'))
    assert invented.message == "the translation has {x} of its own"


def test_the_compiled_catalog_has_what_is_final():
    file = chinese(
        PoEntry(msgid="a", msgstr=("甲",)),
        PoEntry(msgid="b", msgstr=("乙",), flags=("fuzzy",)),
        PoEntry(msgid="c", msgstr=("丙",), obsolete=True),
        PoEntry(msgid="d"),
        PoEntry(msgid="{n} e", msgid_plural="{n} es", msgstr=("{n}个戊",)),
        PoEntry(msgctxt="x", msgid="a", msgstr=("别",)),
    )
    content = compile_mo(file)
    assert content == compile_mo(parse_po(serialize_po(file)))
    read = gettext.GNUTranslations(io.BytesIO(content))
    assert [read.gettext(msgid) for msgid in "abcd"] == ["甲", "b", "c", "d"]
    assert read.ngettext("{n} e", "{n} es", 5) == "{n}个戊"
    assert read.pgettext("x", "a") == "别"


def test_the_compiled_catalog_says_the_same_as_msgfmt_s(tmp_path):
    file = update(template_of("ui"), blank_catalog(EN))
    path = tmp_path / "ui.po"
    path.write_text(serialize_po(file), encoding="utf-8")
    subprocess.run([require("msgfmt"), "-o", tmp_path / "ui.mo", path], check=True)
    (tmp_path / "ours.mo").write_bytes(compile_mo(file))
    theirs, ours = (
        [(entry.msgid, entry.msgstr) for entry in polib.mofile(str(tmp_path / name))] for name in ("ui.mo", "ours.mo")
    )
    assert ours == theirs


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder of shipped catalogs that a test fills itself."""
    monkeypatch.setattr(ui, "locales_folder", lambda: tmp_path)
    ui._phrases.cache_clear()
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    yield folder
    ui._phrases.cache_clear()


def write(path, *entries):
    path.write_text(serialize_po(chinese(*entries)), encoding="utf-8")


def test_an_office_s_wording_lies_over_the_shipped_one(shipped):
    write(
        shipped / "ui.po",
        PoEntry(msgid="a", msgstr=("甲",)),
        PoEntry(msgid="b", msgstr=("乙",)),
        PoEntry(msgid="c", msgstr=("丙",), flags=("fuzzy",)),
        PoEntry(msgid="d", msgstr=("丁",), obsolete=True),
        PoEntry(msgid="e"),
    )
    overlays = [
        'msgid "b"\nmsgstr "office"\n',
        '\ufeff#, fuzzy\nmsgid "a"\nmsgstr "doubtful"\n\nmsgid "f"\nmsgstr "new"\n',
    ]
    assert phrases(ZH_CN).entries == {"a": "甲", "b": "乙"}
    assert phrases(ZH_CN, overlays).entries == {"a": "甲", "b": "office", "f": "new"}
    assert phrases(ZH_CN, overlays).gettext("e") == "e"
    with pytest.raises(TypeError):
        phrases(ZH_CN).entries["a"] = "x"


def test_without_a_shipped_catalog_strings_stand_for_themselves(shipped):
    assert phrases(EN).gettext("Notes") == "Notes"
    assert cli_translations("en").gettext("done") == "done"
    assert cli_translations("zh_CN").gettext("done") == "done"


def test_a_broken_overlay_is_an_error():
    with pytest.raises(CatalogError):
        phrases(ZH_CN, ['msgid "'])


def test_commands_speak_the_compiled_catalog_or_else_the_catalog_itself(shipped):
    write(
        shipped / "cli.po", PoEntry(msgid="done", msgstr=("完成",)), PoEntry(msgid="x", msgstr=("y",), flags=("fuzzy",))
    )
    assert cli_translations("zh_CN").gettext("done") == "完成"
    assert cli_translations("zh-CN").gettext("x") == "x"
    assert cli_translations("../zh_CN").gettext("done") == "done"
    assert cli_translations("fr").ngettext("a", "b", 2) == "b"
    (shipped / "cli.mo").write_bytes(compile_mo(chinese(PoEntry(msgid="done", msgstr=("编译好的",)))))
    assert cli_translations("zh_CN").gettext("done") == "编译好的"


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"junk" * 20, compile_mo(chinese())[:-3] + b"\xff"])
def test_a_broken_compiled_catalog_is_passed_over(shipped, content):
    write(shipped / "cli.po", PoEntry(msgid="done", msgstr=("完成",)))
    (shipped / "cli.mo").write_bytes(content)
    assert cli_translations("zh_CN").gettext("done") in ("完成", "done")


def test_speaking_chinese_needs_no_third_party():
    code = (
        "import sys; from govpub.catalog.ui import cli_translations; cli_translations('zh_CN');"
        "print(sorted({'babel', 'polib', 'jinja2', 'govpub.po'} & set(sys.modules)))"
    )
    if not (ui.locales_folder() / "zh_CN" / "LC_MESSAGES" / "cli.mo").is_file():
        return  # a checkout in which nothing was compiled
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout == "[]\n"


@cache
def template_of(domain):
    return parse_po(extract(domain))


SHIPPED = sorted(ui.locales_folder().glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "/".join(path.parts[-3:]))
def test_shipped_catalogs_are_sound(path, tmp_path):
    file = parse_po(path.read_bytes().decode(), path)
    assert [fault.message for fault in ui_faults(file)] == []
    assert serialize_po(file) == path.read_bytes().decode()
    subprocess.run([require("msgfmt"), "--check", "-o", tmp_path / "x.mo", path], check=True, capture_output=True)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "/".join(path.parts[-3:]))
def test_shipped_catalogs_are_complete_and_up_to_date(path):
    file = parse_po(path.read_bytes().decode(), path)
    template = template_of(path.stem)
    status = catalog_status(file, template)
    assert (status.fuzzy, status.untranslated) == (0, 0)
    assert update(template, file) is file


def test_every_language_has_the_catalog_of_releases():
    assert {path.parts[-3] for path in SHIPPED if path.stem == "ui"} == {locale.gettext_name for locale in LOCALES}


keys = st.sampled_from(["a", "b {x}", "c", "d"])


@given(st.dictionaries(keys, st.sampled_from(["", "x", "y"])), st.lists(keys, unique=True), st.lists(keys, unique=True))
def test_updating_never_loses_a_translation(old, first, second):
    file = chinese(*(PoEntry(msgid=key, msgstr=(text,)) for key, text in old.items()))
    for wanted in (first, second):
        file = parse_po(serialize_po(update(new_po({}, [PoEntry(msgid=key) for key in wanted]), file)))
        assert [entry.msgid for entry in file.entries if not entry.obsolete] == wanted
    found = {entry.msgid: entry.msgstr[0] for entry in file.entries}
    assert {key: text for key, text in old.items() if text}.items() <= found.items()
