"""A JSON service over HTTP: asked patiently, believed little.

Only http and https, with certificates verified. No redirect is followed: what was meant for one host is not sent to
another. Proxies of the environment are used for https only, where they see nothing but the host's name; plain http is
for a server in the office's own network, and goes there directly. Answers are bounded in size and time. The secret
stands in no message.
"""

from __future__ import annotations

import http.client
import json
import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from govpub.errors import ServiceError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Reply", "Service"]

PAUSES = (1.0, 2.0, 4.0)
"""Seconds between the attempts at a service that is broken or out of reach and does not say when to come again."""
BUSY_PAUSES = (5.0, 15.0, 45.0)
"""The same for one that has too much to do: limits are counted by the minute."""
LONGEST_PAUSE = 60.0
"""Seconds: a service that wants more than this is left alone."""
LARGEST_ANSWER = 8 * 1024 * 1024
"""Bytes."""
_CHUNK = 65_536
_LONGEST_MESSAGE = 200
"""Characters of what a service says of its error."""

_OK, _TOO_MANY, _BROKEN = 200, 429, 500
_REFUSED = (401, 403)
_UNFIT = (400, 413)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a service answered."""

    content: Any
    """The value of its JSON; None where `fault` says that the request was unfit."""
    fault: str = ""
    """Why this request cannot be answered, though others may be (status 400 and 413)."""


class _BusyError(Exception):
    """A failure that may pass."""

    def __init__(self, reason: str, pauses: tuple[float, ...] = PAUSES) -> None:
        """Say why, and how long to wait before each further attempt, in seconds."""
        super().__init__(reason)
        self.reason = reason
        self.pauses = pauses


class Service:
    """A service at an address."""

    def __init__(
        self, url: str, *, timeout: float, secret: str = "", sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Know the service at `url`; `timeout` is how long one answer may take, in seconds."""
        self.url = url
        self._timeout = timeout
        self._secret = secret
        self._sleep = sleep

    def ask(self, path: str, body: Mapping[str, object] | None = None) -> Reply:
        """Return the answer of `path`: to a POST of `body` as JSON, or to a GET where there is none.

        Raises:
            ServiceError: it cannot be reached, refuses, redirects, or answers something else than JSON.
        """
        attempt = 0
        while True:
            try:
                return self._asked(path, body)
            except _BusyError as busy:
                if attempt == len(busy.pauses) or busy.pauses[attempt] > LONGEST_PAUSE:
                    raise self._gives_up(busy) from busy
                self._sleep(busy.pauses[attempt])
                attempt += 1

    def error(self, reason: str, hint: str = "") -> ServiceError:
        """Return the error of this service, without its secret."""
        message = _("the machine translation service {url}: {reason}").format(url=self.url, reason=self._plain(reason))
        return ServiceError(message, hint=hint or _("ask whoever runs the service, or translate without --machine"))

    def _asked(self, path: str, body: Mapping[str, object] | None) -> Reply:
        request = urllib.request.Request(  # noqa: S310  http or https: the project's settings have no other
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
        )
        try:
            with _opener(self.url).open(request, timeout=self._timeout) as response:
                content = self._read(response)
                return self._reply(response.status, response.headers, content)
        except TimeoutError as error:
            raise self._too_slow() from error
        except urllib.error.URLError as error:
            raise self._unreachable(error.reason) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._unreachable(error) from error

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        deadline = time.monotonic() + self._timeout
        parts: list[bytes] = []
        size = 0
        while part := response.read1(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > LARGEST_ANSWER:
                raise self.error(_("its answer is too large"))
            if time.monotonic() > deadline:
                raise self._too_slow()
        if response.length:
            raise _BusyError(_("the connection broke off"))
        return b"".join(parts)

    def _reply(self, status: int, headers: Mapping[str, str], content: bytes) -> Reply:
        if status == _OK:
            try:
                return Reply(json.loads(content))
            except (ValueError, RecursionError) as error:
                raise self.error(_("its answer is not JSON"), _("check url in [machine-translation]")) from error
        said = self._said(content)
        reason = _("it answers {status}").format(status=status) + (f": {said}" if said else "")
        if status == _TOO_MANY or status >= _BROKEN:
            pause = _pause(headers)
            usual = BUSY_PAUSES if status == _TOO_MANY else PAUSES
            raise _BusyError(reason, usual if pause is None else (pause,) * len(usual))
        if status in _UNFIT:
            return Reply(None, fault=said or reason)
        if status in _REFUSED:
            raise self.error(reason, _("check its key: the environment variable that govpub.toml names"))
        raise self.error(reason, _("check url in [machine-translation] of govpub.toml; redirects are not followed"))

    def _said(self, content: bytes) -> str:
        """Return what an answer says of an error, if it does: one short line."""
        try:
            value = json.loads(content)
        except (ValueError, RecursionError):
            return ""
        said = value.get("error") if isinstance(value, dict) else None
        line = " ".join(self._plain(said).split()) if isinstance(said, str) else ""
        return line if len(line) <= _LONGEST_MESSAGE else line[:_LONGEST_MESSAGE] + "…"

    def _plain(self, text: str) -> str:
        return text.replace(self._secret, "…") if self._secret else text

    def _too_slow(self) -> ServiceError:
        reason = _("no answer within {seconds} seconds").format(seconds=f"{self._timeout:g}")
        return self.error(reason, _("raise timeout in [machine-translation] of govpub.toml, or try again later"))

    def _unreachable(self, reason: object) -> Exception:
        """Return what a failed connection is: an error that stays, or one that may pass."""
        if isinstance(reason, TimeoutError):
            return self._too_slow()
        if isinstance(reason, ssl.SSLError):
            said = getattr(reason, "verify_message", "") or reason.reason or _("unknown reason")
            return self.error(
                _("no trust in its certificate: {reason}").format(reason=said),
                _("name the office's own authority by the environment variable SSL_CERT_FILE"),
            )
        if isinstance(reason, OSError | http.client.HTTPException):
            said = getattr(reason, "strerror", None) or type(reason).__name__
            return _BusyError(_("it cannot be reached: {reason}").format(reason=said))
        return self.error(_("it cannot be reached"), _("check url in [machine-translation] of govpub.toml"))

    def _gives_up(self, busy: _BusyError) -> ServiceError:
        if busy.pauses[0] > LONGEST_PAUSE:
            hint = _("it wants to be left alone for {seconds} seconds: run the command again then")
            return self.error(busy.reason, hint.format(seconds=f"{busy.pauses[0]:.0f}"))
        return self.error(busy.reason, _("see that it runs, and run the command again; what was translated is kept"))


def _opener(url: str) -> urllib.request.OpenerDirector:
    # Put together by hand: the usual one follows redirects, opens files, and has proxies read what plain http carries.
    opener = urllib.request.OpenerDirector()
    opener.addheaders = [("User-Agent", "govpub")]
    if url.startswith("https:"):
        proxies = urllib.request.getproxies()
        opener.add_handler(urllib.request.ProxyHandler({"https": proxies["https"]} if "https" in proxies else {}))
        opener.add_handler(urllib.request.HTTPSHandler(context=ssl.create_default_context()))
    else:
        opener.add_handler(urllib.request.HTTPHandler())
    return opener


def _pause(headers: Mapping[str, str]) -> float | None:
    """Return the seconds of a Retry-After (RFC 9110, 10.2.3); None where there is none that makes sense."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit() and len(value) < 7:  # noqa: PLR2004  a million seconds are eleven days
        return float(value)
    try:
        # Both by the service's own clock: this machine's may differ.
        wait = parsedate_to_datetime(value) - parsedate_to_datetime(headers.get("Date", ""))
    except (TypeError, ValueError):
        return None
    return max(0.0, wait.total_seconds())
