"""Any keys in any order, while others change catalog and article: no fault, and nothing that was saved is lost."""

from __future__ import annotations

import pytest
from support.editor import at_work, drill_at, units_on_disk, work_on
from support.effort import count

from govpub.editor.keys import DESK_KEYS, EDITING_KEYS

KEYS = [name for key in (*DESK_KEYS, *EDITING_KEYS) for name in key.keys if name != "ctrl+q"]
KEYS += ["tab", "shift+tab", "1", "2", "space", "shift+left", "shift+end"]
TEXTS = ["防汛", "drill ", "<1>", "\u200b", "e\u0301", "，"]
SIZES = [(80, 24), (200, 50), (40, 10), (120, 30)]


def change_article(path, chance):
    text = path.read_text(encoding="utf-8")
    old, new = chance.choice(
        [("检查堤防", "巡查堤防"), ("- 储备物资\n", ""), ("- 转移群众\n", "- 转移群众\n- 安置群众\n")]
    )
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def colleague_saves(path, chance, number):
    other = at_work(path, "Wang Fang")
    other.confirm(chance.choice(other.units).segment.id, f"theirs {number}")
    other.close()


@pytest.mark.slow
@pytest.mark.parametrize("_round", range(count(short=2, full=40)))
def test_any_keys(_round, tmp_path, seeded_random):
    chance = seeded_random
    path = drill_at(tmp_path / "office")
    desk = at_work(path)

    async def do(hands):
        for number in range(100):
            kind = chance.random()
            if kind < 0.25:
                await hands.type(chance.choice(TEXTS))
            elif kind < 0.30:
                await hands.pilot.resize_terminal(*chance.choice(SIZES))
            elif kind < 0.34:
                colleague_saves(path, chance, number)
                hands.app.screen_stack[0].look_underneath()
            elif kind < 0.36:
                change_article(path, chance)
            else:
                await hands.press(*(chance.choice(KEYS) for _key in range(chance.randint(1, 4))))
            hands.screen()
        hands.desk.refresh()
        hands.app.screen_stack[0].catch_up()
        on_disk = units_on_disk(desk)
        assert {id_: on_disk[id_].target for id_ in hands.ids} == {unit.segment.id: unit.target for unit in desk.units}

    work_on(desk, do)
    desk.close()
