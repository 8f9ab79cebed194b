"""Fetching pages: which addresses may be asked, and how they are."""
