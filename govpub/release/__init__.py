"""Article, catalogs and verdict → Release; the images, manifest and checksums that go with it."""

from govpub.release.assembly import assemble
from govpub.release.embargo import clear_to_publish
from govpub.release.images import asset, assets
from govpub.release.manifest import File, Inputs, manifest, sha256sums
from govpub.release.refusal import refusal

__all__ = ["File", "Inputs", "assemble", "asset", "assets", "clear_to_publish", "manifest", "refusal", "sha256sums"]
