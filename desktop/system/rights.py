"""Who may read what is written: what the program keeps is for its person alone, and what they hand on has the rights
that their other programs give to files, or a web server could not show a digest that was put into its folder.
"""

import os

_umask = os.umask(0o077)
os.umask(_umask)  # no way to read it but this


def keep_to_oneself() -> None:
    """From now on nobody else can read what this program makes, whatever the person's umask says."""
    os.umask(0o077)


def handed_on_file() -> int:
    """The rights of a file for others, by the umask that the program was started with."""
    return 0o666 & ~_umask


def handed_on_folder() -> int:
    """Those of a folder."""
    return 0o777 & ~_umask
