"""How the command line asks for mails."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
"""Adds a command: the commands, its name, its help, its examples."""


def add_mailing(commands: object, add: Add) -> None:
    """Add `mail`."""
    mail = add(
        commands,
        "mail",
        "send the digests that wait in the outbox by e-mail",
        "papershelf mail\npapershelf mail --list\npapershelf mail --now --json\n",
    )
    what = mail.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="send nothing; list the outbox and what was sent lately")
    what.add_argument("--now", action="store_true", help="do not wait for the moment when a mail is to be tried again")
    mail.add_argument("--json", action="store_true", help="print one JSON document instead of lines")
