"""What an image says of itself, and under which name it goes out."""

import struct
from pathlib import Path

import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st
from support.pictures import png

from govpub.errors import ArticleError, Position
from govpub.release import asset, assets
from govpub.release.image_headers import read_header

AT = Position(Path("articles/x.md"), 7, 1)

JPEG = (
    b"\xff\xd8"
    + (b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9))
    + (b"\xff\xff\x01" + b"\xff\xd0")  # a fill byte, markers without length
    + (b"\xff\xc4" + struct.pack(">H", 4) + bytes(2))  # a Huffman table is no frame
    + (b"\xff\xc2" + struct.pack(">HBHH", 11, 8, 360, 640) + bytes(4))
    + (b"\xff\xda" + struct.pack(">H", 2) + b"scan")
)
GIF = b"GIF89a" + struct.pack("<HH", 640, 360) + bytes(3)


def _webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 12 + len(body)) + b"WEBP" + kind + struct.pack("<I", len(body)) + body


LOSSY = _webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640 | 1 << 14, 360))
LOSSLESS = _webp(b"VP8L", b"\x2f" + struct.pack("<I", (640 - 1) | (360 - 1) << 14 | 1 << 28))
EXTENDED = _webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (359).to_bytes(3, "little"))


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (png(640, 360), "image/png"),
        (JPEG, "image/jpeg"),
        (GIF, "image/gif"),
        (LOSSY, "image/webp"),
        (LOSSLESS, "image/webp"),
        (EXTENDED, "image/webp"),
    ],
    ids=["png", "jpeg", "gif", "webp lossy", "webp lossless", "webp extended"],
)
def test_kind_and_size_are_read_from_the_header_and_a_cut_one_is_refused(content: bytes, media_type: str) -> None:
    image = asset("x", content, AT)
    assert (image.media_type, image.width, image.height) == (media_type, 640, 360)
    assert image.content == content
    header_end = content.index(b"IHDR") + 8 if media_type == "image/png" else len(content) - 6
    for length in range(min(header_end, 24)):
        assert read_header(content[:length]) is None, length


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n" + bytes(30),
        JPEG[: JPEG.index(b"\xff\xc2")] + b"\xff\xda\0\2",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\x01junk",
        _webp(b"ALPH", bytes(30)),
        _webp(b"VP8 ", bytes(30)),
    ],
)
def test_anything_else_is_refused_where_the_article_shows_it(content: bytes) -> None:
    with pytest.raises(ArticleError, match=r"seal\.svg is not an image") as refused:
        asset("seal.svg", content, AT)
    assert refused.value.at == AT
    assert "PNG" in refused.value.hint


def _png_of(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height)


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (2**32 - 1, 2**32 - 1), (0, 10), (10, 0)])
def test_absurd_sizes_are_refused(width: int, height: int) -> None:
    with pytest.raises(ArticleError, match=f"{width} × {height} pixels"):
        asset("x.png", _png_of(width, height), AT)
    assert asset("x.png", _png_of(10_000, 10_000), AT).width == 10_000


def test_absurd_weight_is_refused() -> None:
    with pytest.raises(ArticleError, match="50 MB"):
        asset("x.png", png(1, 1) + bytes(50 * 1024 * 1024), AT)


@given(st.one_of(st.binary(max_size=64), st.tuples(st.sampled_from([JPEG, GIF, LOSSY, LOSSLESS, EXTENDED]), st.data())))
def test_no_bytes_break_the_reader(drawn) -> None:
    if isinstance(drawn, tuple):
        content, data = drawn
        place = data.draw(st.integers(0, len(content) - 1))
        drawn = content[:place] + data.draw(st.binary(max_size=4)) + content[place + 1 :]
    header = read_header(drawn)
    assert header is None or header.width >= 0


def test_a_long_chain_of_markers_is_read_once() -> None:
    assert read_header(b"\xff\xd8" + b"\xff\xd0" * 500_000) is None


def test_names_are_plain_distinct_and_follow_what_the_file_is() -> None:
    pictures = [png(number, 1) for number in range(1, 8)]
    paths = [
        "images/Ridge Walk.PNG",
        "other/ridge-walk.jpeg",
        "图片/防火.png",
        "../../etc/manifest.json",
        r"C:\photos\..\x.png",
        ".htaccess",
        "a/" + "long" * 60 + ".png",
    ]
    found = assets((path, picture, AT) for path, picture in zip(paths, pictures, strict=True))
    assert [found[path].name for path in paths] == [
        "ridge-walk.png",
        "ridge-walk-2.png",
        "image.png",
        "manifest.png",
        "x.png",
        "htaccess.png",
        ("long" * 15) + ".png",
    ]
    assert [found[path].content for path in paths] == pictures


def test_equal_images_go_out_once() -> None:
    found = assets([("a/x.png", png(2, 2), AT), ("b/y.png", png(2, 2), AT), ("a/x.png", png(2, 2), AT)])
    assert list(found) == ["a/x.png", "b/y.png"]
    assert found["a/x.png"] is found["b/y.png"]


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(1, 3)), max_size=8))
def test_no_path_makes_a_name_that_leaves_the_folder(images: list[tuple[str, int]]) -> None:
    found = assets((path, _png_of(width, 1), AT) for path, width in images)
    names = {image.name for image in found.values()}
    assert all(name.isascii() and name == name.lower() and name[0].isalnum() for name in names)
    assert not any(set(name) & set("/\\:\0 ") for name in names)
    assert len(names) == len({image.content for image in found.values()})


@pytest.mark.parametrize("content", [png(640, 360), GIF, JPEG], ids=["png", "gif", "jpeg"])
def test_another_reader_agrees(content: bytes) -> None:
    other, ours = Image.from_blob(content), read_header(content)
    assert ours is not None
    assert (ours.media_type, ours.width, ours.height) == (other.content_type, other.px_width, other.px_height)
