"""The API of LibreTranslate, against a server that speaks it: what is sent, what is believed, and what fails how."""

from __future__ import annotations

import socket
import ssl
import threading
import time

import pytest
from support.libretranslate import LANGUAGES, answer, libretranslate

from govpub.errors import MachineError, ServiceError
from govpub.locales import EN, ZH_CN
from govpub.machine_translation import Declined, Translated, service
from govpub.machine_translation.libretranslate import LibreTranslate
from govpub.machine_translation.service import BUSY_PAUSES, PAUSES, Service


class Patience:
    """Sleeps not, but knows for how long it should have."""

    def __init__(self):
        self.slept = []

    def __call__(self, seconds):
        self.slept.append(seconds)


@pytest.fixture
def patience():
    return Patience()


def translator(server, patience=None, *, key="", timeout=5.0):
    made = Service(server.url, timeout=timeout, secret=key, sleep=patience or Patience())
    return LibreTranslate(made, key=key)


def answers(provider, *texts, source=ZH_CN, target=EN):
    return [answer for batch in provider.translate(texts, source, target) for answer in batch]


def failure(provider, *texts):
    with pytest.raises(ServiceError) as caught:
        answers(provider, *texts)
    error = caught.value
    assert isinstance(error, MachineError)
    assert error.exit_status == 3
    assert error.hint
    return error


def test_texts_come_back_translated_with_their_placeholders():
    with libretranslate() as server:
        got = answers(translator(server), "演练在三个县同时举行。", "<1>各部门</1>参加了演练。<2/>")
    assert got == [
        Translated("The drill was held in three counties at the same time."),
        Translated("<1>All departments</1> took part in the drill.<2/>"),
    ]
    asked, sent = server.requests
    assert (asked.method, asked.path, asked.body) == ("GET", "/languages", None)
    assert (sent.method, sent.path) == ("POST", "/translate")
    assert sent.body == {
        "q": [
            "演练在三个县同时举行。",
            '<span data-n="1">各部门</span>参加了演练。<span data-n="2" translate="no"></span>',
        ],
        "source": "zh-Hans",
        "target": "en",
        "format": "html",
    }
    assert sent.headers["User-Agent"] == "govpub"


def test_nothing_to_translate_asks_nobody():
    with libretranslate() as server:
        assert answers(translator(server)) == []
    assert server.requests == []


def test_other_characters_of_the_world_arrive():
    with libretranslate(translate=lambda text: text + "𠮷🎉é") as server:
        assert answers(translator(server), "“乂”——…") == [Translated("“乂”——…𠮷🎉é")]


@pytest.mark.parametrize(
    ("languages", "codes"),
    [
        (LANGUAGES, ("zh-Hans", "en")),
        ([{"code": "zh", "targets": ["en"]}, {"code": "en", "targets": ["zh"]}], ("zh", "en")),
        ([{"code": "zh"}, {"code": "en"}], ("zh", "en")),
    ],
)
def test_languages_are_called_what_the_server_calls_them(languages, codes):
    with libretranslate(languages=languages) as server:
        answers(translator(server), "x")
        answers(translator(server), "x", source=EN, target=ZH_CN)
    sent = [said.body for said in server.requests if said.body]
    assert [(body["source"], body["target"]) for body in sent] == [codes, codes[::-1]]


@pytest.mark.parametrize(
    "languages",
    [[], {}, None, "zh", [1, None], [{"code": "zh", "targets": ["fr"]}, {"code": "en"}], [{"code": ["zh"]}]],
)
def test_no_text_is_sent_to_a_server_that_does_not_translate_this_pair(languages):
    with libretranslate(languages=languages) as server:
        error = failure(translator(server), "机密")
    assert "zh-CN into en" in error.message
    assert server.texts == []


def test_many_texts_go_in_several_requests():
    texts = [f"第{number}段" for number in range(45)]
    with libretranslate(translate=str) as server:
        got = list(translator(server).translate(texts, ZH_CN, EN))
    assert [len(batch) for batch in got] == [20, 20, 5]
    assert [answer.text for batch in got for answer in batch] == texts
    assert server.texts == texts


def test_long_texts_go_alone():
    texts = ["长" * 1500, "短", "长" * 5000, "短"]
    with libretranslate(translate=str) as server:
        assert [len(batch) for batch in translator(server).translate(texts, ZH_CN, EN)] == [2, 1, 1]


