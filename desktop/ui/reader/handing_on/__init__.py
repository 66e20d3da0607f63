"""Marks leave for other programs and come from them: annotated copies, notes, marks taken over."""
