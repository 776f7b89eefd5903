"""The API of LibreTranslate, which an office can host itself (https://docs.libretranslate.com).

`GET /languages` says what the server translates; no text is sent before it has said that it translates this pair.
`POST /translate` takes a list of texts as `q`. Texts go as HTML, so that placeholders keep their places as tags.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from govpub.machine_translation.answer import Answer, Declined, Translated
from govpub.machine_translation.markup import protected, restored
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govpub.locales import Locale
    from govpub.machine_translation.service import Service

__all__ = ["LibreTranslate"]

TEXTS = 20
"""How many texts go in one request at most."""
CHARACTERS = 2_000
"""And how many characters, unless one text alone has more: the limit of the public server."""
PATIENCE = 3
"""Where a server declines as many texts and has translated none, it is not the texts' fault."""

_CODES: Mapping[str, tuple[str, ...]] = {"zh-CN": ("zh", "zh-Hans", "zh-CN"), "en": ("en", "en-US", "en-GB")}
"""What servers call our languages: models' names up to 1.6, ISO 639 with ISO 15924 from then on."""


class LibreTranslate:
    """A server that speaks LibreTranslate's API."""

    name = "libretranslate"

    def __init__(self, service: Service, *, key: str = "") -> None:
        """Ask `service`, with a key where the server wants one."""
        self._service = service
        self._key = key

    def translate(self, texts: Sequence[str], source: Locale, target: Locale) -> Iterator[tuple[Answer, ...]]:
        """Yield the answers; see `Provider`."""
        if not texts:
            return
        codes = self._codes(source, target)
        declined: list[Declined] | None = []
        for batch in _batches(texts):
            for answers in self._answers(batch, codes):
                yield answers
                if declined is not None:
                    declined += [answer for answer in answers if isinstance(answer, Declined)]
                    if any(isinstance(answer, Translated) for answer in answers):
                        declined = None
                    elif len(declined) >= PATIENCE:
                        raise self._service.error(declined[-1].reason)

    def _codes(self, source: Locale, target: Locale) -> tuple[str, str]:
        """Return what the server calls the two languages.

        Raises:
            ServiceError: it does not translate from the one into the other.
        """
        listed = self._service.ask("/languages").content
        targets = {
            str(language.get("code")): language.get("targets")
            for language in (listed if isinstance(listed, list) else ())
            if isinstance(language, dict)
        }
        for code in _CODES[source.tag]:
            for other in _CODES[target.tag]:
                # Servers before 1.3 do not say into what they translate.
                into = targets.get(code) or list(targets)
                if code in targets and isinstance(into, list) and other in into:
                    return code, other
        raise self._service.error(
            _("it does not translate {source} into {target}").format(source=source.tag, target=target.tag),
            _("check url in [machine-translation] of govpub.toml, or have the languages installed there"),
        )

    def _answers(self, batch: Sequence[str], codes: tuple[str, str]) -> Iterator[tuple[Answer, ...]]:
        """Yield the answers to a batch; where the server finds it unfit, those to each of its texts alone."""
        source, target = codes
        body: dict[str, object] = {
            "q": [protected(text) for text in batch],
            "source": source,
            "target": target,
            "format": "html",
        }
        reply = self._service.ask("/translate", body | ({"api_key": self._key} if self._key else {}))
        if not reply.fault:
            yield self._translations(reply.content, batch)
        elif len(batch) == 1:
            yield (Declined(reply.fault),)
        else:
            for text in batch:
                yield from self._answers([text], codes)

    def _translations(self, content: Any, batch: Sequence[str]) -> tuple[Answer, ...]:  # noqa: ANN401  JSON as it came
        texts = content.get("translatedText") if isinstance(content, dict) else None
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self._service.error(_("its answer has no translations in it"))
        if len(texts) != len(batch):
            counts = _("it gives {given} translations for {asked} texts").format(given=len(texts), asked=len(batch))
            raise self._service.error(counts)
        return tuple(_answer(restored(text, source)) for text, source in zip(texts, batch, strict=True))


def _answer(text: str) -> Answer:
    if not text:
        return Declined(_("the service gives no text for it"))
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        return Declined(_("the service gives characters for it that are no text"))
    return Translated(text)


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    first = characters = 0
    for place, text in enumerate(texts):
        if place > first and (place - first == TEXTS or characters + len(text) > CHARACTERS):
            yield texts[first:place]
            first, characters = place, 0
        characters += len(text)
    yield texts[first:]
