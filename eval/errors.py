"""What can go wrong while measuring; the messages say what happened and what to do next.

EvalError
├── QuestionSetError   the question set has faults; carries them all
├── RunError           a run folder is missing, damaged or cannot be written
├── CompareError       two runs have no question in common
├── SheetError         a judge's sheet cannot be read or does not fit the other one
├── ImportSourceError  an outside data set is not what its format says
└── OutputError        a file cannot be read or written
"""

from __future__ import annotations

from assistant.messages import Lang, Message
from eval.records import Fault


class EvalError(Exception):
    """The root of this package's errors: one sentence in both languages."""

    def __init__(self, message: Message, **values: object) -> None:
        super().__init__(message.text(Lang.EN, **values))
        self.message = message
        self.values = values

    def text(self, lang: Lang) -> str:
        """What to tell the user."""
        return self.message.text(lang, **self.values)


class QuestionSetError(EvalError):
    """A question set that cannot be used as it stands."""

    def __init__(self, message: Message, faults: tuple[Fault, ...] = (), **values: object) -> None:
        super().__init__(message, **values)
        self.faults = faults


class RunError(EvalError):
    """A run that cannot be opened or kept."""


class CompareError(EvalError):
    """Two runs that cannot be compared."""


class SheetError(EvalError):
    """A judge's sheet that cannot be read or compared."""


class ImportSourceError(EvalError):
    """An outside data set that is not in the format it was said to be in."""


class OutputError(EvalError):
    """A file that cannot be read or written."""
