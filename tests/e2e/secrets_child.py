"""Uses a key and a password in every way that goes well or wrong, with the log at its most talkative, then crashes.

Arguments: address of the language model, port of the mail server, a digest to import. PAPERSHELF_HOME is set.
"""

import asyncio
import logging
import os
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

import requests

from desktop.app.crash_reports import CrashReports
from desktop.app.logs import start_log
from desktop.app.paths import find_paths
from desktop.domain.errors import AppError
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.mails import MailSecurity, MailServer, Recipient
from desktop.domain.model_texts import Message, ModelEndpoint
from desktop.domain.own_digest import of_listing
from desktop.domain.progress import Job
from desktop.domain.secrets import origin_of
from desktop.services.keep_secrets import KeepSecrets
from desktop.services.library import LibraryServices
from desktop.services.try_model import try_model
from desktop.sources import mail
from desktop.sources.language_model import LanguageModel
from desktop.system.settings import SettingsFile
from tests.e2e.secrets_child_words import KEY, PASSWORD

log = logging.getLogger("child")


def _same(server: MailServer) -> MailServer:
    return server


def ask_model(url: str, secrets: KeepSecrets) -> None:
    """An answer, a refusal, silence."""
    endpoint = ModelEndpoint(url, "small")
    key = secrets.get(origin_of(url)) or ""
    for _ in range(2):
        try:
            try_model(endpoint, key, Job())
        except AppError as error:
            log.info("refused: %s", error, exc_info=error)

    async def in_vain() -> None:
        async with LanguageModel(endpoint, key, whole_s=0.5) as model:
            await model.said((Message("user", "Are you there?"),))

    try:
        asyncio.run(in_vain())
    except AppError as error:
        log.info("no answer: %s", error, exc_info=error)
    headers = {"Authorization": f"Bearer {key}"}
    requests.get(f"{url}/models", headers=headers, params={"key": key}, timeout=10)
    log.debug("headers %s, backwards %s", headers, key[::-1])


def send_mails(folder: Path, digest: Path, port: int, secrets: KeepSecrets) -> None:
    """A password that is refused and said again by the server, one that is taken, silence; a backup of it all."""
    library = LibraryServices(folder)
    library.open()
    plan = library.importing.plan([digest], ImportOptions(), Job())
    library.importing.apply(plan, Job())
    made, _ = library.own_digests.create(of_listing(Listing(), "canary"))
    server = MailServer("localhost", port, MailSecurity.NONE, "reader", "ada@example.org")
    for user in ("reader", "stranger"):
        chosen = replace(server, user=user)
        print(secrets.set(chosen.origin, PASSWORD).value)
        drafted = library.mails.draft(made.id, chosen.sender)
        library.mails.put(replace(drafted, recipients=(Recipient(f"{user}@example.org"),)))
        library.mails.run(partial(_same, chosen), secrets, Job())
    mail.READ_S = 0.3
    drafted = library.mails.draft(made.id, server.sender)
    library.mails.put(replace(drafted, recipients=(Recipient("silent@example.org"),)))
    library.mails.release()
    library.mails.run(lambda: server, secrets, Job())
    library.backups.back_up(Job())
    library.close()


def crash() -> None:
    """In a thread and outside of one."""
    raise RuntimeError(f"unexpected: {KEY} and {PASSWORD}", KEY.encode(), {"password": PASSWORD})


os.umask(0o077)  # as the program does at start
paths = find_paths()
start_log(paths.log_file, logging.DEBUG)
CrashReports(paths.crash_reports, lambda report: None).install()
settings = SettingsFile(paths.settings_file)
settings.change(model_url=sys.argv[1], mail_server="localhost", mail_user="reader")
settings.save()
kept = KeepSecrets(paths.config / "kept-secrets.json")
print(kept.set(origin_of(sys.argv[1]), KEY).value)
ask_model(sys.argv[1], kept)
send_mails(paths.default_library, Path(sys.argv[3]), int(sys.argv[2]), kept)
thread = threading.Thread(target=crash)
thread.start()
thread.join()
crash()
