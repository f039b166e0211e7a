"""Writes layers/coast.geojson and layers/rivers.geojson.

Rivers away from the border come from the LGPL basemap data, unnamed there and named here; stretches on the border are the
border itself; a few rivers that no package carries are drawn by hand. Lakes come from the basemap data where it has them, else
from OSM. Each river and lake says in `source` which it is.
"""
import math

from shapely.affinity import scale, translate
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.polygon import orient

import border
import sources
from border import ARMENIA, AZERBAIJAN, GEORGIA, IRAN, NAKHCHIVAN, SEA, TURKEY
from tracts import METRE, curve, parts

# A point in each natural lake: its name, the id of its place where there is one, its source, how far the outline is moved
# (kilometres east and north), and the area it is brought to (square kilometres; None leaves it). Reservoirs are younger
# than the period of the atlas and are left out.
#
# "osm" is simplified to about a kilometre and cut at the edges of tiles: sound as to place, with boxes and darts for a shore.
# "basemap" has the shape of the shore, but lies up to 2.5 km off. So every lake that the basemap has is taken from there and
# moved to where it covers the one of OSM best; the move stands in this table so that it can be seen and mended. An area is
# given where the outline is about a tenth or more off the handbooks.
LAKES = {
    # 1,387 km², near the 1,416 of before 1933 (OSM: 1,261). Unmoved, six villages of the shore would stand in the water.
    (45.343, 40.400): ("Lake Sevan", "lake-sevan", "basemap", (-0.8, 1.3), None),
    # 3,514 km², with capes and bays that OSM lacks; the islands of OSM are faults of its cutting, 3 km from Akdamar.
    (42.800, 38.663): ("Lake Van", "lake-van", "basemap", (-0.5, 0.1), None),
    # Only the northern tip is in the frame. Its shore wanders by kilometres, so there is nothing to fit it to.
    (45.365, 38.230): ("Lake Urmia", None, "basemap", (0, 0), None),
    # A smooth shore without the boxes, darts and holes of OSM, and areas near the handbooks' (115 to 123, 98, 44.5, 16 km²).
    (43.260, 41.021): ("Lake Çıldır", "lake-cildir", "basemap", (-0.2, -0.4), None),
    (43.579, 38.677): ("Lake Erçek", "lake-ercek", "basemap", (-0.7, 0.1), None),
    (42.282, 38.864): ("Lake Nazik", "lake-nazik", "basemap", (-0.5, 0), None),
    (42.303, 39.019): ("Lake Haçlı", None, "basemap", (-0.4, -0.3), None),
    # The basemap's shape, but too large or too small there.
    (43.814, 41.451): ("Lake Paravani", "lake-paravani", "basemap", (-1.7, 1.4), 37.5),
    (43.565, 39.783): ("Lake Balık", "lake-balik", "basemap", (-0.6, -0.7), 34),
    (43.630, 41.644): ("Lake Tabatskuri", "lake-tabatskuri", "basemap", (-1.5, 1.9), 14.2),
    (42.985, 38.812): ("Lake Arin", None, "basemap", (-0.9, 0.2), 13),
    (43.555, 41.254): ("Lake Khanchali", None, "basemap", (0.6, -0.3), 13.3),
    # OSM's darts are too poor to fit to: moved as the lakes next to them are.
    (42.224, 38.624): ("Lake Nemrut", None, "basemap", (-0.6, 0), 12),
    (43.780, 41.177): ("Lake Madatapa", None, "basemap", (-1.6, 1.6), 8.8),
    # The basemap does not have these: OSM without its darts and with rounded corners, right in place and size only.
    (43.210, 41.204): ("Lake Khozapin", "lake-aktas", "osm", (0, 0), 26.3),
    (41.738, 42.115): ("Lake Paliastomi", None, "osm", (0, 0), 18.2),
    # The dam of 1951 made 20 km² of 4.5; the shore of before is not known, so today's stands.
    (43.620, 41.061): ("Lake Arpi", "lake-arpi", "osm", (0, 0), 20),
    (42.645, 38.898): ("Lake Batmış", None, "osm", (0, 0), None),
    (43.736, 41.303): ("Lake Saghamo", None, "osm", (0, 0), 4.8),
    (45.219, 41.426): ("Lake Jandari", None, "osm", (0, 0), 10.6),
}
# id: (name, rank, pieces from the source to the mouth); a piece is a number of the basemap file (negative: against its
# order there), optionally with a box, or a list of points drawn by hand.
RIVERS = {
    "kura": ("Kura", 1, [31, 22, 23, 20, 24, 25, 26, 35, 36,
                         [(46.340, 40.900), (46.480, 40.945), (46.640, 40.960), (46.800, 40.930), (46.930, 40.850),
                          (47.020, 40.770)], 37]),
    "aras": ("Aras", 1, [13, 10, 11, 12]),
    "chorokh": ("Chorokh", 1, [29, 30, 21]),
    "olti-chai": ("Olti-chai", 2, [60, 65, (64, (41.9, 40.7, 42.171, 40.785)), 59]),
    "tortum-chai": ("Tortum-chai", 3, [61, [(41.610, 40.580), (41.632, 40.620), (41.660, 40.650)], 62]),
    "acharistsqali": ("Acharistsqali", 2, [52, 50]),
    "shavshat-chai": ("Berta (Shavshat-chai)", 3, [(51, (41.9, 41.0, 42.45, 41.45)), 49]),
    "posof-chai": ("Posof-chai", 3, [(-51, (42.45, 41.3, 42.792, 41.56)), (-51, (42.80, 41.577, 42.90, 41.63)), [(42.870, 41.610),
        (42.930, 41.640), (42.985, 41.650), (43.045, 41.652)]]),
    "kars-chai": ("Kars-chai", 2, [63, 67, (33, (43.47, 40.5, 43.72, 40.80))]),
    "murat": ("Murat", 1, [[(43.470, 39.330), (43.560, 39.440), (43.660, 39.540), (43.500, 39.620), (43.370, 39.640),
        (43.200, 39.680), (43.050, 39.710), (42.980, 39.600),
                            (42.880, 39.520), (42.770, 39.520), (42.660, 39.420), (42.600, 39.290), (42.520, 39.170),
                            (42.350, 39.110), (42.150, 39.050), (41.980, 38.980),
                            (41.800, 38.960), (41.600, 38.900), (41.440, 38.820)], (8, (41.0, 38.5, 41.44, 39.0)), 6]),
    "mush-karasu": ("Karasu of Mush", 3, [(8, (41.44, 38.5, 42.1, 39.0))]),
    "western-euphrates": ("Karasu (Western Euphrates)", 1, [4, 2]),
    "qotur-chai": ("Qotur-chai", 2, [84, 86]),
    "aq-chai": ("Aq-chai", 3, [77, 85, 87]),
    "ahar-chai": ("Ahar-chai", 3, [89, 91]),
    "qara-su-mughan": ("Qara-su", 3, [43]),
    "balik-su": ("Sarısu", 3, [-74]),
    "kalopotamos": ("İyidere", 3, [57]),
    "arpa-east": ("East Arpa", 2, [[(45.690, 39.930), (45.670, 39.840), (45.600, 39.760), (45.470, 39.690), (45.380, 39.730),
        (45.270, 39.735), (45.184, 39.720), (45.120, 39.670), (45.080, 39.630), (45.000, 39.560), (44.930, 39.500)]]),
    "hrazdan": ("Zangu (Hrazdan)", 2, [[(44.960, 40.550), (44.760, 40.510), (44.650, 40.450), (44.610, 40.370), (44.590, 40.280),
        (44.500, 40.190), (44.470, 40.130), (44.420, 40.060), (44.445, 39.995)]]),
    "debed": ("Debed", 2, [[(44.200, 40.830), (44.480, 40.820), (44.610, 40.910), (44.640, 41.000), (44.670, 41.090),
        (44.790, 41.150), (44.850, 41.230), (44.910, 41.330)]]),
    "alazani": ("Alazani", 2, [[(45.250, 42.300), (45.210, 42.080), (45.400, 41.980), (45.600, 41.880), (45.850, 41.800),
        (46.100, 41.690), (46.250, 41.600)]]),
    "rioni": ("Rioni", 2, [[(43.440, 42.590), (43.150, 42.520), (42.950, 42.480), (42.750, 42.420), (42.690, 42.270),
        (42.630, 42.180), (42.450, 42.130), (42.300, 42.110), (42.000, 42.180), (41.800, 42.180), (41.640, 42.150)]]),
    "vorotan": ("Vorotan", 2, [[(45.740, 39.680), (45.920, 39.560), (46.030, 39.520), (46.180, 39.480), (46.290, 39.400),
        (46.400, 39.400), (46.560, 39.350), (46.660, 39.190), (46.720, 39.050)]]),
    "aghstev": ("Aghstev", 3, [[(44.690, 40.720), (44.863, 40.740), (44.980, 40.780), (45.148, 40.880), (45.190, 40.960),
        (45.300, 41.050), (45.380, 41.100), (45.470, 41.125)]]),
    "hakari": ("Hakari", 3, [[(46.380, 39.800), (46.470, 39.720), (46.540, 39.630), (46.600, 39.510), (46.600, 39.350),
        (46.650, 39.200), (46.725, 39.060)]]),
    "terter": ("Terter", 2, [[(45.940, 39.990), (46.040, 40.100), (46.280, 40.130), (46.480, 40.150), (46.640, 40.200),
        (46.780, 40.290), (46.930, 40.340), (47.080, 40.410), (47.230, 40.470)]]),
    "nakhchivan-chai": ("Nakhchivan-chai", 3, [[(45.740, 39.530), (45.660, 39.450), (45.570, 39.400), (45.490, 39.300),
        (45.430, 39.220), (45.380, 39.110)]]),
    "zangmar": ("Zangmar", 3, [[(44.210, 39.380), (44.330, 39.330), (44.460, 39.295), (44.620, 39.290), (44.780, 39.300),
        (44.930, 39.330), (45.035, 39.385)]]),
    "iori": ("Iori", 3, [[(45.000, 42.200), (44.990, 42.050), (45.070, 41.870), (45.250, 41.700), (45.500, 41.500),
        (45.850, 41.300), (46.150, 41.180), (46.350, 41.080), (46.500, 41.030)]]),
}


