"""Fixed strings are found in code and templates, each in the domain that will translate it."""

import subprocess
from functools import cache

import pytest
from support.programs import require

from govpub.catalog import DOMAINS, extract
from govpub.catalog.extraction import Source, shipped_sources
from govpub.po import parse_po

SPEAKS = """
from govpub.messages import N_, _, ngettext

NAMES = [N_("a name")]

def said(count):
    # Translators: shown at the end
    print(_("done"))
    print(ngettext("{count} file", "{count} files", count).format(count=count))
    print(_(count), other("not this"), _(""))
    print(_("done") + _("two " "parts"))
"""
RELEASE = """
from govpub.messages import _ as say

def line(phrases, rendition):
    _ = phrases.gettext
    if not phrases:
        raise ValueError(say("for the user"))
    return _("Updated: {date}") + rendition.phrases.gettext(", ")
"""
TEMPLATE = """{% set _ = rendition.phrases.gettext %}
{# Translators: for screen readers #}
<a>{{ _("Skip to the text") }}</a> {{ fill(_('Updated: {date}'), date=date) }} {{ date }}
"""
SOURCES = (
    Source("govpub/cli/said.py", SPEAKS.encode()),
    Source("govpub/render/line.py", RELEASE.encode()),
    Source("govpub/render/html/page.html.jinja", TEMPLATE.encode()),
    Source("govpub/release/refusal.py", SPEAKS.encode()),
    Source("govpub/elsewhere.py", b"def _(x): ...\n_('not of a release')\n"),
)


@cache
def strings(domain, sources=SOURCES):
    return {entry.msgid: entry for entry in parse_po(extract(domain, sources)).entries}


def test_what_the_commands_say():
    found = strings("cli")
    assert list(found) == ["a name", "done", "{count} file", "two parts", "for the user"]
    assert found["done"].extracted == ("shown at the end",)
    assert found["done"].references == ("govpub/cli/said.py", "govpub/release/refusal.py")
    assert found["{count} file"].msgid_plural == "{count} files"
    assert found["{count} file"].msgstr == ("", "")
    assert found["{count} file"].flags == ("python-brace-format",)


def test_what_stands_in_releases():
    found = strings("ui")
    assert list(found) == ["Updated: {date}", ", ", "Skip to the text"]
    assert found["Updated: {date}"].references == ("govpub/render/line.py", "govpub/render/html/page.html.jinja")
    assert found["Updated: {date}"].flags == ()
    assert found["Skip to the text"].extracted == ("for screen readers",)


def test_a_plural_is_found_wherever_it_stands():
    singular = Source("govpub/a.py", b'from govpub.messages import _\n_("{n} day")\n')
    plural = Source("govpub/b.py", b'from govpub.messages import ngettext\nngettext("{n} day", "{n} days", 2)\n')
    for order in ((singular, plural), (plural, singular)):
        assert strings("cli", order)["{n} day"].msgid_plural == "{n} days"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_template_of_a_domain_is_accepted_and_always_the_same(domain, tmp_path):
    text = extract(domain)
    assert text == extract(domain, shipped_sources())
    assert "Date" not in text.split("\n\n")[0]
    path = tmp_path / "template.pot"
    path.write_text(text, encoding="utf-8")
    subprocess.run([require("msgfmt"), "--check-format", "-o", tmp_path / "x.mo", path], check=True)
    assert not any(":" in reference for entry in parse_po(text).entries for reference in entry.references)


@cache
def shipped(domain):
    return strings(domain, shipped_sources())


def test_the_two_domains_hold_known_strings():
    assert "Updated: {date}" in shipped("ui")
    assert "no such language: {tag}" in shipped("cli")
    assert "no such language: {tag}" not in shipped("ui")
