"""Measuring from the web page: question sets in, reports out, runs kept under one folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.messages import Lang
from assistant.ui.services import Progress, Refused, Report
from eval.errors import EvalError, QuestionSetError
from eval.folder import SCORES
from eval.session import (
    System,
    compare,
    comparison_html,
    load_questions,
    open_run,
    report_html,
    report_xlsx,
    run_into,
    template_xlsx,
)

_FAULTS_SHOWN = 12


class Desk:
    """The page's way to measure; the system is opened at the first run."""

    def __init__(self, open_system: Callable[[], System], runs: Path, lang: Lang) -> None:
        self._open_system = open_system
        self._runs = runs
        self._lang = lang

    def template(self) -> bytes:
        """A question set to fill in, as .xlsx."""
        return template_xlsx(self._lang)

    def runs(self) -> Sequence[str]:
        """The names of the complete runs, newest first."""
        complete = [path.parent for path in self._runs.glob(f"*/{SCORES}")]
        return [path.name for path in sorted(complete, key=lambda path: path.stat().st_mtime, reverse=True)]

    def run(self, data: bytes, filename: str, progress: Progress) -> Report | Refused:
        """Ask every question of a file and report on the answers; a run broken off goes on where it stopped."""
        system = self._open_system()
        texts = {doc_id: document.text for doc_id, document in system.documents.items()}
        try:
            run, _ = run_into(self._runs, load_questions(data, filename, texts), system, progress)
        except EvalError as error:
            return Refused(self._explained(error))
        return Report(run.id, report_html(run, self._lang), report_xlsx(run, self._lang))

    def compare(self, before: str, after: str) -> Report | Refused:
        """What changed between two runs."""
        known = set(self.runs())
        try:
            # Names come from a browser: only those of our own folder are opened.
            earlier, later = (open_run(self._runs / name) for name in (before, after) if name in known)
            return Report(later.id, comparison_html(compare(earlier, later), self._lang), None)
        except EvalError as error:
            return Refused(self._explained(error))

    def _explained(self, error: EvalError) -> str:
        lines = [error.text(self._lang)]
        if isinstance(error, QuestionSetError):
            shown = error.faults[:_FAULTS_SHOWN]
            lines += [f"{fault.line}, {fault.column}: {fault.text(self._lang)}" for fault in shown]
            lines += ["…"] if len(error.faults) > len(shown) else []
        return "\n".join(lines)
