"""Start and stop: the command line, the window's process, where files are, logs and crash reports."""
