"""What govpub.toml says of machine translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["PROVIDER_NAMES", "MachineTranslation", "ProviderName"]

ProviderName: TypeAlias = Literal["libretranslate"]

PROVIDER_NAMES: tuple[ProviderName, ...] = ("libretranslate",)


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineTranslation:
    """A service, and how it is reached."""

    provider: ProviderName
    url: str
    """Its address: http or https, a host, perhaps a port and a path; without a slash at its end."""
    key_variable: str = ""
    """The environment variable that holds the key of the service; empty where it wants none."""
    timeout: int = 60
    """Seconds to wait for one answer."""
