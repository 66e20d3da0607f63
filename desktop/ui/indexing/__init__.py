"""Reading the words of PDFs in the background."""
