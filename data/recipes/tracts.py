"""Cuts the frame into the tracts and writes layers/tracts.geojson and edges.toml.

One planar graph of arcs is noded on a grid of a millionth of a degree, its faces are named by the seeds of lines.py, and
every ring is put together from the same arcs: so neighbours share their vertices exactly. Rings are never simplified
one by one, only arcs before the graph is made.
"""
import collections
import json
import pathlib

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry import LineString, Point, box
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union
from shapely.strtree import STRtree

import lines
import sources

GRID = 1e-6
LAYERS = pathlib.Path(__file__).parents[1] / "layers"
EDGES = pathlib.Path(__file__).parents[1] / "edges.toml"
METRE = 1 / 111_000          # degrees of latitude, good enough for tolerances
# Tolerances in metres: the line of 1921 and what hangs on it stay as they are in OpenStreetMap.
BORDERS = {("TR", "GE"): 1, ("TR", "AM"): 1, ("TR", "AZ"): 0, ("TR", "IR"): 4, ("AM", "AZ"): 8, ("AZ", "IR"): 2,
           ("AM", "IR"): 2, ("AM", "GE"): 15, ("AZ", "GE"): 30, ("GE", "RU"): 40, ("AZ", "RU"): 40}
COAST_TOLERANCE = 30
OSM_ERROR_M = 100
GEOD = Geod(ellps="WGS84")


def parts(geometry, kind="LineString"):
    return [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == kind and not g.is_empty]


def merged(pieces):
    pieces = [p for piece in pieces for p in parts(piece)]
    return parts(linemerge(pieces)) if pieces else []


