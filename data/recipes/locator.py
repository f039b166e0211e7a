"""Writes layers/locator.geojson: the land round the Black Sea and the Caspian, coarse, for the small map beside a figure."""
import json
import pathlib

import numpy as np
from shapely import make_valid
from shapely.geometry import Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

import sources

REGION = box(22.0, 32.0, 58.0, 50.0)
TOLERANCE = 0.07  # degrees: half a point on the small map
LEAST = 0.08  # square degrees: smaller islands are no more than a dot there
OUT = pathlib.Path(__file__).parent.parent / "layers" / "locator.geojson"


@sources.kept
def wider_land():
    data = json.loads(sources.member("geo-maps-earth-coastlines-1m-*.tgz", "package/map.geo.json"))
    west, south, east, north = REGION.bounds
    pieces = []
    for geometry in data["geometries"]:
        for rings in geometry["coordinates"]:
            outer = np.array(rings[0])
            low, high = outer.min(axis=0), outer.max(axis=0)
            if high[0] > west and low[0] < east and high[1] > south and low[1] < north and len(outer) > 200:
                pieces.append(make_valid(Polygon(rings[0], rings[1:]).simplify(0.01)).intersection(REGION))
    return unary_union(pieces)


def main():
    land = wider_land().simplify(TOLERANCE)
    features = []
    for piece in sorted(getattr(land, "geoms", [land]), key=lambda p: -p.area):
        if piece.geom_type != "Polygon" or piece.area < LEAST:
            continue
        piece = orient(Polygon(piece.exterior, [hole for hole in piece.interiors if Polygon(hole).area > LEAST]))
        rings = [[[round(x, 3), round(y, 3)] for x, y in ring.coords] for ring in [piece.exterior, *piece.interiors]]
        features.append({"type": "Feature", "properties": {"kind": "land"}, "geometry": {"type": "Polygon", "coordinates": rings}})
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    OUT.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")
    print(f"locator: {len(features)} pieces of land")


if __name__ == "__main__":
    main()
