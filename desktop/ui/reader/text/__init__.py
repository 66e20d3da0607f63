"""The text on pages: selecting, finding, links and where they lead."""
