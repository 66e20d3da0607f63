"""What marking in one open file consists of, for those parts that need most of the others."""

from dataclasses import dataclass

from desktop.ui.reader.marks.color_names import ColorNames
from desktop.ui.reader.marks.edit_tool import EditTool
from desktop.ui.reader.marks.mark_choice import MarkChoice
from desktop.ui.reader.marks.mark_desk import MarkDesk
from desktop.ui.reader.marks.mark_making import MarkMaker
from desktop.ui.reader.marks.mark_pictures import MarkPictures
from desktop.ui.reader.marks.marks_layer import MarksLayer
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.mode_tool import ModeTool
from desktop.ui.reader.marks.page_places import PagePlaces
from desktop.ui.reader.marks.selection_bar import SelectionBar
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.selection import TextSelection


@dataclass(frozen=True, slots=True)
class MarkParts:
    """Made by `Marking`."""

    view: PageView
    document: Document
    selection: TextSelection
    model: MarksModel
    choice: MarkChoice
    layer: MarksLayer
    names: ColorNames
    pictures: MarkPictures
    desk: MarkDesk
    places: PagePlaces
    maker: MarkMaker
    tool: ModeTool
    editing: EditTool
    bar: SelectionBar
