"""What the project promises about itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [PROJECT / name for name in listed.stdout.split()]


def test_requirements_are_pinned_with_hashes_and_name_no_registry() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (PROJECT / name).read_text()
        requirements = re.findall(r"^[A-Za-z0-9_.-]+.*\\$", text, re.M)
        assert len(requirements) > 50
        assert all("==" in line for line in requirements)
        assert text.count("--hash=sha256:") >= len(requirements)
        assert "://" not in text
        assert "index-url" not in text


def test_the_readmes_commands_are_the_makefiles() -> None:
    commands = re.findall(r"^make (\w+)", (PROJECT / "README.md").read_text(), re.M)
    assert commands == ["demo", "test"]
    makefile = (PROJECT / "Makefile").read_text()
    assert all(re.search(rf"^{command}:.*## ", makefile, re.M) for command in commands)


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in [PROJECT / "README.md", *(PROJECT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_most_files_fit_on_a_few_screens() -> None:
    code = [path for path in tracked() if path.suffix == ".py" and "tests" not in path.parts]
    long = [path.name for path in code if len(path.read_text().splitlines()) > 300]
    assert long == []
