"""Over any history of edits no translation is lost, and every sentence that did not change keeps its own."""

import random
import re
from collections import Counter

import pytest
from support.edits import Writer
from support.effort import count

from govpub.catalog import FateKind, carry_over
from govpub.locales import EN, counterpart, locale_of
from govpub.po import parse_po, serialize_po

HISTORIES = 200
ROUNDS = 4
FIGURES = re.compile("[0-9]+")


@pytest.mark.slow
@pytest.mark.timing  # the cases cover every branch; under a tracer this would take five times as long
def test_histories(seeded_random):
    seen = Counter()
    for _ in range(count(short=HISTORIES)):
        seed = seeded_random.randrange(2**32)
        try:
            seen += history(random.Random(seed))
        except Exception as failure:
            failure.add_note(f"history of seed {seed}")
            raise
    # A history that shows nothing would hold anything.
    assert all(seen[kind] > HISTORIES / 20 for kind in FateKind), seen


def history(chance):
    writer = Writer(chance, chance.choice(("zh-CN", "en")), chance.randint(1, 25))
    translator = Translator(chance, locale_of(writer.language))
    seen = translator.carry(writer, {})
    for _ in range(ROUNDS):
        own = dict(zip(writer.sentences, translator.live, strict=True))
        for _ in range(chance.randint(1, 8)):
            writer.edit()
        seen += translator.carry(writer, own)
    return seen


class Translator:
    """Translates what is open, accepts or retypes what is fuzzy, and remembers every text written."""

    def __init__(self, chance, source):
        self.chance, self.source = chance, source
        self.file = None
        self.count = 0
        self.written = []
        """The texts that nobody has written over since."""
        self.texts = set()
        """All source texts that there have been."""

    @property
    def live(self):
        return [entry for entry in self.file.entries if not entry.obsolete]

    def carry(self, writer, own):
        segments, finals = writer.segments(), self.finals
        languages = {"source": self.source, "target": counterpart(self.source), "article_name": "edited"}
        carried = carry_over(self.file, segments, **languages)
        text = serialize_po(carried.file)
        self.file = parse_po(text)
        assert serialize_po(carry_over(self.file, segments, **languages).file) == text
        assert [(e.msgctxt, e.msgid) for e in self.live] == [(s.id, s.text) for s in segments]
        self.nothing_is_lost()
        self.unchanged_sentences_keep_their_own(writer, own)
        self.what_changed_is_not_final(finals)
        self.texts |= {entry.msgid for entry in self.live}
        self.work()
        return Counter(fate.kind for fate in carried.fates)

    def nothing_is_lost(self):
        kept = "\n".join(entry.msgstr[0] for entry in self.file.entries)
        assert [text for text in self.written if text not in kept] == []

    def unchanged_sentences_keep_their_own(self, writer, own):
        twice = Counter(entry.msgid for entry in (*self.live, *own.values()))
        for sentence, entry in zip(writer.sentences, self.live, strict=True):
            before = own.get(sentence)
            # What is said twice can go to the other one when both its neighbours change.
            if before is not None and twice[entry.msgid] == 2:
                assert (entry.msgstr, entry.flags, entry.comments) == (before.msgstr, before.flags, before.comments)

    def what_changed_is_not_final(self, finals):
        for entry in self.live:
            if entry.msgstr[0] and (entry.msgid, entry.msgstr[0]) not in finals:
                assert entry.fuzzy
                assert entry.previous_msgid or entry.msgid in self.texts  # or it is again what it was
                # What a part has of a split is the whole translation; else the figures are the same.
                assert not Counter(FIGURES.findall(entry.msgid)) - Counter(
                    FIGURES.findall(entry.previous_msgid or entry.msgid)
                )

    @property
    def finals(self):
        entries = self.file.entries if self.file is not None else ()
        return {(entry.msgid, entry.msgstr[0]) for entry in entries if entry.msgstr[0] and not entry.fuzzy}

    def work(self):
        entries = [entry if entry.obsolete else self.worked_on(entry) for entry in self.file.entries]
        self.file = parse_po(serialize_po(self.file.replace_entries(entries)))

    def worked_on(self, entry):
        draw = self.chance.random()
        if draw > 0.2 and (not entry.msgstr[0] or (entry.fuzzy and draw < 0.6)):
            return self.typed(entry)
        if draw > 0.2 and entry.fuzzy:
            return entry.replace(flags=(), previous_msgid=None)
        return entry

    def typed(self, entry):
        replaced = entry.msgstr[0]
        self.count += 1
        text = f"T{self.count:05}." if self.source is not EN else f"译文{self.count:05}号。"
        # Who types over a translation has decided on what it says; copies of it elsewhere are not asked for.
        self.written = [*(known for known in self.written if known not in replaced), text]
        comments = ("why so",) if self.chance.random() < 0.1 else ()
        return entry.replace(msgstr=(text,), flags=(), previous_msgid=None, comments=comments)
