"""What is known of the outlets, and whether a live site bears it out."""