def test_a_text_that_is_too_long_keeps_no_other_back():
    with libretranslate(translate=str, text_limit=10) as server:
        got = answers(translator(server), "一", "二" * 11, "三")
    assert got == [
        Translated("一"),
        Declined("Invalid request: request (11) exceeds text limit (10)"),
        Translated("三"),
    ]


def test_a_server_that_takes_nothing_is_not_asked_for_everything():
    with libretranslate(key="k") as server:
        error = failure(translator(server), *[f"第{number}段" for number in range(20)])
    assert "Please contact the server operator to get an API key" in error.message
    assert len(server.requests) == 1 + 1 + 3


def test_the_key_goes_with_texts_only_and_stands_in_no_message():
    with libretranslate(key="s3cret") as server:
        assert answers(translator(server, key="s3cret"), "检查堤防") == [Translated("Inspecting the dikes")]
        assert [said.body and said.body.get("api_key") for said in server.requests] == [None, "s3cret"]
        error = failure(translator(server, key="wr0ng"), "检查堤防")
    assert "Invalid API key …" in error.message
    assert "wr0ng" not in str(error)
    assert "environment variable" in error.hint


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_busy_or_broken_server_is_asked_again(status, patience):
    steps = [answer(status, {"error": "Slowdown: 5 per 1 minute"})] * 2
    with libretranslate(script=steps) as server:
        assert answers(translator(server, patience), "检查堤防") == [Translated("Inspecting the dikes")]
    assert patience.slept == list((BUSY_PAUSES if status == 429 else PAUSES)[:2])


def test_a_server_that_says_when_to_come_again_is_obeyed(patience):
    date = "Mon, 23 Nov 2026 05:20:02 GMT"
    steps = [
        answer(429, {}, Retry_After="7"),
        answer(503, b"", Retry_After="Mon, 23 Nov 2026 05:20:13 GMT", Date=date),
        answer(503, b"", Retry_After="soon"),
    ]
    with libretranslate(script=steps) as server:
        answers(translator(server, patience), "检查堤防")
    assert patience.slept == [7, 11, PAUSES[2]]


def test_a_server_that_wants_to_be_left_alone_is(patience):
    with libretranslate(script=[answer(429, {"error": "daily limit"}, Retry_After="86400")]) as server:
        error = failure(translator(server, patience), "检查堤防")
    assert patience.slept == []
    assert "daily limit" in error.message
    assert "86400" in error.hint


def test_a_server_that_stays_broken_is_an_error(patience):
    with libretranslate(script=[answer(500, {"error": "boom"})] * 9) as server:
        error = failure(translator(server, patience), "检查堤防")
    assert "500: boom" in error.message
    assert patience.slept == list(PAUSES)
    assert len(server.texts) == 4


def test_what_was_yielded_before_a_failure_stays_good(patience):
    texts = [f"第{number}段" for number in range(40)]
    with libretranslate(translate=str) as server:
        batches = translator(server, patience).translate(texts, ZH_CN, EN)
        first = next(batches)
        server.script += [answer(500, {})] * 4
        with pytest.raises(ServiceError):
            next(batches)
    assert [answer.text for answer in first] == texts[:20]


def test_nobody_there_is_an_error_after_some_patience(patience):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nobody = Service(f"http://127.0.0.1:{port}", timeout=5, sleep=patience)
    error = failure(LibreTranslate(nobody), "检查堤防")
    assert "Connection refused" in error.message
    assert patience.slept == list(PAUSES)


@pytest.mark.parametrize("url", ["http://no-such-host.invalid", "http://..", f"http://{'x' * 70}.example"])
def test_a_host_that_cannot_be_is_an_error(url, patience):
    assert "cannot be reached" in failure(LibreTranslate(Service(url, timeout=5, sleep=patience)), "x").message


def _silent(_handler):
    time.sleep(1.0)


def test_a_server_that_does_not_answer_is_waited_for_no_longer_than_said(patience):
    with libretranslate(script=[_silent]) as server:
        error = failure(translator(server, patience, timeout=0.2), "检查堤防")
    assert "no answer within 0.2 seconds" in error.message
    assert "timeout" in error.hint
    assert patience.slept == [], "it has the text: asking again would only add to its load"


