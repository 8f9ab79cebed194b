"""Tokens, sentences, quantities, dates, places and cues: the core on offsets, with thin spaCy components."""
