"""Small windows that file papers: tags, collections, due dates, saved searches."""
