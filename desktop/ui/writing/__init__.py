"""Texts that a language model writes: asking for them, watching them come, what could not be written."""
