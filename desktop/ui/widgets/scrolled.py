"""What may have no room on a small screen, in large type, is scrolled to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


def scrolled(content: QWidget) -> QScrollArea:
    """An area that shows the content as large as there is room, and scrolls where that is too little."""
    layout = content.layout()
    if layout is not None and layout.hasHeightForWidth():
        # Else its least height is that of wrapped words in the narrowest column, and a bar stands where none is needed.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
