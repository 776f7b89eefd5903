"""Article, catalogs and verdict → Release; the images, manifest and checksums that go with it."""

from govpub.release.assembly import assemble
from govpub.release.embargo import clear_to_publish
from govpub.release.images import MOST_IMAGE_BYTES, asset, assets
from govpub.release.manifest import File, Inputs, manifest, sha256sums, translation_sum
from govpub.release.refusal import refusal

__all__ = [
    "MOST_IMAGE_BYTES",
    "File",
    "Inputs",
    "assemble",
    "asset",
    "assets",
    "clear_to_publish",
    "manifest",
    "refusal",
    "sha256sums",
    "translation_sum",
]