def rounded(pool):
    """Without darts narrower than 700 m and notches narrower than 2 km: both come from the package, not the lake."""
    dart, notch = 350 * METRE, 1000 * METRE
    filled = pool.buffer(-dart).buffer(dart + notch).buffer(-notch)
    return max(parts(filled, "Polygon"), key=lambda p: p.area)


def lake(point, source, move, area):
    """The outline, moved and brought to its area on flat ground (there a degree is as long both ways)."""
    narrow = math.cos(math.radians(point[1]))
    east, north = (1000 * METRE * km for km in move)
    moved = [translate(scale(pool, narrow, 1, origin=(0, 0)), east, north)
             for pool in parts(sources.basemap_lakes() if source == "basemap" else sources.lakes(), "Polygon")]
    here = Point(point[0] * narrow, point[1])
    pool = min(moved, key=lambda p: p.distance(here))
    if pool.distance(here) > 0.01:
        raise SystemExit(f"no lake at {point} in {source}")
    pool = Polygon(curve(pool.exterior.coords, 100 * METRE)) if source == "basemap" else rounded(Polygon(pool.exterior))
    if area:
        by = math.sqrt(area / (pool.area / (1000 * METRE) ** 2))
        pool = scale(pool, by, by, origin="centroid")
    return scale(pool.simplify(20 * METRE), 1 / narrow, 1, origin=(0, 0))


