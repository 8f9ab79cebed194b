"""Links to articles from what an outlet lists: feeds, sitemaps, index, tag and search pages, WordPress REST."""
