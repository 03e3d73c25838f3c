"""Whether a preview can be served at an address."""

import errno
import socket

_PORTS = range(1, 65_536)


def obstacle(host: str, port: int) -> str:
    """Return why nothing can be served at `port` of `host`, or "" if something can."""
    if port not in _PORTS:
        return f"{host}:{port}: no such port, expected one from {_PORTS[0]} to {_PORTS[-1]}"
    error = _error(host, port)
    if error is None:
        return ""
    if error.errno != errno.EADDRINUSE:
        return f"{host}:{port}: {error.strerror}, expected an address to serve at"
    free = next((it for it in _PORTS[port:] if _error(host, it) is None), "another")
    return (
        f"{host}:{port}: {error.strerror}, expected a free port; "
        f"try make serve PORT={free}, or mkdocs serve --dev-addr {host}:{free}"
    )


def _error(host: str, port: int) -> OSError | None:
    """Return the error that binding `port` of `host` raises, if any."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As MkDocs' server does: a port that somebody has just stopped using is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error
    return None
