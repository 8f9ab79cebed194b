"""Figures as intervals, rules over them, findings."""
