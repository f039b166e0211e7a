"""Walks along the edges of layers/tracts.geojson: a line asked for here has the very vertices of the tracts."""
import functools
import json
import pathlib

from pyproj import Geod

LAYERS = pathlib.Path(__file__).parents[1] / "layers"
GEOD = Geod(ellps="WGS84")

TURKEY = {"lazistan", "erzurum", "van", "harput", "bayazid", "artvin", "ardahan", "gole", "olti", "kars", "sarikamish",
          "kagizman", "surmalu", "aras-corridor", "little-ararat"}
GEORGIA = {"batumi", "guria", "kutais", "akhaltsikhe", "atskuri", "akhalkalaki", "tiflis", "tskhinvali"}
ARMENIA = {"agbaba", "alexandropol", "pambak", "lori", "echmiadzin", "erivan", "vedi", "arazdayan-triangle", "sevan",
           "dilijan", "daralagez", "zangezur"}
NAKHCHIVAN = {"sharur", "nakhchivan", "ordubad"}
AZERBAIJAN = NAKHCHIVAN | {"karki", "gazakh", "ganja", "karabakh-highland", "karabakh-districts", "zakatala"}
IRAN = {"maku", "qotur", "azarbaijan-iran"}
RUSSIA = {"north-caucasus"}
SEA = {"black-sea"}


@functools.lru_cache
def edges():
    """Directed edge -> tract on its left. Read on first use, since the same run may have just written the tracts."""
    found = {}
    for feature in json.loads((LAYERS / "tracts.geojson").read_text())["features"]:
        shape = feature["geometry"]
        for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            for ring in polygon:
                for a, b in zip(ring, ring[1:]):
                    found[tuple(a), tuple(b)] = feature["id"]
    return found


def lines_between(left, right):
    """Every line with `left` on its left and `right` on its right, in that direction, the longest first."""
    follow = {}
    for (a, b), tract in edges().items():
        if tract in left and edges().get((b, a)) in right:
            follow.setdefault(a, []).append(b)
    heads = {b for ends in follow.values() for b in ends}
    starts = [a for a in follow if a not in heads]
    found = []
    while follow:
        here = next((a for a in starts if a in follow), next(iter(follow)))
        path = [here]
        while follow.get(here):
            after = follow[here].pop()
            if not follow[here]:
                del follow[here]
            path.append(after)
            here = after
        found.append(path)
    return sorted(found, key=lambda p: -length_m(p))


def line_between(left, right):
    return lines_between(left, right)[0]


def length_m(path):
    return GEOD.line_length(*zip(*path))


def nearest_vertex(path, point):
    return min(range(len(path)), key=lambda n: GEOD.inv(*path[n], *point)[2])


def cut(path, start, end):
    """The part of the path from the vertex nearest `start` to the vertex nearest `end`; None means its own end."""
    first = 0 if start is None else nearest_vertex(path, start)
    last = len(path) - 1 if end is None else nearest_vertex(path, end)
    return path[first:last + 1] if first <= last else path[last:first + 1][::-1]


def feature(path, identity=None, **properties):
    made = {"type": "Feature", "properties": properties,
            "geometry": {"type": "LineString", "coordinates": [[round(x, 6), round(y, 6)] for x, y in path]}}
    return {"type": "Feature", "id": identity, **made} if identity else made


def write(name, features):
    body = ",\n".join(json.dumps(f, separators=(",", ":"), ensure_ascii=False) for f in features)
    (LAYERS / f"{name}.geojson").write_text('{"type":"FeatureCollection","features":[\n' + body + "\n]}\n")
    print(f"{name}: {len(features)} features")
