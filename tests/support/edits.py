"""Articles that writers edit: sentences inserted, deleted, moved, reworded, renumbered, split and merged, by chance."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.article import parse_article
from govpub.segmentation import segment

if TYPE_CHECKING:
    import random

    from govpub.model.segment import Segment

__all__ = ["WAYS", "Sentence", "Writer"]

_CLAUSES = {
    "zh-CN": (
        "{who}在{where}{did}防汛演练", "参演队伍来自{who}和{where}", "{where}的道路已经全部恢复通行", "群众对{who}的服务表示满意",
        "{who}要求各单位落实责任", "有关情况将由{who}及时公布", "{where}新建的学校开始招生", "{who}已经{did}安全检查",
        "相关物资送到{where}", "{who}组织志愿者走访{where}的老人", "本次活动在{where}受到欢迎", "工作人员向居民讲解办事流程",
        "演练涉及{number}人", "共检查企业{number}家", "全年完成投资{number}万元", "转移群众{number}人",
    ),
    "en": (
        "the {who} {did} a flood drill in {where}", "teams came from the {who} and {where}",
        "all roads in {where} are open again", "residents were content with the service of the {who}",
        "the {who} asked every unit to do its duty", "the {who} will make the details public",
        "the new school in {where} admits pupils", "the {who} {did} safety checks",
        "supplies were sent to {where}", "volunteers of the {who} called on old people in {where}",
        "the event was welcome in {where}", "staff told residents how to apply",
        "the drill took {number} people", "{number} firms were visited", "{number} yuan were invested",
    ),
}  # fmt: skip
_WORDS = {
    "zh-CN": {"who": ("应急管理局", "水务局", "教育局", "交通运输局", "街道办"), "where": ("城东", "老城", "湖边", "山前", "码头"), "did": ("组织", "开展", "举办")},
    "en": {"who": ("water bureau", "school board", "fire service", "harbour office"), "where": ("the old town", "the east", "the lakeside"), "did": ("held", "led", "planned")},
}  # fmt: skip
_FILLERS = {"zh-CN": ("切实", "进一步", "及时", "统一"), "en": ("indeed", "also", "again", "soon")}


WAYS = ("insert", "restore", "delete", "move", "reword", "renumber", "split", "merge")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of clauses; it stays the same object as long as nobody edits it."""

    clauses: tuple[str, ...]
    language: str

    @property
    def text(self) -> str:
        if self.language == "en":
            whole = ", and ".join(self.clauses)
            return f"{whole[0].upper()}{whole[1:]}."
        return f"{'，'.join(self.clauses)}。"


class Writer:
    """Makes an article, and edits it; `article` is its paragraphs."""

    def __init__(
        self, chance: random.Random, language: str, sentences: int = 0, *, clauses: tuple[int, int] = (1, 3)
    ) -> None:
        self.chance, self.language, self.clauses = chance, language, clauses
        self.article: list[list[Sentence]] = [[]]
        self._gone: list[Sentence] = []
        for _ in range(sentences):
            if self.article[-1] and chance.random() < 0.4:
                self.article.append([])
            self.article[-1].append(self.sentence())

    @property
    def sentences(self) -> list[Sentence]:
        return [sentence for paragraph in self.article for sentence in paragraph]

    def segments(self) -> tuple[Segment, ...]:
        """Return the segments of the body, as govpub cuts them; one a sentence."""
        joint = " " if self.language == "en" else ""
        body = "\n\n".join(joint.join(sentence.text for sentence in each) for each in self.article if each)
        head = f"---\nid: edited\nlang: {self.language}\ntitle: X\npublished: 2026-01-01T00:00+08:00\n---\n\n"
        found = segment(parse_article(head + body + "\n"))[1:]
        assert [each.text for each in found] == [sentence.text for sentence in self.sentences]
        return found

    def sentence(self) -> Sentence:
        """Return a new sentence."""
        known = self.sentences if self.chance.random() < 0.05 else []
        if known:
            return dataclasses.replace(self.chance.choice(known))  # said twice, and translated twice
        return Sentence(tuple(self._clause() for _ in range(self.chance.randint(*self.clauses))), self.language)

    def edit(self, way: str = "") -> None:
        """Do one edit: `way`, or any."""
        getattr(self, f"_{way or self.chance.choice(WAYS)}")()
        if not all(self.article):
            self.article = [paragraph for paragraph in self.article if paragraph]

    def _clause(self) -> str:
        words = {name: self.chance.choice(choices) for name, choices in _WORDS[self.language].items()}
        return self.chance.choice(_CLAUSES[self.language]).format(number=self.chance.randint(2, 999), **words)

    def _place(self) -> tuple[list[Sentence], int]:
        paragraph = self.chance.choice(self.article)
        return paragraph, self.chance.randrange(len(paragraph))

    def _insert(self) -> None:
        paragraph, place = self._place()
        paragraph.insert(place, self.sentence())

    def _restore(self) -> None:
        if self._gone:
            paragraph, place = self._place()
            paragraph.insert(place, self._gone.pop())

    def _delete(self) -> None:
        if len(self.article) + len(self.article[0]) > 2:  # an article has a text
            paragraph, place = self._place()
            self._gone.append(paragraph.pop(place))

    def _move(self) -> None:
        paragraph, place = self._place()
        sentence = paragraph[place]
        other, there = self._place()
        other.insert(there, sentence)
        paragraph.remove(sentence) if paragraph is not other else paragraph.pop(place + (there <= place))

    def _change(self, change) -> None:
        paragraph, place = self._place()
        clauses = list(paragraph[place].clauses)
        number = self.chance.randrange(len(clauses))
        changed = change(clauses[number])
        if changed != clauses[number]:
            clauses[number] = changed
            paragraph[place] = Sentence(tuple(clauses), self.language)

    def _reword(self) -> None:
        filler = self.chance.choice(_FILLERS[self.language])
        if self.language == "en":
            self._change(lambda clause: f"{clause} {filler}")
        else:
            self._change(lambda clause: f"{clause[:4]}{filler}{clause[4:]}")

    def _renumber(self) -> None:
        self._change(
            lambda clause: "".join(
                str(int(sign) % 9 + 1) if sign.isascii() and sign.isdigit() else sign for sign in clause
            )
        )

    def _split(self) -> None:
        paragraph, place = self._place()
        if len(paragraph[place].clauses) > 1:
            clauses = paragraph[place].clauses
            cut = self.chance.randrange(1, len(clauses))
            paragraph[place : place + 1] = [
                Sentence(clauses[:cut], self.language),
                Sentence(clauses[cut:], self.language),
            ]

    def _merge(self) -> None:
        paragraph, place = self._place()
        if place + 1 < len(paragraph):
            one, other = paragraph[place : place + 2]
            paragraph[place : place + 2] = [Sentence(one.clauses + other.clauses, self.language)]
