"""What rules offer to `--fix`: certain, gone once it is done, and nothing new in its place."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from support.check_cases import read_cases

from govpub.checks import RULES
from govpub.glossary import parse_glossary
from govpub.po import parse_po

HERE = Path(__file__).parent
GLOSSARY = parse_glossary(parse_po((HERE / "glossary.po").read_text(encoding="utf-8")))
ROUNDS = 10


def cases():
    files = (HERE / rule / "wrong.txt" for rule in RULES)
    found = chain.from_iterable(read_cases(file) for file in files if file.is_file())
    for case in found:
        rule = case.name.partition("/")[0]
        if any(finding.fix is not None for finding in case.findings(rule, GLOSSARY)):
            yield pytest.param(case, rule, id=case.name)


def mended(case, rules):
    """Return the case with every fix of the rules, and whether they came to an end."""
    for _round in range(ROUNDS):
        found = chain.from_iterable(case.findings(rule, GLOSSARY) for rule in rules)
        fixes = [finding for finding in found if finding.fix is not None]
        if not fixes:
            return case, True
        target, before = case.units[-1].target, len(case.units[-1].target) + 1
        for finding in sorted(fixes, key=lambda each: -each.target.end):
            if finding.target.end <= before:
                target = target[: finding.target.start] + finding.fix + target[finding.target.end :]
                before = finding.target.start
        case = replace(case, units=(*case.units[:-1], replace(case.units[-1], target=target)))
    return case, False


@pytest.mark.parametrize(("case", "rule"), list(cases()))
def test_a_fix_mends_and_breaks_nothing(case, rule):
    before = {name: len(case.findings(name, GLOSSARY)) for name in RULES}
    # What one rule mends may show another what to mend; together they come to an end.
    after, ended = mended(mended(case, [rule])[0], RULES)
    assert ended
    assert after.units[-1].target != case.units[-1].target
    left = {name: len(after.findings(name, GLOSSARY)) for name in RULES}
    assert left[rule] < before[rule]
    assert {name for name in RULES if left[name] > before[name]} == set()


def test_only_typography_is_mended_unseen():
    offering = {parameter.values[1].partition(".")[0] for parameter in cases()}
    assert offering <= {"text", "structure"}
