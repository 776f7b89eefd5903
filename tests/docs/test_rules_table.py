"""The tables of rules in the READMEs are those of the rules themselves; `make golden` writes them anew."""

import re
from pathlib import Path

import pytest

from govpub.checks import RULES
from govpub.model.finding import Severity
from govpub.po import parse_po

ROOT = Path(__file__).parents[2]
CHINESE = ROOT / "locales" / "zh_CN" / "LC_MESSAGES" / "cli.po"
READMES = {
    "README.md": ("| rule | severity | finds |", {Severity.ERROR: "error", Severity.WARNING: "warning"}),
    "README.zh-CN.md": ("| 规则 | 级别 | 查什么 |", {Severity.ERROR: "错误", Severity.WARNING: "警告"}),
}


def summaries(readme):
    if readme == "README.md":
        return {}
    entries = parse_po(CHINESE.read_text(encoding="utf-8")).entries
    return {entry.msgid: entry.msgstr[0] for entry in entries if entry.msgstr[0] and not entry.obsolete}


@pytest.mark.parametrize("readme", READMES)
def test_the_table_is_that_of_the_rules(readme, request):
    head, severities = READMES[readme]
    said = summaries(readme)
    rows = [
        f"| `{rule.name}` | {severities[rule.severity]} | {said.get(rule.summary, rule.summary)} |"
        for rule in RULES.values()
    ]
    table = "\n".join((head, "| --- | --- | --- |", *rows, ""))
    text = (ROOT / readme).read_text(encoding="utf-8")
    real = re.sub(rf"^{re.escape(head)}\n(?:\|.*\n)*", lambda _found: table, text, count=1, flags=re.MULTILINE)
    assert table in real
    if request.config.getoption("--update-golden"):
        (ROOT / readme).write_text(real, encoding="utf-8")
        return
    assert real == text
