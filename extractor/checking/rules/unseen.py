"""What the explanation of a rule says that no real article has put to use so far."""

from __future__ import annotations

ENGLISH = "No article of the development set or the seeds shows it yet, so it is a note at most."
INDONESIAN = "Belum ada artikel dari berkas pengembangan yang memperlihatkannya, jadi paling berat catatan."
