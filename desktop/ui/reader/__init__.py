"""The reader: one paper in a tab."""
