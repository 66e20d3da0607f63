"""PDFs, read in a process of their own: nothing a file does can reach the window or the library."""
