"""The board as JSON, against its schema."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from support.boards import BOARD, EMPTY, HOSTILE
from support.strategies import mixed_text

from govpub.render.board import SCHEMA_VERSION, board_schema, to_json


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(board_schema())


@pytest.mark.parametrize("board", [BOARD, EMPTY, HOSTILE, replace(BOARD, checked=False)])
def test_json_keeps_the_schema(board):
    text = to_json(board, "1.2.3")
    assert text.endswith("}\n")
    jsonschema.validate(json.loads(text), board_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_names_all_that_is_there():
    schema, told = board_schema(), json.loads(to_json(BOARD, "1.2.3"))
    assert schema["properties"]["version"]["const"] == SCHEMA_VERSION == told["version"]
    assert list(told) == schema["required"] == list(schema["properties"])
    assert list(told["summary"]) == schema["properties"]["summary"]["required"]
    article = schema["$defs"]["article"]
    assert set(article["required"]) == set(article["properties"])
    assert all(set(one) == set(article["required"]) for one in told["articles"])


def test_what_it_says(golden):
    golden("board/board.json", to_json(BOARD, "1.2.3"))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("articles", 0, "title"), 7),
        (("articles", 0, "source"), "de"),
        (("articles", 0, "tasks"), ["sleep"]),
        (("articles", 0, "translation", "translated"), 101),
        (("articles", 0, "more"), 1),
        (("summary", "words"), -1),
    ],
)
def test_the_schema_refuses_what_is_not_so(path, value):
    told = json.loads(to_json(BOARD, "1.2.3"))
    place = told
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, board_schema())


@given(mixed_text)
def test_any_text_is_kept(text):
    card = replace(BOARD.cards[0], facts=replace(BOARD.cards[0].facts, title=text))
    told = json.loads(to_json(replace(BOARD, office=text, cards=(card,)), "1"))
    assert (told["office"], told["articles"][0]["title"]) == (text, text)
