"""What papers are filed under: tags, collections, saved searches."""

from desktop.services.keep_collections import KeepCollections
from desktop.services.save_searches import SaveSearches
from desktop.services.tag_papers import TagPapers


class LabelPapers(TagPapers, KeepCollections, SaveSearches):
    """All three, as the window and the command line know them."""
