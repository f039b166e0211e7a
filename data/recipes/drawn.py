"""Writes layers/drawn.geojson: lines of the annexes that no tract carries, and lines whose place is in dispute."""
import border
import segments
from border import ARMENIA, AZERBAIJAN, NAKHCHIVAN, TURKEY
from tracts import curve

LINES = {
    "alexandropol-kemli": ("Alexandropol, 2 December 1920: west of Tikhnis and Great Kemli", "disputed", 4000,
        "Article 2 of Alexandropol leaves Tikhnis, Great Kemli and Kızıltaş east of the line; the annexes of Moscow and Kars "
        "leave them west of it. Drawn through the valley of Karahan, by the order of the names only.",
        [(43.735, 40.742), (43.680, 40.765), (43.630, 40.800), (43.605, 40.850), (43.615, 40.900), (43.640, 40.945),
         (43.590, 40.980), (43.520, 41.000)]),
    "belt-arpa-north": ("Railway belt, line A (Kars annex II, Moscow annex I(B))", "unchecked", 3000,
        "Behind this line, eight versts from the railway, Turkey was to keep its blockhouses. Drawn by the order of the names: "
        "Vartanly, Uzun-kilisa, Karmir-vank, Araz-oghly, Ani.",
        [(43.715, 40.735), (43.672, 40.690), (43.640, 40.645), (43.618, 40.600), (43.602, 40.560), (43.588, 40.527),
         (43.577, 40.500)]),
    "belt-arpa-south": ("Railway belt, line B (Kars annex II, Moscow annex I(B))", "unchecked", 3000,
        "The southern part of the belt on the Arpa-chai. Only the point four and a half versts east of Kızıl-kula (Hisarönü) "
        "has a known place; the rest is the order of the names.",
        [(43.588, 40.445), (43.550, 40.400), (43.535, 40.357), (43.528, 40.315), (43.550, 40.280), (43.600, 40.262),
         (43.660, 40.262)]),
    "belt-aras": ("Railway belt, the Aras line (Kars annex II, Moscow annex I(B))", "unchecked", 5000,
        "A straight line from Kharaba-Alijan to Suleyman (Diza), four versts from the railway; neither village has been found "
        "with certainty.",
        [(44.080, 40.020), (44.500, 39.905)]),
    "tiflis-1920-line": ("Armenian troops’ line under the agreement of Tiflis, 10 August 1920", "unchecked", 6000,
        "From Shakhtakhti over Khok, Aznaburt and Sultanbek, then north of Kuki and west of Bazarchai. Only Shakhtakhti, Khok "
        "and Aznaburt are known places here; the rest is the order of the names.",
        [(45.070, 39.380), (45.160, 39.400), (45.235, 39.413), (45.290, 39.440), (45.420, 39.500), (45.600, 39.535),
         (45.720, 39.600), (45.770, 39.680)]),
    "kars-annex-3-west": ("Kars annex III: the corner of Arazdayan and Dash-burun", "unchecked", 2500,
        "The straight lines and heights of the annex between the Aras and Kömürlü-dagh. Today’s border, which later "
        "demarcation moved a little, is the edge of the tracts.",
        [(44.778, 39.712), (44.826, 39.740), (44.870, 39.748), (44.915, 39.750), (44.975, 39.765), (45.030, 39.775),
         (45.055, 39.765)]),
}


def main():
    features = []
    for identity, (name, certainty, error_m, note, points) in LINES.items():
        path = points if len(points) == 2 else curve(points).coords
        features.append(border.feature(list(path), identity, id=identity, name=name, certainty=certainty, error_m=error_m, note=note))
    moscow = border.line_between(ARMENIA - {"arazdayan-triangle"}, {"arazdayan-triangle"})
    features.append(border.feature(moscow, "moscow-annex-1c", id="moscow-annex-1c", name="Moscow annex I(C): Ararat station – Saray-bulak – Kömürlü-dagh",
                                   certainty="probable", error_m=3000, note="The first corner of Nakhchivan, which Kars moved back; the outer edge of the Arazdayan triangle."))
    south = border.cut(border.line_between(ARMENIA, NAKHCHIVAN), moscow[-1], segments.KUKI_DAGH)
    alexandropol = [border.line_between(AZERBAIJAN, TURKEY)[-1], segments.ARARAT_STATION,
                    *moscow[border.nearest_vertex(moscow, segments.ARARAT_STATION) + 1:], *south[1:]]
    features.append(border.feature(alexandropol, "alexandropol-nakhchivan", id="alexandropol-nakhchivan", name="Alexandropol, 2 December 1920: the line of Nakhchivan and Sharur",
                                   certainty="probable", error_m=3000,
                                   note="South of it a special administration under Turkish protection was to be set up: from "
                                        "the mouth of the Lower Kara-su to Ararat station, then as in Moscow’s annex I(C) to "
                                        "Kuki-dagh, where it ends."))
    border.write("drawn", features)


if __name__ == "__main__":
    main()
