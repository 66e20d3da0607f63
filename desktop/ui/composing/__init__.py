"""The page on which a digest of one's own is made: its papers, their texts, and what is handed on."""
