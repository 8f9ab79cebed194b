"""Annotated articles composed for this project."""
