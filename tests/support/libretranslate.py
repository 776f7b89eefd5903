"""A server that speaks LibreTranslate's API (as 1.9.6 does), on this machine, and can misbehave.

It translates from a table, says `[…]` for Chinese that it does not know, keeps tags, gives characters back unescaped, as the real one does, and notes
every request. `script` holds what it does with the next requests to /translate instead, one each.
"""

from __future__ import annotations

import contextlib
import html
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from support.office import RENDERINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["LibreTranslateServer", "Said", "answer", "libretranslate"]

LANGUAGES = [
    {"code": "en", "name": "English", "targets": ["en", "zh-Hans"]},
    {"code": "zh-Hans", "name": "Chinese", "targets": ["en", "zh-Hans"]},
]


def _by_table(text: str) -> str:
    pieces = re.split(r"(<[^<>]*>)", text)
    for place in range(0, len(pieces), 2):
        for source, rendering in RENDERINGS.items():
            pieces[place] = pieces[place].replace(source, rendering)
        pieces[place] = re.sub("[一-鿿]+", "[…]", pieces[place])
    return html.unescape("".join(pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One request."""

    method: str
    path: str
    body: Any
    """Of JSON; None where there was none."""
    headers: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class LibreTranslateServer:
    """What the server does, and what it was asked."""

    languages: object = field(default_factory=lambda: LANGUAGES)
    key: str = ""
    """The key that it wants; empty: none."""
    text_limit: int = 0
    """The longest text that it takes; 0: any."""
    translate: Callable[[str], str] = _by_table
    script: list[Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=list)
    requests: list[Said] = field(default_factory=list)
    url: str = ""

    @property
    def texts(self) -> list[str]:
        """Return every text that was sent for translation, in order, however often."""
        return [text for said in self.requests if said.path == "/translate" for text in said.body["q"]]


def answer(status: int, content: object, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Return a step of a script: this answer; bytes as they are, all else as JSON."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
        handler.send_response_only(status)
        own = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(data))} | own).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return send


@contextlib.contextmanager
def libretranslate(**settings: Any) -> Iterator[LibreTranslateServer]:
    """Run a server on a free port of this machine; its `url` says where."""
    server = LibreTranslateServer(**settings)
    listener = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    listener.daemon_threads = True
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{listener.server_port}"
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()


def _handler(server: LibreTranslateServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._note(None)
            languages = self.path == "/languages"
            answer(200, server.languages)(self) if languages else answer(404, b"<html>")(self)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._note(body)
            with contextlib.suppress(ConnectionError):
                (server.script.pop(0) if server.script else _served(server, body))(self)

        def _note(self, body: object) -> None:
            server.requests.append(
                Said(method=self.command, path=self.path, body=body, headers=dict(self.headers.items()))
            )

        def log_message(self, *_arguments: object) -> None:
            pass

    return Handler


def _served(server: LibreTranslateServer, body: Mapping[str, Any]) -> Callable[[BaseHTTPRequestHandler], None]:
    if server.key and body.get("api_key") is None:
        return answer(400, {"error": "Please contact the server operator to get an API key"})
    if server.key and body["api_key"] != server.key:
        return answer(403, {"error": f"Invalid API key {body['api_key']}"})
    longest = max(len(text) for text in body["q"])
    if server.text_limit and longest > server.text_limit:
        return answer(400, {"error": f"Invalid request: request ({longest}) exceeds text limit ({server.text_limit})"})
    return answer(200, {"translatedText": [server.translate(text) for text in body["q"]]})
