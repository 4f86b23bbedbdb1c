"""A Dask scheduler, reached or not."""

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from reporter.errors import Faults, Where, fault

ANSWERS = 10.0
"""Seconds that a scheduler is given to answer."""


def client_of(address: str) -> Any:
    """A client of the scheduler at this address, which tells what matters as faults alone."""
    try:
        import distributed
        from dask import config
    except ImportError:
        mend = "install it: pip install 'reporter[cluster]'"
        raise fault(Where("reporter build"), "--cluster needs the extra 'cluster'", mend) from None
    config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    for name in [one for one in logging.root.manager.loggerDict if one.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _knock(address)
    connect: Any = distributed.Client
    return connect(address, timeout=ANSWERS, set_as_default=False)


def _knock(address: str) -> None:
    """Faults where no scheduler answers; a client of Dask's that finds none cannot be ended quietly."""
    where, mend = Where("reporter build"), "start one, or name another: --cluster tcp://HOST:PORT"
    try:
        with ThreadPoolExecutor(1) as aside:  # whoever calls may have a loop of events running
            aside.submit(asyncio.run, _connected(address)).result()
    except (OSError, ValueError):
        raise fault(where, f"no scheduler answers at {address}", mend) from None
    except TypeError:  # of Dask, where an address is tls://
        mend = "name them in DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT and …__CLIENT__KEY"
        raise fault(where, f"{address} wants certificates", mend) from None


async def _connected(address: str) -> None:
    from distributed import Security
    from distributed.comm import core

    security: Any = Security
    connect: Any = core.connect
    reached = await connect(address, timeout=ANSWERS, **security().get_connection_args("client"))
    await reached.close()


def workers_of(client: Any, address: str, patience: float) -> Mapping[str, Any]:
    """What the scheduler tells of its workers, by their addresses; Faults where it does not within so many
    seconds.

    It is asked itself: what the client remembers of it is overwritten now and then by an answer that names no
    workers, and stays as it was where nobody answers.
    """
    try:
        told = client.sync(client.scheduler.identity, n_workers=-1, callback_timeout=patience)
    except Exception:  # whatever Dask says, it is no longer there
        raise gone(address) from None
    found: Mapping[str, Any] = told["workers"]
    return found


def gone(address: str) -> Faults:
    """That the scheduler is no longer there."""
    what = f"the scheduler {address} is gone"
    return fault(Where("reporter build"), what, "start it and build again: what was finished is kept")
