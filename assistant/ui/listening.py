"""The web chat's address, taken before anything else: what holds it up comes to light at once."""

from __future__ import annotations

import errno
import socket

from assistant.errors import AddressUnusable, PortInUse

_BACKLOG = 128  # connections that may wait; twenty browsers open six each


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes one that is free. Raises PortInUse, AddressUnusable."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(host, port) from error
        raise AddressUnusable(host, port, error.strerror or str(error)) from error
    return listening
