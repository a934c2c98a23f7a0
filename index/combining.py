"""Calls that come in at the same time, answered by one run."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Lock

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]


class Combiner:
    """Wraps an encoding function: what is asked for while it runs waits, and is then run as one batch.

    There is no timer and no thread of its own: a call that finds nobody else runs at once ("flat combining",
    Hendler et al., SPAA 2010). An error goes to every caller of the batch in which it happened.
    """

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._running = Lock()
        self._waiting: deque[tuple[Sequence[str], Future[Vectors]]] = deque()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the texts, (n, d)."""
        mine: Future[Vectors] = Future()
        self._waiting.append((texts, mine))
        with self._running:
            if not mine.done():
                self._run_waiting()
        return mine.result()

    def _run_waiting(self) -> None:
        calls = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            vectors = self._encode([text for texts, _ in calls for text in texts])
        except BaseException as error:
            for _, future in calls:
                future.set_exception(error)
            return
        start = 0
        for texts, future in calls:
            future.set_result(vectors[start : start + len(texts)])
            start += len(texts)
