"""An entry of the memory that goes out as TMX comes back as it was."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from support.strategies import single_line, texts

from govpub.catalog.records import name_of, one_line
from govpub.interchange.tmx import read_tmx, write_tmx
from govpub.locales import EN, ZH_CN
from govpub.memory import Remembered
from govpub.model.segment import State
from govpub.workflow.memory_tmx import entries_of, unit_of

some = texts.map(str.strip).filter(bool)
attributes = single_line.map(lambda text: "".join(c for c in text if c >= " " and c not in "\ufffe\uffff"))
entries = st.builds(
    lambda languages, **fields: Remembered(source_locale=languages[0], target_locale=languages[1], **fields),
    st.sampled_from([(ZH_CN, EN), (EN, ZH_CN)]),
    source=some,
    target=some,
    origin=attributes.map(one_line).filter(bool),
    article=attributes.map(one_line),
    translator=attributes.map(name_of),
    time=st.none() | st.integers(-62_000_000_000, 250_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC)),
    state=st.sampled_from([State.TRANSLATED, State.REVIEWED]),
    before=attributes,
    after=attributes,
)


@given(st.lists(entries, max_size=4))
def test_what_goes_out_comes_back(remembered):
    stream = io.BytesIO()
    write_tmx(stream, map(unit_of, remembered), "zh-CN")
    units = read_tmx(io.BytesIO(stream.getvalue()))
    back = [
        entry
        for unit in units
        for entry in entries_of(unit, origin="here", keep_origin=True, keep_reviews=True, batch="")
    ]
    assert back == remembered


@given(entries)
def test_what_is_not_to_be_kept_is_not(entry):
    [back] = entries_of(unit_of(entry), origin="here", keep_origin=False, keep_reviews=False, batch="b")
    assert (back.origin, back.state, back.batch) == ("here", State.TRANSLATED, "b")
