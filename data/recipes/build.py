"""Rebuilds every layer and table that comes from geometry, in the order in which one needs the other, and writes the
digests of what came out to `outputs.sha256`, in the form that `sha256sum --check` reads."""
import hashlib
from pathlib import Path

import check_topology
import drawn
import locator
import railways
import relief
import segments
import tracts
import water
import waypoints

HERE = Path(__file__).resolve().parent
OUTPUTS = HERE / "outputs.sha256"


def write_digests():
    """One line per file of `layers/` and per table that the scripts write, by name."""
    data = HERE.parent
    files = [*(data / "layers").iterdir(), data / "edges.toml", data / "waypoints.toml"]
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  ../{file.relative_to(data).as_posix()}\n"
        for file in sorted(files)
    ]
    OUTPUTS.write_text("".join(lines))


if __name__ == "__main__":
    for step in (tracts, segments, waypoints, water, railways, drawn, relief, locator):
        step.main()
    write_digests()
    raise SystemExit(check_topology.main())
