"""The portal's page: one HTML file an edition, without scripts and without requests."""

from govpub.render.html.page import render_html

__all__ = ["render_html"]
