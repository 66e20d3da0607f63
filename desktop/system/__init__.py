"""This computer: files written whole, the papers folder, the library's lock, the channel between processes."""