def curve(points, step=400 * METRE):
    """A centripetal Catmull-Rom curve: it goes through every point, and does not loop where points crowd."""
    given = np.array(points, float)
    closed = np.allclose(given[0], given[-1])
    before, after = (given[-2], given[1]) if closed else (2 * given[0] - given[1], 2 * given[-1] - given[-2])
    padded = np.vstack([before, given, after])
    drawn = [given[0]]
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:]):
        t1 = np.linalg.norm(p1 - p0) ** 0.5
        t2 = t1 + np.linalg.norm(p2 - p1) ** 0.5
        t3 = t2 + np.linalg.norm(p3 - p2) ** 0.5
        for t in np.linspace(t1, t2, max(2, int(np.linalg.norm(p2 - p1) / step) + 1))[1:]:
            a1 = (t1 - t) / t1 * p0 + t / t1 * p1
            a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
            a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
            b1 = (t2 - t) / t2 * a1 + t / t2 * a2
            b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
            drawn.append((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2)
    return LineString(drawn)


def overshoot(line, metres):
    """Both ends go on straight, so that they surely cross the line they are to end on; polygonize drops the rest."""
    points = np.array(line.coords)
    if not metres or line.is_ring:
        return line
    ends = []
    for end, inner in ((points[0], points[1]), (points[-1], points[-2])):
        direction = (end - inner) / np.linalg.norm(end - inner)
        ends.append(end + direction * metres * METRE)
    return LineString([ends[0], *points, ends[1]])


def land_of():
    """Country -> its land, the coast simplified once for all. Abkhazia is in two time zones and stays with Georgia."""
    coast = sources.land().simplify(COAST_TOLERANCE * METRE)
    found = {country: zone.intersection(coast) for country, zone in sources.zones().items()}
    found["RU"] = found["RU"].difference(sources.zones()["GE"])
    return found, coast


def border_arcs(coast):
    """(name, line, made) of the borders of today and of the shore, each simplified as one arc."""
    zones = dict(sources.zones())
    zones["RU"] = zones["RU"].difference(zones["GE"])
    arcs = []
    for (one, other), tolerance in BORDERS.items():
        common = zones[one].boundary.intersection(zones[other].boundary)
        for arc in merged(parts(common) or [common]):
            arcs.append((f"{one}-{other}", arc.simplify(tolerance * METRE)))
    on_land = [(name, piece) for name, arc in arcs for piece in parts(arc.intersection(coast.buffer(50 * METRE)))]
    shore = [("shore", piece) for piece in merged(parts(coast.boundary.intersection(sources.MARGIN)) or [coast.boundary])]
    return on_land + shore


def inner_arcs(land):
    provinces = sources.provinces()
    for line in lines.LINES:
        if line.codes:
            one, other = (unary_union([provinces[c] for c in side]) for side in line.codes)
            # the curve is drawn before the box cuts it, so that two lines from one limit stay one line
            found = [curve(f.coords) for f in merged(parts(one.boundary.intersection(other.boundary)))]
            if line.bbox:
                found = [p for f in found for p in parts(f.intersection(box(*line.bbox)))]
        else:
            found = [curve(line.points)]
            if line.bbox:
                found = [p for f in found for p in parts(f.intersection(box(*line.bbox)))]
        home = land[line.country].buffer(30 * METRE)
        for piece in found:
            for kept in parts(overshoot(piece, line.overshoot_m).intersection(home)):
                yield line.name, kept


def frame_line():
    west, south, east, north = sources.FRAME.bounds
    ring = sources.FRAME.segmentize(0.1).exterior
    return LineString([(round(x, 6), round(y, 6)) for x, y in ring.coords])


def faces_of(arcs):
    graph = shapely.union_all([arc for _, arc in arcs] + [frame_line()], grid_size=GRID)
    found = [f for f in polygonize(graph) if sources.FRAME.contains(f.representative_point())]
    return found


def country_of(face, land):
    point = face.representative_point()
    for country, ground in land.items():
        if ground.covers(point):
            return country
    distances = {country: ground.distance(point) for country, ground in land.items()}
    nearest = min(distances, key=distances.get)
    return nearest if distances[nearest] < 60 * METRE and face.area < 1e-4 else "sea"


def shared_length(one, other):
    return one.boundary.intersection(other.boundary).length


def named_faces(faces, land):
    """Face number -> tract. A face without a seed joins the neighbour in its country with the longest common edge."""
    countries = [country_of(face, land) for face in faces]
    seeds = [(tract, Point(p)) for tract, points in lines.SEEDS.items() for p in points]
    names, mixed = {}, []
    for number, face in enumerate(faces):
        inside = {tract for tract, point in seeds if face.contains(point)}
        if len(inside) > 1:
            mixed.append(sorted(inside))
        if inside:
            names[number] = inside.pop()
        elif countries[number] == "sea" and face.area > 1e-3:
            names[number] = "black-sea"
    if mixed:
        raise SystemExit(f"seeds in one face, so a line between them is missing or too short: {mixed}")
    lost = [tract for tract, point in seeds if not any(f.contains(point) for f in faces)]
    if lost:
        raise SystemExit(f"seeds outside the frame or on a line: {lost}")
    tree = STRtree(faces)
    waiting = [n for n in range(len(faces)) if n not in names]
    while waiting:
        left = []
        for number in waiting:
            around = [n for n in tree.query(faces[number]) if n != number and n in names]
            same = [n for n in around if countries[n] == countries[number]] or around
            lengths = {n: shared_length(faces[number], faces[n]) for n in same}
            if lengths and max(lengths.values()) > 0:
                names[number] = names[max(lengths, key=lengths.get)]
                if faces[number].area * 9400 > 0.5:
                    where = faces[number].representative_point()
                    print(f"  {faces[number].area * 9400:8.2f} km2 at {where.x:.3f}, {where.y:.3f} joins {names[number]}")
            else:
                left.append(number)
        if len(left) == len(waiting):
            raise SystemExit("a face touches nothing")
        waiting = left
    return names


def rings_from_edges(faces):
    """One tract from its faces: edges used twice inside it fall away, the rest is walked into rings. Exact by construction."""
    edges = collections.Counter()
    for face in faces:
        for ring in [orient(face).exterior, *orient(face).interiors]:
            points = [(round(x, 6), round(y, 6)) for x, y in ring.coords]
            edges.update((a, b) for a, b in zip(points, points[1:]) if a != b)
    outline = [e for e in edges if (e[1], e[0]) not in edges]
    polygons = list(polygonize([LineString(e) for e in outline]))
    # polygonize also returns the holes: keep what the faces cover
    inside = [p for p in polygons if any(f.contains(p.representative_point()) for f in faces)]
    return [orient(p) for p in inside]


def rounded(polygon):
    def ring(r):
        return [[round(x, 6), round(y, 6)] for x, y in r.coords]
    return [ring(polygon.exterior), *[ring(i) for i in polygon.interiors]]


def directed_edges(coordinates):
    for polygon in coordinates:
        for ring in polygon:
            yield from zip(map(tuple, ring), map(tuple, ring[1:]))


def shares_of(tracts, arcs):
    """(tract, tract) -> arc name -> metres: from which arcs the common line of two neighbours comes."""
    info = {line.name for line in lines.LINES}
    tree = STRtree([arc for _, arc in arcs])
    owner = {edge: tract for tract, coordinates in tracts.items() for edge in directed_edges(coordinates)}
    shares = collections.defaultdict(lambda: collections.defaultdict(float))
    for (a, b), tract in owner.items():
        other = owner.get((b, a))
        if other is None or other <= tract:
            continue
        middle = Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)

        def rank(number, middle=middle):
            distance = arcs[number][1].distance(middle)
            return distance > 3 * GRID, arcs[number][0] in info, distance      # a border of today before a drawn line

        near = min(tree.query(middle.buffer(5 * GRID)), key=rank, default=None)
        if near is not None:
            shares[tract, other][arcs[near][0]] += GEOD.line_length((a[0], b[0]), (a[1], b[1]))
    return shares


