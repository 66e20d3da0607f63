"""Settings: what the language model is told to do, to be written anew, and what is sent for a sample paper."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.languages import language_of
from desktop.domain.merging import TextField
from desktop.domain.model_messages import FORM, messages
from desktop.domain.model_texts import Prompt, Prompts, TextOptions, TextRequest, in_requests
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.ui import wording
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.preferences.settings_page import SettingsPage
from desktop.ui.reader.marks.plain_editor import PlainEditor
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme

_TITLE = "Attention with a Bounded Memory"
_ABSTRACT = (
    "Attention over a long text costs memory that grows with its length. We keep $k$ of the states that were attended "
    "to most, and show that perplexity on books rises by less than $1\\%$ while memory stays constant."
)


class PromptsPage(SettingsPage):
    """What is typed is kept half a second after the last key. Each prompt goes back to the program's own text at once,
    and Undo brings back what was typed."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("prompts", "text-box", self.tr("Prompts"), parent)
        self._tasks = tasks
        self._personal = session.personal
        self._prompts: Prompts = {}
        self._languages = session.values.text_languages
        self._loaded = False
        self.names = QComboBox()
        self.names.setObjectName("prompt_name")
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.names.setAccessibleName(self.tr("Prompt"))
        self.editor = PlainEditor()
        self.editor.setAccessibleName(self.tr("Text of the prompt"))
        self.version = plain_label("muted")
        self.reset = link_button(self.tr("Back to the program’s own"))
        self.reset.setAutoDefault(False)
        self.sent = QPlainTextEdit()
        self.sent.setReadOnly(True)
        self.sent.setTabChangesFocus(True)
        self.sent.setAccessibleName(self.tr("What is sent for a sample paper"))
        self._trouble = plain_label("bad", wraps=True)
        self._trouble.hide()
        self._lay_out()
        self.names.currentIndexChanged.connect(self._show_prompt)
        self.editor.save_wanted.connect(self._save)
        self.reset.clicked.connect(self._reset)

    def _lay_out(self) -> None:
        look = theme()
        head, below = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.names)
        head.addStretch(1)
        below.addWidget(self.version, 1)
        below.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.space(5),) * 4)
        column.setSpacing(look.space(2))
        about = self.tr("What the model is told to do. {language} stands for the language that is wanted.")
        column.addWidget(plain_label("muted", about, wraps=True))
        column.addLayout(head)
        column.addWidget(self.editor, 3)
        column.addLayout(below)
        column.addWidget(self._trouble)
        column.addWidget(plain_label("badge", self.tr("What is sent for a sample paper")))
        column.addWidget(self.sent, 2)
        for field, lines in ((self.editor, 7), (self.sent, 5)):
            field.setMinimumHeight(lines * field.fontMetrics().lineSpacing())

    # Reading and keeping

    def _run(self, work: Callable[[], object]) -> None:
        prompts = self._personal.prompts

        def worked() -> Prompts:
            work()
            return prompts.all()

        self._tasks.run(Lane.FILES, worked, owner=self, done=self._on_prompts, failed=self._on_failed)

    def _on_prompts(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._trouble.hide()
        if not self._loaded:
            self._loaded = True
            for name in prompts:
                if name != FORM:
                    self.names.addItem(_words(name), name)
        self._show_facts()

    def _on_failed(self, error: AppError) -> None:
        self._trouble.setText(failure_words(error).text)
        self._trouble.show()

    def _save(self) -> None:
        name, text, prompts = str(self.names.currentData()), self.editor.text, self._personal.prompts
        self._run(lambda: prompts.save(name, text))

    def _reset(self) -> None:
        """As if it had been typed, so that Undo knows it."""
        name, prompts = str(self.names.currentData()), self._personal.prompts
        self._tasks.run(Lane.FILES, lambda: prompts.shipped(name), owner=self, done=self._type)

    def _type(self, prompt: Prompt) -> None:
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(prompt.text)
        self.editor.flush()
        self.editor.setFocus()

    # What is shown

    def _show_prompt(self) -> None:
        self.editor.flush()
        if (prompt := self._prompts.get(str(self.names.currentData()))) is not None:
            self.editor.show_text(prompt.text)
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)
        self._show_facts()

    def _show_facts(self) -> None:
        name = str(self.names.currentData())
        prompt = self._prompts.get(name)
        if prompt is None:
            return
        own = prompt.version.startswith("own-")
        words = self.tr("Your own text, version {version}") if own else self.tr("The program’s own, version {version}")
        self.version.setText(words.format(version=prompt.version))
        self.reset.setVisible(own)
        parts = messages(self._sample(name), self._prompts)
        self.sent.setPlainText("\n\n".join(f"[{part.role}]\n{part.text}" for part in parts))

    def _sample(self, name: str) -> TextRequest:
        """A request that uses that prompt."""
        task, _, code = name.partition(".")
        other = next((chosen for chosen in self._languages if f"{task}.{chosen}" not in self._prompts), "de")
        language = code or other
        fields = TextOptions((language,), summary_en=False).fields()
        if task == "summarise" and language == ORIGINAL:
            fields = (TextField(TextKind.SUMMARY, ORIGINAL),)
        language, asked = in_requests(fields)[0]
        return TextRequest(PaperId(0), language, asked, _TITLE, _ABSTRACT)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._loaded:
            self._run(lambda: None)

    def hideEvent(self, event: QHideEvent) -> None:
        self.editor.flush()
        super().hideEvent(event)


def _words(name: str) -> str:
    """Which task: Translation, 简体中文."""
    task, _, code = name.partition(".")
    translate = QCoreApplication.translate
    words = translate("PromptsPage", "Translation") if task == "translate" else translate("PromptsPage", "Summary")
    others = translate("PromptsPage", "other languages")
    return wording.listed((words, language_of(code).native if code else others))
