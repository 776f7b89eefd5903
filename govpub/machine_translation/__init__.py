"""Machine translation: what a provider is, and the providers there are.

A provider is given texts with placeholders (`<1>…</1>`, `<2/>`) and gives back texts with placeholders. Whether they
are still those of the source, and what becomes of a text that no person has accepted, is for others to decide.

What is named here is loaded when it is first used: every command reads the settings, and few ask a machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govpub.loading import on_demand
from govpub.machine_translation.settings import PROVIDER_NAMES, MachineTranslation, ProviderName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.machine_translation.answer import Answer, Declined, Translated
    from govpub.machine_translation.provider import Provider

__all__ = [
    "PROVIDERS",
    "PROVIDER_NAMES",
    "Answer",
    "Declined",
    "MachineTranslation",
    "Provider",
    "ProviderName",
    "Sleep",
    "Translated",
]

__getattr__ = on_demand(
    __name__,
    {
        "answer": ("Answer", "Declined", "Translated"),
        "provider": ("Provider",),
    },
)


Sleep: TypeAlias = "Callable[[float], None]"
"""What waits, given seconds: `time.sleep`, or something that says so too."""


def _libretranslate(settings: MachineTranslation, key: str, sleep: Sleep) -> Provider:
    from govpub.machine_translation.libretranslate import LibreTranslate  # noqa: PLC0415  brings http and TLS in
    from govpub.machine_translation.service import Service  # noqa: PLC0415  same

    return LibreTranslate(Service(settings.url, timeout=settings.timeout, secret=key, sleep=sleep), key=key)


PROVIDERS: Mapping[ProviderName, Callable[[MachineTranslation, str, Sleep], Provider]] = {
    "libretranslate": _libretranslate,
}
"""Provider → how it is made of the project's settings, the key (empty where the service wants none), and what waits."""
