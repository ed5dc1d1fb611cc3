#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of ./dev that need no build: how it starts what it has built."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

DEV = Path(__file__).resolve().parents[2] / "dev"


def started(environment):
    """LC_MESSAGES of a program that ./dev starts for a user with that environment."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "build/some/bin/program"
        program.parent.mkdir(parents=True)
        program.write_text('#!/bin/sh\nprintf "%s" "${LC_MESSAGES-none}"\n')
        program.chmod(0o755)
        others = {name: value for name, value in os.environ.items() if name != "LC_MESSAGES"}
        script = f'source "{DEV}" help >/dev/null; root={folder}; start some program'
        return subprocess.run(["bash", "-c", script], env=others | environment, text=True,
                              capture_output=True, check=True).stdout


class Start(unittest.TestCase):
    def test_speaks_the_users_language(self):
        self.assertEqual(started({"LC_MESSAGES": "ru_RU.UTF-8"}), "ru_RU.UTF-8")
        self.assertEqual(started({}), "none")


if __name__ == "__main__":
    unittest.main()
