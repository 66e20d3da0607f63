"""What the kinds of references and their rarer fields are called in each format."""

from desktop.domain.bibliography import ReferenceType as Type

BIBTEX_TYPES = {
    "article": Type.JOURNAL,
    "inproceedings": Type.CONFERENCE,
    "conference": Type.CONFERENCE,
    "book": Type.BOOK,
    "proceedings": Type.BOOK,
    "collection": Type.BOOK,
    "booklet": Type.BOOK,
    "incollection": Type.CHAPTER,
    "inbook": Type.CHAPTER,
    "phdthesis": Type.THESIS,
    "mastersthesis": Type.THESIS,
    "thesis": Type.THESIS,
    "techreport": Type.REPORT,
    "report": Type.REPORT,
    "unpublished": Type.MANUSCRIPT,
    "online": Type.WEBPAGE,
    "www": Type.WEBPAGE,
    "electronic": Type.WEBPAGE,
    "dataset": Type.DATASET,
    "software": Type.SOFTWARE,
    "patent": Type.PATENT,
    "standard": Type.STANDARD,
    "misc": Type.DOCUMENT,
}
"""The first of each kind is the one that is written."""

RIS_TYPES = {
    "UNPB": Type.ARTICLE,
    "JOUR": Type.JOURNAL,
    "EJOUR": Type.JOURNAL,
    "MGZN": Type.MAGAZINE,
    "NEWS": Type.NEWSPAPER,
    "CONF": Type.CONFERENCE,
    "CPAPER": Type.CONFERENCE,
    "BOOK": Type.BOOK,
    "EBOOK": Type.BOOK,
    "EDBOOK": Type.BOOK,
    "CHAP": Type.CHAPTER,
    "ECHAP": Type.CHAPTER,
    "THES": Type.THESIS,
    "RPRT": Type.REPORT,
    "MANSCPT": Type.MANUSCRIPT,
    "ELEC": Type.WEBPAGE,
    "BLOG": Type.WEBPAGE,
    "DATA": Type.DATASET,
    "COMP": Type.SOFTWARE,
    "PAT": Type.PATENT,
    "STAND": Type.STANDARD,
    "SLIDE": Type.SPEECH,
    "GEN": Type.DOCUMENT,
}
"""Likewise. Zotero writes preprints as UNPB."""

RARER = (
    ("ISBN", "isbn", ""),
    ("ISSN", "issn", ""),
    ("publisher-place", "address", "CY"),
    ("edition", "edition", "ET"),
    ("collection-title", "series", "T3"),
    ("genre", "type", "M3"),
    ("number", "", ""),
    ("chapter-number", "chapter", "SE"),
    ("note", "note", ""),
    ("title-short", "shorttitle", "ST"),
    ("container-title-short", "shortjournal", "J2"),
    ("event-title", "eventtitle", ""),
    ("call-number", "", "CN"),
    ("archive", "", "DB"),
)
"""Fields under their names in CSL, BibTeX and RIS; empty where a format has none or the name has several meanings."""
