"""The table of papers, the search box and the details of a paper."""
