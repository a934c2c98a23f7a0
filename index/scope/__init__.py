"""What a question says of where to look: the documents, places, issuers and times it names."""

from index.scope.records import Scope
from index.scope.scoper import Scoper

__all__ = ["Scope", "Scoper"]
