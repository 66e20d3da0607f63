"""A language model of our own on this computer, which misbehaves when it is told to."""

from tests.model_server.faults import BAD_TEXTS, Fault
from tests.model_server.server import Call, ModelServer
from tests.model_server.texts import written

__all__ = ["BAD_TEXTS", "Call", "Fault", "ModelServer", "written"]
