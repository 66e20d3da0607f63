"""The network: arXiv's query API and its PDFs. All HTTP is here."""
