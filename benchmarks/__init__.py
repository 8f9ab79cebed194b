"""What reading costs, beside the least that could be done and beside what everyone runs before it."""
