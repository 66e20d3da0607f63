"""Sends what waits in the library of a folder, until it is killed: folder, port of the server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from desktop.domain.mails import MailSecurity, MailServer
from desktop.domain.progress import Job
from desktop.services.keep_secrets import KeepSecrets
from desktop.services.library import LibraryServices

library = LibraryServices(Path(sys.argv[1]))
library.open()
server = MailServer("localhost", int(sys.argv[2]), MailSecurity.NONE, "", "ada@example.org")
library.mails.run(lambda: server, KeepSecrets(), Job())
