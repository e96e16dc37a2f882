"""Fresh virtual environments, in which wheels made of this tree are installed without anything from a network."""

from __future__ import annotations

import os
import subprocess
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[1]


@frozen
class Environment:
    """A virtual environment; what the running one has is there as well, but for govinfo itself."""

    folder: Path

    @property
    def programs(self) -> Path:
        """Where its programs stand."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def packages(self) -> Path:
        """Where its packages stand."""
        names = {"base": str(self.folder), "platbase": str(self.folder)}
        return Path(sysconfig.get_path("purelib", scheme="venv", vars=names))

    def variables(self) -> dict[str, str]:
        """The variables that programs run with: no network, and no tree on the path."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"PYTHONPATH", "VIRTUAL_ENV"}
        }
        alone = {
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_ROOT_USER_ACTION": "ignore",
            "PYTHONWARNINGS": "",
            "PYTHONUTF8": "1",
        }
        return kept | alone | {"PATH": os.pathsep.join((str(self.programs), os.environ["PATH"]))}

    def python(self, *arguments: str | Path, inside: Path | None = None) -> str:
        """Run Python, and return what it prints; that it ends well is asserted."""
        command = [str(self.programs / "python"), *map(str, arguments)]
        done = subprocess.run(
            command,
            cwd=inside or self.folder,
            env=self.variables(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (
            f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        )
        return done.stdout


def fresh(folder: Path) -> Environment:
    """Make an environment without govinfo, that finds everything else where the running one has it.

    Some tools make environments without pip; then it is the one that came with Python.
    """
    venv.create(folder, symlinks=os.name != "nt", with_pip=find_spec("pip") is None)
    environment = Environment(folder)
    # Files of paths are not looked at there, so that a tree which is installed for work on it is
    # not found.
    (environment.packages / "beside.pth").write_text(
        sysconfig.get_path("purelib") + "\n", encoding="utf-8"
    )
    for name in ("pip", "pytest"):
        program = environment.programs / name
        program.write_text(
            f'#!/bin/sh\nexec "{environment.programs / "python"}" -m {name} "$@"\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
    return environment


def wheels(folder: Path, *projects: Path) -> list[Path]:
    """Build the wheels of these projects, with the building tools of the running environment."""
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    fresh(folder / "environment").python("-m", "pip", "wheel", *options, *projects)
    return sorted(folder.glob("*.whl"))
