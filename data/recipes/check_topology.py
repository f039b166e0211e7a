"""Judges layers/tracts.geojson as it stands in the folder: a partition of the frame with exactly shared edges, or not."""
import json
import pathlib
import sys

from shapely.geometry import Point, shape

import sources

LAYERS = pathlib.Path(__file__).parents[1] / "layers"

# Town -> tract: what a historian would look for first.
TOWNS = {
    "kars": [(43.085, 40.598), (43.410, 40.369), (43.573, 40.507), (43.614, 40.741), (42.783, 40.458), (43.327, 40.845),
        (43.128, 40.779)],
    "sarikamish": [(42.587, 40.328), (42.273, 40.240), (42.605, 40.166)],
    "kagizman": [(43.134, 40.157), (43.002, 40.218)],
    "olti": [(41.987, 40.539), (42.131, 40.822), (42.343, 40.557), (42.348, 40.422)],
    "erzurum": [(41.277, 39.909), (41.861, 40.344), (41.541, 40.289), (41.537, 40.820), (42.164, 40.039), (41.670, 39.980),
        (41.693, 39.358), (40.223, 40.256), (40.994, 40.480), (41.538, 40.532)],
    "lazistan": [(41.420, 41.390), (40.522, 41.021), (41.305, 41.351), (40.259, 40.941)],
    "artvin": [(41.822, 41.182), (41.666, 41.358), (41.564, 41.280), (42.069, 41.120), (42.355, 41.253), (41.528, 41.483),
        (41.706, 41.474), (41.898, 41.478)],
    "ardahan": [(42.702, 41.109), (42.729, 41.511), (43.136, 41.125), (42.840, 41.233)],
    "gole": [(42.606, 40.787)],
    "surmalu": [(44.045, 39.924), (43.652, 40.039), (44.519, 39.873)],
    "bayazid": [(44.084, 39.547), (43.671, 39.541), (42.676, 39.798), (43.040, 39.715)],
    "van": [(41.414, 38.328), (43.383, 38.495), (41.485, 38.732), (42.108, 38.401), (43.360, 39.026), (42.535, 39.147)],
    "harput": [(41.007, 38.498), (40.771, 38.249), (40.494, 38.885), (40.639, 38.458)],
    "batumi": [(41.641, 41.645), (41.94, 41.60), (42.31, 41.65), (41.78, 41.81)],
    "guria": [(42.006, 41.924), (42.036, 42.087)],
    "kutais": [(42.695, 42.268), (41.674, 42.143), (43.033, 42.108)],
    "akhaltsikhe": [(43.25, 41.57), (42.983, 41.639), (42.70, 41.68)],
    "atskuri": [(42.83, 41.755), (43.17, 41.73), (43.385, 41.839)],
    "akhalkalaki": [(43.285, 41.48), (43.486, 41.406), (43.593, 41.265)],
    "tiflis": [(44.80, 41.72), (44.113, 41.985), (45.470, 41.920), (43.599, 41.997)],
    "tskhinvali": [(43.645, 42.525), (44.483, 42.124), (43.969, 42.228), (43.924, 42.390)],
    "agbaba": [(43.784, 40.956)],
    "alexandropol": [(43.848, 40.789), (43.972, 40.619), (43.871, 40.576)],
    "pambak": [(44.270, 40.831), (44.497, 40.807)],
    "lori": [(44.385, 41.010), (44.673, 41.098), (44.286, 41.119)],
    "echmiadzin": [(44.010, 40.132), (43.878, 40.392), (44.039, 40.156)],
    "erivan": [(44.513, 40.178), (44.295, 40.166), (44.362, 40.298), (44.734, 40.119), (44.359, 40.593)],
    "vedi": [(44.721, 39.913), (44.549, 39.955)],
    "arazdayan-triangle": [(44.828, 39.739)],
    "karki": [(44.944, 39.786)],
    "sevan": [(45.237, 40.565), (44.961, 40.633), (44.756, 40.517), (45.124, 40.354), (45.732, 40.183), (45.302, 40.140)],
    "dilijan": [(45.355, 40.597), (45.125, 40.688), (44.863, 40.740), (45.148, 40.880), (45.389, 40.881)],
    "daralagez": [(45.333, 39.764), (45.671, 39.839)],
    "zangezur": [(46.342, 39.511), (46.243, 38.901), (46.407, 39.208)],
    "sharur": [(44.98, 39.55), (44.88, 39.72)],
    "nakhchivan": [(45.41, 39.21), (45.633, 38.96), (45.07, 39.38)],
    "ordubad": [(46.02, 38.91)],
    "gazakh": [(45.36, 41.09), (45.62, 40.99)],
    "ganja": [(46.36, 40.68), (46.02, 40.83)],
    "zakatala": [(46.64, 41.63), (46.40, 41.72)],
    "karabakh-highland": [(46.75, 39.82), (46.75, 39.76), (46.81, 40.21), (47.11, 39.79), (47.03, 39.52)],
    "karabakh-districts": [(46.04, 40.11), (46.55, 39.64), (46.93, 39.99), (47.14, 39.60), (46.58, 39.34), (47.03, 39.40)],
    "maku": [(44.52, 39.29)],
    "qotur": [(44.40, 38.48)],
    "azarbaijan-iran": [(44.952, 38.550), (45.775, 38.433), (45.633, 38.938)],
}


def main():
    features = json.loads((LAYERS / "tracts.geojson").read_text())["features"]
    faults, owner, area = [], {}, 0.0
    grounds = {}
    for feature in features:
        ground = grounds[feature["id"]] = shape(feature["geometry"])
        if not ground.is_valid:
            faults.append(f"{feature['id']} is not valid")
        area += ground.area
        for polygon in getattr(ground, "geoms", [ground]):
            if not polygon.exterior.is_ccw or any(hole.is_ccw for hole in polygon.interiors):
                faults.append(f"{feature['id']} has a ring the wrong way round")
            if polygon.area * 9400 < 0.3:
                where = polygon.representative_point()
                faults.append(f"{feature['id']} has a piece of {polygon.area * 9400:.3f} km2 at {where.x:.4f}, {where.y:.4f}")
            for ring in [polygon.exterior, *polygon.interiors]:
                for edge in zip(ring.coords, ring.coords[1:]):
                    if edge in owner:
                        faults.append(f"edge {edge} belongs to {owner[edge]} and {feature['id']}")
                    owner[edge] = feature["id"]
    west, south, east, north = sources.FRAME.bounds
    for (a, b), tract in owner.items():
        on_frame = any(a[axis] == b[axis] and a[axis] in limits for axis, limits in ((0, (west, east)), (1, (south, north))))
        if (b, a) not in owner and not on_frame:
            faults.append(f"edge {a} {b} of {tract} has no neighbour")
    if abs(area - sources.FRAME.area) > 1e-7:
        faults.append(f"areas add up to {area}, the frame is {sources.FRAME.area}")
    for tract, points in TOWNS.items():
        for point in points:
            if not grounds[tract].contains(Point(point)):
                where = [t for t, g in grounds.items() if g.contains(Point(point))]
                faults.append(f"{point} should lie in {tract}, lies in {where}")
    print("\n".join(faults) or f"{len(features)} tracts, {len(owner)} edges: sound")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