def lakes():
    found = []
    for point, (name, place, source, move, area) in LAKES.items():
        for piece in parts(lake(point, source, move, area).intersection(sources.FRAME), "Polygon"):
            ring = [[round(x, 6), round(y, 6)] for x, y in orient(piece).exterior.coords]
            feature = {"type": "Feature", "properties": {"kind": "lake", "name": name, "source": source},
                       "geometry": {"type": "Polygon", "coordinates": [ring]}}
            found.append({**feature, "id": place} if place else feature)
    return found


def shore():
    land = TURKEY | GEORGIA
    return [border.feature(path, kind="coast", name="Black Sea") for path in border.lines_between(land, SEA)]


def piece_lines(piece):
    """(line, how it was made), in flow direction; a box may leave several."""
    if isinstance(piece, list):
        return [(curve(piece), "drawn")]
    number, within = piece if isinstance(piece, tuple) else (piece, None)
    line = sources.rivers()[abs(number)]
    line = line.reverse() if number < 0 else line
    found = parts(line.intersection(box(*within))) if within else [line]
    return [(kept, "basemap") for kept in found if kept.length > 0.003]      # the file has spurs of a few metres


def inland_rivers():
    for place, (name, rank, pieces) in RIVERS.items():
        for made in ("basemap", "drawn"):
            chosen = [line for piece in pieces for line, how in piece_lines(piece) if how == made]
            run = []
            for line in chosen:          # end to end where the file cuts a river at a whole degree
                points = [(round(x, 6), round(y, 6)) for x, y in line.coords]
                if run and Point(run[-1][-1]).distance(Point(points[0])) < 0.02:
                    run[-1] += points[1:] if run[-1][-1] == points[0] else points
                else:
                    run.append(points)
            for points in run:
                for kept in parts(LineString(points).intersection(sources.FRAME)):
                    yield border.feature(list(kept.coords), place, id=place, name=name, rank=rank, source=made)


