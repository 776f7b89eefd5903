"""What an official document (公文) has beyond a press release, as GB/T 9704-2012 names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

__all__ = ["PRESETS", "DocumentNumber", "DocumentWording", "Letterhead", "OfficialDocument", "PresetName"]

PresetName: TypeAlias = Literal["news", "gongwen"]
"""How a release is set on paper: as a press release, or in the layout of GB/T 9704-2012."""
PRESETS: tuple[PresetName, ...] = ("news", "gongwen")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """发文字号 (7.2.5): 云政办发〔2025〕6号."""

    code: str
    """机关代字, the issuing organ's code: 云政办发."""
    year: int
    serial: int

    def __str__(self) -> str:
        """Return the number as the standard writes it."""
        return f"{self.code}〔{self.year}〕{self.serial}号"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """The facts of a document, the same in every language."""

    number: DocumentNumber | None = None
    """None where the document has none: govpub never invents one."""
    signed: date
    """成文日期 (7.3.5): the day on which it was signed or passed."""
    printed: date | None = None
    """印发日期 (7.4.3)."""
    sealed: bool = True
    """Whether the printed document gets a seal: its issuer is then set above the date, around the same middle
    (7.3.5.1), else by the rules for documents without a seal (7.3.5.2). govpub never draws a seal."""
    sheets: tuple[int, ...] = ()
    """Where each attachment begins: the places of their headings among the blocks of the wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWording:
    """The words of a document around its text, in one language."""

    addressee: str = ""
    """主送机关 (7.3.2), without the colon."""
    issuers: tuple[str, ...] = ()
    """发文机关署名 (7.3.5); empty: the office's own."""
    attachments: tuple[str, ...] = ()
    """附件 (7.3.4): their titles, which are headings of the text too."""
    copies_to: str = ""
    """抄送机关 (7.4.2), without the full stop."""
    printed_by: str = ""
    """印发机关 (7.4.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The office as the head and the foot of its documents name it, in one language."""

    mark: str = ""
    """发文机关标志 (7.2.4), as 云岭省人民政府办公厅文件; empty: the issuers' names."""
    issuer: str = ""
    """Who signs a document that names no issuer."""
