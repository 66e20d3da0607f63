"""Taking digests out: the export dialog with its preview, and the export of all digests to a folder."""
