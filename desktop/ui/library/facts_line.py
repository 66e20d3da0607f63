"""The facts of a paper in one line: date, arXiv id, categories; DOI, link and that it was withdrawn, if so."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.links import web_link
from desktop.domain.paper import Fact, PaperDetails
from desktop.ui.library.fact_field import FactField
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import IconButton, plain_label
from desktop.ui.library.paper_columns import arxiv_label
from desktop.ui.library.paper_links import arxiv_url, doi_url
from desktop.ui.theme import theme

_ALWAYS = (Fact.PUBLISHED, Fact.ARXIV_ID, Fact.CATEGORIES)
_IF_KNOWN = (Fact.DOI, Fact.LINK, Fact.CITE_KEY)
_LINKS = (Fact.ARXIV_ID, Fact.DOI, Fact.LINK)


def fact_values(details: PaperDetails) -> dict[Fact, str]:
    """The facts of a paper as a person edits them."""
    row = details.row
    return {
        Fact.AUTHORS: "; ".join(row.authors),
        Fact.PUBLISHED: row.published,
        Fact.ARXIV_ID: arxiv_label(row),
        Fact.CATEGORIES: " ".join(row.categories),
        Fact.DOI: details.doi,
        Fact.LINK: details.link,
        Fact.CITE_KEY: details.cite_key,
    }


class FactsLine(QWidget):
    """Fields one after the other. A link is followed by a click only, never by showing it."""

    submitted = Signal(object, str)
    """A fact (Fact) was edited."""
    cancelled = Signal(object)
    """The edit of a fact (Fact) was given up."""
    link_followed = Signal(str)
    """An address of the web was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._urls: dict[Fact, str] = {}
        self._all = False
        self._values: dict[Fact, str] = {}
        self._layout = FlowLayout(self)
        self.withdrawn = plain_label("warn-badge", parent=self)
        self._layout.addWidget(self.withdrawn)
        self.fields = {fact: FactField(link=fact in _LINKS, parent=self) for fact in (*_ALWAYS, *_IF_KNOWN)}
        for fact, field in self.fields.items():
            self._layout.addWidget(field)
            field.edit.submitted.connect(partial(self.submitted.emit, fact))
            field.edit.cancelled.connect(partial(self.cancelled.emit, fact))
            field.followed.connect(partial(self._follow, fact))
        self._more = IconButton("more", self)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more_toggled)
        self._layout.addWidget(self._more)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self.retranslate()

    def show_facts(self, details: PaperDetails) -> None:
        """Show the facts of a paper."""
        values = fact_values(details)
        arxiv_id, doi, link = details.row.arxiv_id, details.doi, web_link(details.link)
        self._urls = {
            Fact.ARXIV_ID: arxiv_url(arxiv_id) if arxiv_id else "",
            Fact.DOI: doi_url(doi) if doi else "",
            Fact.LINK: link,
        }
        labels = {
            Fact.ARXIV_ID: f"arXiv:{values[Fact.ARXIV_ID]}" if arxiv_id else "",
            Fact.DOI: f"doi:{doi}" if doi else "",
            Fact.LINK: _short(link),
            Fact.CITE_KEY: details.cite_key and f"@{details.cite_key}",
        }
        for fact, field in self.fields.items():
            if not field.edit.editing:
                field.show_value(values[fact], labels.get(fact, ""))
        self._values = values
        self.withdrawn.setVisible(details.withdrawn)
        self._show_fields()

    def retranslate(self) -> None:
        """Take the words from the present language."""
        names = {
            Fact.PUBLISHED: (self.tr("Date"), self.tr("Add a date"), ""),
            Fact.ARXIV_ID: (self.tr("arXiv id"), self.tr("Add an arXiv id"), self.tr("Edit the arXiv id")),
            Fact.CATEGORIES: (self.tr("Categories"), self.tr("Add categories"), ""),
            Fact.DOI: (self.tr("DOI"), self.tr("Add a DOI"), self.tr("Edit the DOI")),
            Fact.LINK: (self.tr("Link"), self.tr("Add a link"), self.tr("Edit the link")),
            Fact.CITE_KEY: (self.tr("Cite key"), self.tr("Add a cite key"), ""),
        }
        for fact, field in self.fields.items():
            field.set_names(*names[fact])
        self._more.set_name(self.tr("All facts"))
        self.withdrawn.setText(self.tr("Withdrawn"))
        self.withdrawn.setToolTip(self.tr("Its authors took it back, or arXiv did. The comment tells why."))

    def _show_fields(self) -> None:
        for fact, field in self.fields.items():
            link_says_more = fact is not Fact.LINK or not self._values.get(Fact.ARXIV_ID)
            field.setVisible(self._all or fact in _ALWAYS or (bool(self._values.get(fact)) and link_says_more))

    def _on_more_toggled(self, checked: bool) -> None:
        self._all = checked
        self._show_fields()

    def _follow(self, fact: Fact) -> None:
        self.link_followed.emit(self._urls.get(fact, ""))

    def _apply_spacing(self) -> None:
        self._layout.setSpacing(theme().space())


def _short(link: str) -> str:
    """A web address as a label."""
    return link.partition("://")[2] or link
