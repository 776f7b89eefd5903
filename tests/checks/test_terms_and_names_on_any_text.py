"""The rules of terms and names take any text, and point inside it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.strategies import mixed_text

from govpub.checks import CheckContext, check_units
from govpub.glossary import Scanner, parse_glossary
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit
from govpub.po import parse_po

GLOSSARY = parse_glossary(parse_po((Path(__file__).parent / "glossary.po").read_text(encoding="utf-8")))
SEEDS = (
    "省长章海滔、王小明",
    "“四个意识”（",
    "国务院",
    "五个统筹",
    "陕西",
    "Wang Xiao Ming",
    "the four (a, b",
    "(MSA)",
    "“",
    "State Council",
)
TEXTS = st.lists(st.sampled_from(SEEDS) | mixed_text, max_size=6).map("".join)


@given(source=TEXTS, target=TEXTS, back=st.booleans())
def test_any_text_is_read(source, target, back):
    languages = (EN, ZH_CN) if back else (ZH_CN, EN)
    scanner = Scanner(GLOSSARY, source=languages[0], target=languages[1])
    context = CheckContext(source=languages[0], target=languages[1], scanner=scanner)
    unit = Unit(segment=Segment(id="u", text=source), target=target, state=State.TRANSLATED)
    for finding in check_units([unit, unit], context, select=["terms", "names"]):
        for span, text in ((finding.source, source), (finding.target, target)):
            assert 0 <= span.start <= span.end <= len(text)
