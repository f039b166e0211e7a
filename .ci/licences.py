#!/usr/bin/env python3
"""The licence audit: every crate that is compiled in, on any platform, has a licence that deny.toml allows, and comes from
crates.io. It reads what `cargo metadata` says and judges no licence text; `cargo deny check` judges those too, with the same
deny.toml, but takes longer to build than the rest of the CI together."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"


def is_allowed(expression, allowed):
    """Whether an SPDX expression can be met with the allowed licences. OR binds looser than AND; `/` is the old OR."""
    words = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def either():
        met = both()
        while words and words[0] == "OR":
            words.pop(0)
            met = both() or met
        return met

    def both():
        met = one()
        while words and words[0] == "AND":
            words.pop(0)
            met = one() and met
        return met

    def one():
        word = words.pop(0)
        if word == "(":
            met = either()
            if not words or words.pop(0) != ")":
                raise ValueError("a bracket is not closed")
            return met
        if word in {")", "OR", "AND", "WITH"}:
            raise ValueError(f"`{word}` stands where a licence should")
        if words and words[0] == "WITH":
            words.pop(0)
            word = f"{word} WITH {words.pop(0)}"
        return word in allowed

    try:
        met = either()
    except IndexError:
        raise ValueError("it ends too early") from None
    if words:
        raise ValueError(f"`{words[0]}` is not expected")
    return met


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text(encoding="utf-8"))
    allowed = set(rules["licenses"]["allow"])
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    own = set(metadata["workspace_members"])
    faults = []
    for package in metadata["packages"]:
        name = f"{package['name']} {package['version']}"
        if package["id"] not in own and package["source"] != REGISTRY:
            faults.append(f"{name}: comes from {package['source'] or package['manifest_path']}, not from crates.io")
        expression = package["license"]
        if not expression:
            faults.append(f"{name}: states no licence")
            continue
        try:
            if not is_allowed(expression, allowed):
                faults.append(f"{name}: `{expression}` cannot be met with the licences that deny.toml allows")
        except ValueError as error:
            faults.append(f"{name}: `{expression}` is not an SPDX expression: {error}")
    for fault in sorted(faults):
        print(f"error: {fault}", file=sys.stderr)
    print(f"licences: {len(metadata['packages'])} crates, {len(faults)} not allowed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
