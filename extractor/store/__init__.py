"""The store: one SQLite file with the pages, articles, figures, records and findings of all runs."""
