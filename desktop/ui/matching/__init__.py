"""Looking titles up on arXiv: what it proposes for each, and which proposals a person takes over."""