def _dripping(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def test_an_answer_that_drips_has_an_end():
    with libretranslate(script=[_dripping]) as server:
        assert "no answer within" in failure(translator(server, timeout=0.3), "x").message


def test_an_answer_that_never_ends_is_not_kept():
    huge = b'{"translatedText": ["' + b"x" * (9 * 1024 * 1024) + b'"]}'
    with libretranslate(script=[answer(200, huge)]) as server:
        assert "too large" in failure(translator(server), "x").message


def test_an_answer_that_breaks_off_is_asked_for_again(patience):
    with libretranslate(script=[answer(200, b'{"tr', Content_Length="1000")]) as server:
        assert answers(translator(server, patience), "检查堤防") == [Translated("Inspecting the dikes")]
    assert patience.slept == [PAUSES[0]]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"<html>welcome</html>", "not JSON"),
        (b"", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff\xfe\x00\xd8", "not JSON"),
        (b"9" * 5_000, "not JSON"),
        ([], "no translations"),
        ({}, "no translations"),
        ({"translatedText": "one string"}, "no translations"),
        ({"translatedText": [1]}, "no translations"),
        ({"translatedText": [None]}, "no translations"),
        ({"translatedText": []}, "0 translations for 1 texts"),
        ({"translatedText": ["a", "b"]}, "2 translations for 1 texts"),
    ],
)
def test_an_answer_that_is_none_is_one_error(content, part):
    with libretranslate(script=[answer(200, content)]) as server:
        assert part in failure(translator(server), "x").message


@pytest.mark.parametrize("text", ["", "  \n ", "a\x00b", "a\x1bb", "\ud800"])
def test_what_is_no_text_is_declined(text):
    with libretranslate(script=[answer(200, f'{{"translatedText": ["x", "{_json(text)}"]}}'.encode())]) as server:
        first, second = answers(translator(server), "一", "二")
    assert first == Translated("x")
    assert isinstance(second, Declined)


def _json(text):
    return "".join(f"\\u{ord(character):04x}" for character in text)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status):
    with libretranslate() as other, libretranslate() as server:
        server.script.append(answer(status, b"", Location=f"{other.url}/translate"))
        error = failure(translator(server), "机密")
    assert str(status) in error.message
    assert "redirects are not followed" in error.hint
    assert other.requests == []


@pytest.mark.parametrize("status", [404, 405, 410, 204, 418])
def test_a_server_of_another_kind_is_an_error(status):
    with libretranslate(script=[answer(status, b"")]) as server:
        assert str(status) in failure(translator(server), "x").message


def test_what_a_server_says_is_shown_on_one_short_line():
    long = {"error": "no\x1b[31m\n" + "x" * 10_000}
    with libretranslate(script=[answer(403, long)]) as server:
        message = failure(translator(server), "x").message
    assert "\n" not in message
    assert len(message) < 400


def test_plain_http_passes_by_the_proxies_of_the_environment(monkeypatch):
    with libretranslate() as proxy, libretranslate() as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        answers(translator(server), "检查堤防")
    assert proxy.requests == []


def test_https_goes_through_the_proxy_of_the_environment_which_sees_a_host_and_no_text(monkeypatch, patience):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        seen = []

        def refuse():
            while True:
                try:
                    connection, _address = listener.accept()
                except OSError:
                    return
                with connection:
                    seen.append(connection.recv(65_536))
                    connection.sendall(b"HTTP/1.1 403 no\r\n\r\n")

        threading.Thread(target=refuse, daemon=True).start()
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{listener.getsockname()[1]}")
        monkeypatch.delenv("no_proxy", raising=False)
        error = failure(LibreTranslate(Service("https://mt.invalid", timeout=5, sleep=patience)), "机密")
        listener.shutdown(socket.SHUT_RDWR)
    assert "cannot be reached" in error.message
    assert seen[0].startswith(b"CONNECT mt.invalid:443 HTTP/1.")


def test_a_server_without_tls_is_not_spoken_to_as_one_with_it(patience):
    with libretranslate() as server:
        url = server.url.replace("http:", "https:")
        error = failure(LibreTranslate(Service(url, timeout=5, sleep=patience)), "机密")
    assert "no trust in its certificate" in error.message
    assert "SSL_CERT_FILE" in error.hint
    assert patience.slept == []
    assert server.requests == []


def test_certificates_and_host_names_are_verified():
    opener = service._opener("https://mt.example")
    contexts = [handler._context for handler in opener.handlers if hasattr(handler, "_context")]
    assert [(context.verify_mode, context.check_hostname) for context in contexts] == [(ssl.CERT_REQUIRED, True)]


@pytest.mark.parametrize("url", ["http://mt.example", "https://mt.example"])
def test_neither_files_nor_redirects_are_opened(url):
    kinds = {type(handler).__name__ for handler in service._opener(url).handlers}
    assert kinds <= {"HTTPHandler", "HTTPSHandler", "ProxyHandler"}
