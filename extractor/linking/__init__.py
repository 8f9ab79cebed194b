"""From quantities, cues, places and dates to figures, by construction."""
