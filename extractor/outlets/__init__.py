"""Outlets as data: how their addresses look, where their articles are listed, what of a page is the article."""
