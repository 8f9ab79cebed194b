"""Asking the web politely: what may be asked, how often, how much, and how to find an outlet's articles."""