def border_rivers():
    """The stretches where the border follows the thalweg."""
    armenia = border.line_between(ARMENIA, TURKEY)
    arpa, mouth = (43.740, 40.741), (43.657, 40.110)
    posof = border.cut(border.line_between(GEORGIA, TURKEY), (42.833, 41.575), (42.800, 41.513))[::-1]
    persia = border.line_between(IRAN, TURKEY)
    aras = border.cut(armenia, mouth, None) + border.line_between(AZERBAIJAN, TURKEY)[1:]
    aras += border.line_between(IRAN, NAKHCHIVAN)[::-1][1:]
    aras += border.line_between(IRAN, ARMENIA)[::-1][1:]
    east = max(border.lines_between(IRAN, AZERBAIJAN - NAKHCHIVAN), key=border.length_m)[::-1]
    aras += east[1:]
    karasu = border.cut(persia, None, (44.606, 39.776))[::-1]
    yield border.feature(posof, "posof-chai", id="posof-chai", name="Posof-chai", rank=3, source="osm")
    choloki = border.cut(border.line_between({"batumi"}, {"guria"}), (42.000, 41.870), None)
    if choloki[0][0] < choloki[-1][0]:
        choloki.reverse()
    yield border.feature(choloki, "choloki", id="choloki", name="Choloki", rank=3, source="natural-earth")
    upper = border.cut(border.line_between({"alexandropol"}, {"agbaba"}), (43.660, 41.048), None)
    if upper[0][1] < upper[-1][1]:
        upper.reverse()
    yield border.feature(upper, "arpa-chai", id="arpa-chai", name="Arpa-chai (Akhuryan)", rank=1, source="drawn")
    alazani = border.cut(border.line_between(GEORGIA, AZERBAIJAN), (46.250, 41.600), (46.690, 41.250))
    if alazani[0][0] > alazani[-1][0]:
        alazani.reverse()
    yield border.feature(alazani, "alazani", id="alazani", name="Alazani", rank=2, source="osm")
    yield border.feature(border.cut(armenia, arpa, mouth), "arpa-chai", id="arpa-chai", name="Arpa-chai (Akhuryan)", rank=1, source="osm")
    yield border.feature(aras, "aras", id="aras", name="Aras", rank=1, source="osm")
    yield border.feature(karasu, "lower-karasu", id="lower-karasu", name="Lower Kara-su", rank=2, source="osm")


def main():
    border.write("coast", shore() + lakes())
    border.write("rivers", [*inland_rivers(), *border_rivers()])


if __name__ == "__main__":
    main()
