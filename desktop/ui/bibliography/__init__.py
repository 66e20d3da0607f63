"""Bibliographies in the window: the plan of an import, the dialog of an export, references for the clipboard."""
