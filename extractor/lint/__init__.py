"""`extract check`: findings only, for an editor, a build or a desk that wants an exit status."""
