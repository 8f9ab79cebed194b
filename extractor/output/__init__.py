"""The report as text, JSON and CSV."""
