"""What to look for, as data: word lists, cues, places, outlets."""
