"""Two processes serve one session on PostgreSQL: what moves in one is seen in the other."""

import asyncio
import os
import subprocess
import sys
from urllib.parse import quote

import pytest
from asgiref.sync import sync_to_async
from django.db import connection

from cast import Cast, make_cast
from handlerum.reflection.models import Session
from handlerum.web.reflection.live import hub as live
from handlerum.web.reflection.live.hub import bus, hub_of
from reflection.sessions.making import running

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="one process on SQLite"),
]

#: Another process of ours: the session's leader goes on to the next step.
OTHER = """
import sys, django
django.setup()
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Membership
from handlerum.reflection import services
from handlerum.reflection.models import Session
session = Session.objects.get(id=int(sys.argv[1]))
leader = Membership.objects.get(user=session.facilitator, organisation=session.organisation)
services.go(reader_of(leader), session.id, "next", turn=session.turn)
"""


@pytest.fixture
def cast() -> Cast:
    """As everywhere, but seen by other processes too."""
    return make_cast()


def go_on(session: Session) -> None:
    """Go on in a process that knows nothing of this one."""
    at = connection.settings_dict
    place = f"{quote(at['USER'])}@{quote(at['HOST'], safe='')}/{at['NAME']}"
    told = {"HANDLERUM_DATABASE_URL": f"postgresql://{place}", "HANDLERUM_ENCODER": "none"}
    subprocess.run(
        [sys.executable, "-c", OTHER, str(session.id)], env={**os.environ, **told}, check=True
    )


def test_a_step_taken_in_another_process_is_heard_of_at_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without being told it would not be looked at before the test is over.
    monkeypatch.setattr(live, "_SAFETY", 600.0)
    session = running(cast)

    async def look() -> list[int]:
        hub = hub_of(session.id)
        with hub.followed():
            first = await hub.newer(-1)
            assert first
            async with asyncio.timeout(60):
                while not bus.is_listening:
                    await asyncio.sleep(0.05)
            other = asyncio.create_task(sync_to_async(go_on)(session))
            second = await asyncio.wait_for(hub.newer(first.version), 60)
            await other
        assert second
        return [first.turn, second.turn]

    before, after = asyncio.run(look())
    assert after == before + 1
