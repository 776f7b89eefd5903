"""Parts and their relationships → the bytes of a .docx, the same whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib import resources

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.package import Package

__all__ = [
    "CONTENT_TYPE",
    "RELATIONSHIP_TYPE",
    "Package",
    "Story",
    "WrittenPart",
    "add_part",
    "literal_part",
    "new_part",
    "pack",
]

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive can hold."""
_PERMISSIONS = 0o100644 << 16
_UNIX = 3
_ALREADY_COMPRESSED = (".png", ".jpg", ".gif", ".webp")


@cache
def literal_part(name: str) -> bytes:
    """Return a part that ships as a file beside this module."""
    return resources.files(__package__).joinpath("parts", name).read_bytes()


class WrittenPart(Part):
    """A part whose bytes are known only when all that refers to others is written."""

    content: bytes = b""

    @property
    def blob(self) -> bytes:
        """Return the part's file."""
        return self.content


def new_part(owner: Part | Package, name: str, content_type: str, content: bytes = b"") -> WrittenPart:
    """Return the part `name` (as `/word/media/image1.png`) of the package; nothing refers to it yet."""
    package = owner if isinstance(owner, Package) else owner.package  # a part knows its package
    part = WrittenPart(PackURI(name), content_type, package=package)
    part.content = content
    return part


def add_part(
    owner: Part | Package, name: str, content_type: str, relationship: str, content: bytes = b""
) -> WrittenPart:
    """Return the part `name` of the package; `owner` refers to it."""
    part = new_part(owner, name, content_type, content)
    owner.load_rel(relationship, part, f"rId{len(owner.rels) + 1}")
    return part


class Story:
    """A part that holds text, as the body or the footnotes, and what its text refers to."""

    def __init__(self, part: Part) -> None:
        """Make the story of `part`."""
        self._part = part
        self._known: dict[object, str] = {}

    def link(self, href: str) -> str:
        """Return the id of the relationship to an address outside the document."""
        return self._relationship(RELATIONSHIP_TYPE.HYPERLINK, href, external=True)

    def picture(self, part: Part) -> str:
        """Return the id of the relationship to an image."""
        return self._relationship(RELATIONSHIP_TYPE.IMAGE, part, external=False)

    def _relationship(self, kind: str, target: str | Part, *, external: bool) -> str:
        # python-docx looks through all relationships for an equal one: quadratic in a text with many links.
        key = target if isinstance(target, str) else id(target)
        if key not in self._known:
            self._known[key] = f"rId{len(self._part.rels) + 1}"
            self._part.load_rel(kind, target, self._known[key], external)
        return self._known[key]


def pack(package: Package) -> bytes:
    """Return the archive: parts in the order of their relationships, no date, no trace of the machine."""
    parts = package.parts
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, CONTENT_TYPES_URI, _content_types(parts))
        _write(archive, PACKAGE_URI.rels_uri, package.rels.xml)
        for part in parts:
            _write(archive, part.partname, part.blob)
            if part.rels:
                _write(archive, part.partname.rels_uri, part.rels.xml)
    return buffer.getvalue()


def _content_types(parts: list[Part]) -> bytes:
    types = CT_Types.new()  # type: ignore[no-untyped-call]
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    types.add_default("xml", CONTENT_TYPE.XML)
    for part in parts:
        types.add_override(part.partname, part.content_type)
    return bytes(serialize_part_xml(types))


def _write(archive: zipfile.ZipFile, name: PackURI, content: bytes | str) -> None:
    member = zipfile.ZipInfo(name.membername, _EPOCH)
    member.create_system, member.external_attr = _UNIX, _PERMISSIONS
    member.compress_type = zipfile.ZIP_STORED if name.endswith(_ALREADY_COMPRESSED) else zipfile.ZIP_DEFLATED
    archive.writestr(member, content)
