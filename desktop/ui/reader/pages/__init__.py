"""Pages of a PDF on the screen: what is asked for, kept, painted and touched."""