def edge_entry(pair, by_arc):
    info = {line.name: line for line in lines.LINES}
    total = sum(by_arc.values())
    main_arcs = [name for name in sorted(by_arc, key=by_arc.get, reverse=True) if by_arc[name] > 0.04 * total]
    hand = [info[name] for name in main_arcs if name in info]
    today = [name for name in main_arcs if name not in info]
    notes, cite = [], []
    if set(today) - {"shore"}:
        notes.append("Today’s international border in OpenStreetMap.")
        cite.append("osm-timezones")
    if "shore" in today:
        notes.append("The shore in OpenStreetMap.")
        cite.append("osm-coastlines")
    notes += [line.note for line in hand]
    cite += [source for line in hand for source in line.cite]
    order = ["certain", "probable", "disputed", "unchecked"]
    certainty = max([line.certainty for line in hand] or ["certain"], key=order.index)
    error_m = max([line.error_m for line in hand] or [OSM_ERROR_M])
    made = "osm" if main_arcs[0] in today else hand[0].made
    quoted = ", ".join(json.dumps(source) for source in dict.fromkeys(cite))
    return (f'[[edge]]\nbetween = ["{pair[0]}", "{pair[1]}"]\nmade = "{made}"\nerror_m = {error_m}\n'
            f'certainty = "{certainty}"\nnote = {json.dumps(" ".join(notes), ensure_ascii=False)}\ncite = [{quoted}]\n')


def write_edges(tracts, arcs):
    head = ("# Made by recipes/tracts.py from recipes/lines.py. Where two tracts meet on more than one line, the longest comes\n"
            "# first, and certainty and error are those of the least sure.\n")
    EDGES.write_text("\n".join([head, *(edge_entry(*item) for item in sorted(shares_of(tracts, arcs).items()))]))


def feature(tract, coordinates):
    one = len(coordinates) == 1
    return {"type": "Feature", "id": tract, "properties": {"id": tract},
            "geometry": {"type": "Polygon" if one else "MultiPolygon", "coordinates": coordinates[0] if one else coordinates}}


def main():
    land, coast = land_of()
    borders = border_arcs(coast)
    arcs = borders + list(inner_arcs(land))
    faces = faces_of(arcs)
    names = named_faces(faces, land)
    missing = set(lines.SEEDS) - set(names.values())
    if missing:
        raise SystemExit(f"no ground for {sorted(missing)}")
    tracts = {}
    for tract in lines.SEEDS:
        polygons = rings_from_edges([faces[n] for n in names if names[n] == tract])
        polygons.sort(key=lambda p: -p.area)
        tracts[tract] = [rounded(p) for p in polygons]
    LAYERS.mkdir(exist_ok=True)
    body = ",\n".join(json.dumps(feature(*item), separators=(",", ":")) for item in tracts.items())
    (LAYERS / "tracts.geojson").write_text('{"type":"FeatureCollection","features":[\n' + body + "\n]}\n")
    write_edges(tracts, arcs)
    print(f"{len(tracts)} tracts, {sum(len(r) for t in tracts.values() for p in t for r in p)} vertices")


if __name__ == "__main__":
    main()
