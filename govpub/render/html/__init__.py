"""Release → the portal's page."""
