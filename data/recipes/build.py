"""Rebuilds every layer and table that comes from geometry, in the order in which one needs the other."""
import check_topology
import drawn
import locator
import railways
import relief
import segments
import tracts
import water
import waypoints

if __name__ == "__main__":
    for step in (tracts, segments, waypoints, water, railways, drawn, relief, locator):
        step.main()
    raise SystemExit(check_topology.main())
