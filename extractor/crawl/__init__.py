"""A crawl: outlets' listings walked, their articles fetched, kept and read."""
