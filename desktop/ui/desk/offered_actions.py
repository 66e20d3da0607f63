"""Which actions are offered where: in the menu of a row, and in the details of one paper or several."""

from desktop.ui.actions import ActionId, Menu

Id = ActionId
FOR_ROWS = (
    *(Id.OPEN_PDF, Id.OPEN_OUTSIDE, Id.OPEN_PAPER, Id.DOWNLOAD_PDF, Id.CHECK_VERSIONS, Id.WRITE_TEXTS),
    *(Menu.STATUS, Id.STAR, Menu.PRIORITY, Id.DUE, Menu.QUEUE, Id.TAGS, Id.COLLECT, Id.REMOVE_FROM_COLLECTION),
    Id.ADD_TO_DIGEST,
    *(Id.MERGE, Id.EDIT, Id.COPY_TITLES, Id.COPY_LINKS, Id.EXPORT, Id.RESTORE, Id.TRASH, Id.DELETE_FOR_GOOD),
)
FOR_DETAILS = (Id.OPEN_PDF, Id.OPEN_PAPER, Id.DOWNLOAD_PDF, Id.EDIT, Id.COPY_LINKS)
FOR_SEVERAL: tuple[tuple[Id | Menu, ...], ...] = (
    (Menu.STATUS, Id.STAR, Menu.PRIORITY, Id.DUE),
    (Id.TAGS, Id.COLLECT, Id.ADD_TO_DIGEST),
    (Id.DOWNLOAD_PDF, Id.WRITE_TEXTS, Id.COPY_LINKS, Id.COPY_BIBTEX),
    (Id.MERGE, Id.TRASH),
    (Id.RESTORE, Id.DELETE_FOR_GOOD),
)
