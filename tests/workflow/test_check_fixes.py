"""Mending what is safe to mend: until nothing is left, in what is final only, and nothing else of the file."""

import pytest
from support.inside import Inside

from govpub.checks import RULES, Rule
from govpub.model.finding import Severity
from govpub.po import parse_po
from govpub.workflow import storage

FILE = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"

# kept: aaab
msgctxt "s1"
msgid "甲 aaab"
msgstr ""
"first aa"
"ab, \\"then\\" aab"

#, fuzzy
msgctxt "s2"
msgid "乙"
msgstr "aaab"

# govpub: ignore structure.shorten -- a name
msgctxt "s3"
msgid "丙"
msgstr "aab"

#   laid out   by hand
msgctxt   "s4"
msgid "丁"
msgstr "nothing"

#~ msgid "old"
#~ msgstr "aab"
"""

WAIVER = RULES["structure.waiver"]


def shorten(unit, context):
    """Take one `a` out of each `aa`, so that several rounds are needed."""
    at = unit.target.find("aa")
    while at >= 0:
        yield context.finding(
            "structure.shorten", unit, "long", target=(at, at + 2), fix="a", severity=Severity.WARNING
        )
        at = unit.target.find("aa", at + 1)


def swing(unit, context):
    """Undo what it did, for ever."""
    for one, other in (("then", "than"), ("than", "then")):
        if one in unit.target:
            at = unit.target.index(one)
            yield context.finding("structure.swing", unit, "swings", target=(at, at + 4), fix=other)


def vanish(unit, context):
    """Take everything away."""
    yield context.finding("structure.vanish", unit, "gone", target=(0, len(unit.target)), fix="")


@pytest.fixture
def govpub(tmp_path, monkeypatch, capsys):
    (tmp_path / "x.po").write_text(FILE, encoding="utf-8")
    return Inside(folder=tmp_path, monkeypatch=monkeypatch, capsys=capsys)


@pytest.fixture
def use(monkeypatch):
    def only(*checks):
        rules = {WAIVER.name: WAIVER}
        for check in checks:
            name = f"structure.{check.__name__}"
            rules[name] = Rule(name=name, severity=Severity.ERROR, summary="s", explanation="", check=check)
        monkeypatch.setattr("govpub.checks.rules.RULES", rules)
        monkeypatch.setattr("govpub.checks.settlement.RULES", rules)

    return only


def test_fixes_are_applied_until_nothing_is_left(govpub, use):
    use(shorten)
    outcome = govpub("check", "x.po", "--fix", status=0)
    assert outcome.out == "1 file, 4 segments: 1 waived, 3 mended\n"
    text = (govpub.folder / "x.po").read_text(encoding="utf-8")
    one, two, three, four, old = parse_po(text).entries
    assert one.msgstr == ('first ab, "then" ab',)
    assert one.comments == ("kept: aaab",)
    assert one.msgid == "甲 aaab"
    assert (two.msgstr, three.msgstr, old.msgstr) == (("aaab",), ("aab",), ("aab",))
    # What is not mended keeps its layout to the byte.
    for untouched in ("#, fuzzy", "# govpub: ignore", "#   laid out   by hand\nmsgctxt   ", "#~ msgid"):
        at = FILE.index(untouched)
        assert FILE[at : at + 40] in text
    assert four.msgstr == ("nothing",)
    again = govpub("check", "x.po", "--fix", status=0)
    assert "mended" not in again.out
    assert (govpub.folder / "x.po").read_text(encoding="utf-8") == text


def test_a_diff_shows_it_and_writes_nothing(govpub, use):
    use(shorten)
    outcome = govpub("check", "x.po", "--fix", "--diff", status=0)
    assert outcome.out.startswith("--- a/x.po\n+++ b/x.po\n@@ ")
    assert '-"first aa"\n' in outcome.out
    assert "would be mended" in outcome.out
    assert (govpub.folder / "x.po").read_text(encoding="utf-8") == FILE
    # The findings are those of the file as it stands.
    assert "[structure.shorten]" in outcome.out


def test_rules_that_undo_each_other_come_to_an_end(govpub, use):
    use(swing)
    govpub("check", "x.po", "--fix", status=1)
    assert parse_po((govpub.folder / "x.po").read_text(encoding="utf-8")).entries[0].msgid == "甲 aaab"


def test_nothing_is_mended_away(govpub, use):
    use(vanish)
    govpub("check", "x.po", "--fix", status=1)
    assert (govpub.folder / "x.po").read_text(encoding="utf-8") == FILE


def test_what_others_wrote_meanwhile_is_kept(govpub, use, monkeypatch):
    use(shorten)
    save = storage.save

    def late(snapshot, new, merge=None):
        snapshot.path.write_text(FILE.replace('"nothing"', '"something"'), encoding="utf-8")
        return save(snapshot, new, merge)

    monkeypatch.setattr(storage, "save", late)
    govpub("check", "x.po", "--fix", status=0)
    entries = parse_po((govpub.folder / "x.po").read_text(encoding="utf-8")).entries
    assert (entries[0].msgstr, entries[3].msgstr) == (('first ab, "then" ab',), ("something",))


def test_line_ends_and_byte_order_mark_stay(govpub, use):
    use(shorten)
    path = govpub.folder / "x.po"
    path.write_bytes(("\ufeff" + FILE.replace("\n", "\r\n")).encode())
    govpub("check", "x.po", "--fix", status=0)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfmsgid")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"aab, " not in content
