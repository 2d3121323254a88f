"""WHEN. One file for each noun."""
