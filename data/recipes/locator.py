"""Writes layers/locator.geojson: the land round the Black Sea and the Caspian, coarse, for the small map beside a figure."""
import json
import pathlib

from shapely.geometry import Polygon, box
from shapely.geometry.polygon import orient

import sources

REGION = box(22.0, 32.0, 58.0, 50.0)
TOLERANCE = 0.07  # degrees: half a point on the small map
LEAST = 0.08  # square degrees: smaller islands are no more than a dot there
OUT = pathlib.Path(__file__).parent.parent / "layers" / "locator.geojson"


@sources.kept
def wider_land():
    return sources.geo_maps("geo-maps-earth-coastlines-1m-*.tgz", REGION)


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
