"""Whatever a service answers: a translation, a reason, or one declared error; nothing else leaves the room."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from support.strategies import texts

from govpub.errors import ServiceError
from govpub.locales import EN, ZH_CN
from govpub.machine_translation import Declined, Translated
from govpub.machine_translation.libretranslate import LibreTranslate
from govpub.machine_translation.service import Reply, Service, _BusyError
from govpub.model.segment import PLACEHOLDER

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(st.characters()),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["code", "targets", "error", "x"]), inner)
    ),
    max_leaves=8,
)
STATUS = st.sampled_from([100, 200, 204, 301, 400, 401, 403, 404, 413, 418, 429, 500, 503, 599, 999])
HEADERS = st.dictionaries(
    st.sampled_from(["Retry-After", "Date"]), st.text(max_size=12) | st.just("Mon, 23 Nov 2026 05:20:02 GMT")
)


class Scripted(Service):
    """A service whose answers are given."""

    def __init__(self, *answers):
        super().__init__("http://mt.example", timeout=1)
        self.replies = list(answers)

    def ask(self, path, body=None):
        return self.replies.pop(0)


def outcome(call):
    try:
        return call()
    except (ServiceError, _BusyError) as error:
        return error


def sound(error):
    return bool(error.message and error.hint) and "\n" not in error.message


@given(STATUS, HEADERS, st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_answer_is_a_value_or_a_declared_error(status, headers, content):
    service = Service("http://mt.example", timeout=1, secret="k")
    match outcome(lambda: service._reply(status, headers, content)):
        case ServiceError() as error:
            assert sound(error)
        case _BusyError(pauses=pauses):
            assert all(pause >= 0 for pause in pauses)
        case Reply(fault=fault):
            assert status == 200 or fault


@given(JSON)
def test_any_list_of_languages_is_understood_or_refused(content):
    provider = LibreTranslate(Scripted(Reply(content), Reply({"translatedText": ["x"]})))
    match outcome(lambda: list(provider.translate(["a"], ZH_CN, EN))):
        case ServiceError() as error:
            assert sound(error)
        case answers:
            assert answers == [(Translated("x"),)]


KNOWN = Reply([{"code": "zh", "targets": ["en"]}])
TWO = st.fixed_dictionaries({"translatedText": JSON | st.lists(st.text(st.characters()), min_size=2, max_size=2)})


@given(JSON | TWO)
def test_any_translations_are_texts_reasons_or_refused(content):
    provider = LibreTranslate(Scripted(KNOWN, Reply(content)))
    match outcome(lambda: list(provider.translate(["a<1/>", "b"], ZH_CN, EN))):
        case ServiceError() as error:
            assert sound(error)
        case answers:
            [(first, second)] = answers
            assert usable(first)
            assert usable(second)


def usable(answer):
    match answer:
        case Translated(text):
            return bool(text.encode()) and text == " ".join(text.split())
        case Declined(reason):
            return bool(reason)


PLAIN = texts.map(lambda text: PLACEHOLDER.sub("<1/>", text, count=1)).filter(
    lambda text: all(match["alone"] and not match["closes"] for match in PLACEHOLDER.finditer(text))
)


@given(st.lists(PLAIN, min_size=1, max_size=30))
def test_every_text_has_its_own_answer(sources):
    class Echo(Scripted):
        def ask(self, path, body=None):
            return KNOWN if body is None else Reply({"translatedText": body["q"]})

    first, *answers = [
        answer for batch in LibreTranslate(Echo()).translate(["x", *sources], ZH_CN, EN) for answer in batch
    ]
    assert first == Translated("x")
    for source, answer in zip(sources, answers, strict=True):
        assert isinstance(answer, Declined) or "".join(answer.text.split()) == "".join(source.split())
