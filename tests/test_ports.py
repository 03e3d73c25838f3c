"""A port that is taken is reported before anything is built, with one that is free."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intermestic.site.ports import obstacle

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which somebody listens, while nobody does at the next."""
    for port in range(20_000, 60_000):
        if not obstacle(HOST, port) and not obstacle(HOST, port + 1):
            with socket.create_server((HOST, port)):
                yield port
            return


def test_a_free_port_is_no_obstacle(taken: int) -> None:
    assert obstacle(HOST, taken + 1) == ""


def test_a_port_that_somebody_has_just_stopped_using_is_free(taken: int) -> None:
    with (
        socket.create_server((HOST, taken + 1)) as server,
        socket.create_connection((HOST, taken + 1)),
    ):
        server.accept()[0].close()
    assert obstacle(HOST, taken + 1) == ""


@pytest.mark.parametrize(
    ("host", "port", "told"),
    [
        (HOST, 70_000, "127.0.0.1:70000: no such port, expected one from 1 to 65535"),
        (
            "192.0.2.1",  # of nobody's, for examples
            8000,
            "192.0.2.1:8000: Cannot assign requested address, expected an address to serve at",
        ),
    ],
)
def test_an_address_at_which_nothing_can_be_served_is_reported(
    host: str, port: int, told: str
) -> None:
    assert obstacle(host, port) == told


def test_serving_at_a_port_that_is_taken_ends_before_the_build(sample: Path, taken: int) -> None:
    served = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{taken}"],
        cwd=sample,
        capture_output=True,
        text=True,
        check=False,
    )
    assert served.returncode == 1
    assert served.stdout == "\nNothing was built.\n"
    assert served.stderr.endswith(
        f"ERROR   -  {HOST}:{taken}: Address already in use, expected a free port; "
        f"try make serve PORT={taken + 1}, or mkdocs serve --dev-addr {HOST}:{taken + 1}\n"
    )
    assert not (sample / "docs" / "index.md").exists()
