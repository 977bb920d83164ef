"""The core of privacy can be used where there is no Django."""

import subprocess
import sys


def test_a_text_is_blurred_without_django() -> None:
    code = (
        "import sys; from handlerum.privacy.blur import look; "
        "print(look({'': 'Ring 21436587'}).blurred()['']); print('django' in sys.modules)"
    )

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ended.stdout.split("\n")[:2] == ["Ring [telefonnummer]", "False"]
