"""Parts and their relationships → the bytes of a .docx, the same whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from govpub.render.docx.xml import attribute

__all__ = [
    "CORE",
    "DOCUMENT",
    "FONTS",
    "FOOTER",
    "FOOTNOTES",
    "HEADER",
    "NUMBERING",
    "SETTINGS",
    "STYLES",
    "Kind",
    "Package",
    "Part",
    "add_part",
    "literal_part",
    "pack",
]

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive can hold."""
_PERMISSIONS = 0o100644 << 16
_UNIX = 3
_ALREADY_COMPRESSED = (".png", ".jpg", ".gif", ".webp")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a part is (ISO 29500-1, 11.3, and ISO 29500-2, 11)."""

    relationship: str
    """The type by which another part refers to it."""
    content_type: str = ""
    """Empty for images, which have that of their format."""


DOCUMENT = Kind(f"{_OFFICE}/officeDocument", f"{_WORD}.document.main+xml")
CORE = Kind(
    f"{_PACKAGE}/relationships/metadata/core-properties", "application/vnd.openxmlformats-package.core-properties+xml"
)
STYLES, SETTINGS, FONTS, NUMBERING, FOOTNOTES, HEADER, FOOTER = (
    Kind(f"{_OFFICE}/{name}", f"{_WORD}.{name}+xml")
    for name in ("styles", "settings", "fontTable", "numbering", "footnotes", "header", "footer")
)
IMAGE = Kind(f"{_OFFICE}/image")
_HYPERLINK = f"{_OFFICE}/hyperlink"


@dataclass(slots=True, kw_only=True, eq=False)
class Part:
    """A file of the archive whose content may be known only when all that refers to others is written."""

    name: str
    """As `word/document.xml`; empty for the package itself."""
    content_type: str = ""
    content: bytes = b""
    relationships: list[tuple[str, str, bool]] = field(default_factory=list)
    """Type, target, and whether the target is outside the document; the first has the id rId1."""
    known: dict[str, str] = field(default_factory=dict)
    """Target → id, of addresses and images: each is referred to once."""

    def refer(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a new relationship."""
        self.relationships.append((kind, target if external else self._relative(target), external))
        return f"rId{len(self.relationships)}"

    def link(self, href: str) -> str:
        """Return the id of the relationship to an address outside the document."""
        if href not in self.known:
            self.known[href] = self.refer(_HYPERLINK, href, external=True)
        return self.known[href]

    def picture(self, image: Part) -> str:
        """Return the id of the relationship to an image."""
        if image.name not in self.known:
            self.known[image.name] = self.refer(IMAGE.relationship, image.name)
        return self.known[image.name]

    def _relative(self, name: str) -> str:
        folder = self.name[: self.name.rfind("/") + 1]
        return name.removeprefix(folder) if name.startswith(folder) else f"/{name}"


@dataclass(slots=True)
class Package:
    """The archive."""

    root: Part = field(default_factory=lambda: Part(name=""))
    parts: list[Part] = field(default_factory=list)

    def add(self, name: str, content_type: str, content: bytes = b"") -> Part:
        """Return a new part, to which nothing refers yet."""
        self.parts.append(Part(name=name, content_type=content_type, content=content))
        return self.parts[-1]


def add_part(package: Package, owner: Part, name: str, kind: Kind, content: bytes = b"") -> tuple[Part, str]:
    """Return the part `name` of the package and the id by which `owner` refers to it."""
    return package.add(name, kind.content_type, content), owner.refer(kind.relationship, name)


@cache
def literal_part(name: str) -> bytes:
    """Return a part that ships as a file beside this module."""
    return resources.files(__package__).joinpath("parts", name).read_bytes()


def pack(package: Package) -> bytes:
    """Return the archive: its parts in the order in which they were added, no date, no trace of the machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, "[Content_Types].xml", _content_types(package.parts))
        for part in (package.root, *package.parts):
            if part.name:
                _write(archive, part.name, part.content)
            if part.relationships:
                folder, slash, file = part.name.rpartition("/")
                _write(archive, f"{folder}{slash}_rels/{file}.rels", _relationships(part))
    return buffer.getvalue()


def _content_types(parts: list[Part]) -> bytes:
    overrides = (
        f"<Override{attribute('PartName', f'/{part.name}')}{attribute('ContentType', part.content_type)}/>"
        for part in parts
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONSHIPS_TYPE}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    ).encode()


def _relationships(part: Part) -> bytes:
    rows = (
        f'<Relationship Id="rId{number}"{attribute("Type", kind)}{attribute("Target", target)}'
        f"{attribute('TargetMode', 'External') if external else ''}/>"
        for number, (kind, target, external) in enumerate(part.relationships, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'.encode()


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.create_system, member.external_attr = _UNIX, _PERMISSIONS
    member.compress_type = zipfile.ZIP_STORED if name.endswith(_ALREADY_COMPRESSED) else zipfile.ZIP_DEFLATED
    archive.writestr(member, content)
