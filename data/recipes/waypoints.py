"""Writes waypoints.toml: the points named in the annexes, those on the line snapped to the nearest place on their segment.

The order along a segment is kept: a point may not lie before the one that the annex names earlier.
"""
import json
import pathlib

from shapely.geometry import LineString, Point

import segments

TARGET = pathlib.Path(__file__).parents[1] / "waypoints.toml"
K1, M1 = "kars-1921/annex-1", "moscow-1921/annex-1a"
K2, M2 = "kars-1921/annex-2", "moscow-1921/annex-1b"
K3, M3, A2 = "kars-1921/annex-3", "moscow-1921/annex-1c", "alexandropol-1920/2"
U, G, D = "general-knowledge", "own-geometry", "own-deduction"

# slug, name, Russian name, feet, today, (lon, lat), grade, segment or None (not on the line), note, certainty, cite
LINE = [
    ("sarp", "Village of Sarp on the Black Sea", "Сарп", None, "Sarp (Turkey) and Sarpi (Georgia), one village on both sides of the stream", (41.547, 41.520), "A", "t1", "", "certain", ["seed-kars-georgian", "haberler-sarp", G]),
    ("kara-shalvar", "Mount Kara-shalvar", "Кара-шалвар", 5014, "Karaşalvar Dağı between Hopa and Borçka", (41.63, 41.48), "C", "t1", "", "unchecked", [U, G]),
    ("maradidi", "Crossing of the Chorokh north of Maradidi", "Марадиди", None, "Between Muratlı (Turkey) and Maradidi (Georgia)", (41.703, 41.478), "B", "t1", "For about three kilometres the river itself is the border.", "unchecked", [U, G]),
    ("sabaur", "North of the village of Sabaur", "Сабаур", None, "", (41.74, 41.458), "C", "t2", "", "unchecked", [U, G]),
    ("khedis-mta", "Mount Khedis-mta", "Хедис-мта", 7052, "The ridge west of Camili", (41.81, 41.42), "C", "t2", "Georgian for “mountain of the ridge”; the Georgian text translates the name away.", "probable", ["seed-kars-georgian", G]),
    ("kva-kibe", "Mount Kva-kibe", "Ква-кибе", None, "Southern rim of the Machakhela basin", (41.86, 41.45), "C", "t2", "", "unchecked", [U, G]),
    ("kavtareti", "Village of Kavtareti", "Кавтарети", None, "North of the Camili basin, near Kayalar", (41.90, 41.49), "C", "t2", "", "unchecked", [U, G]),
    ("medzybna", "Watershed of Mount Medzybna", "Медзыбна", None, "", (41.95, 41.506), "C", "t2", "", "unchecked", [U, G]),
    ("gerat-kesun", "Mount Gerat-kesun", "Герат-кесун", 6468, "", (42.02, 41.485), "C", "t2", "", "unchecked", [U, G]),
    ("korda", "Mount Korda", "Корда", 7910, "", (42.08, 41.50), "C", "t2", "", "unchecked", [U, G]),
    ("shavshet-ridge", "Western end of the Shavshet ridge, to the old border of the Artvin okrug", "Шавшетский хребет", None, "The crest between Adjara and Şavşat", (42.16, 41.50), "C", "t2", "", "unchecked", [U, G]),
    ("sari-chai", "Mount Sari-chai (Kara-isal)", "Сары-чай (Кара-исал)", 8478, "Sarıçayır", (42.25, 41.48), "C", "t2", "", "unchecked", [U, G]),
    ("kvirala-pass", "Kvirala pass", "Квиральский перевал", None, "", (42.35, 41.455), "C", "t2", "", "unchecked", [U, G]),
    ("kanni-dagh", "Mount Kanni-dagh, on the old border of the Ardahan okrug", "Канны-даг", None, "Kanlı Dağ", (42.44, 41.431), "B", "t2", "The southernmost point of this stretch.", "probable", ["seed-kars-georgian", G]),
    ("tlil", "Mount Tlil (Grmani), north along the okrug border", "Тлил (Грманы)", 8357, "", (42.585, 41.579), "B", "t3", "", "unchecked", [U, G]),
    ("badela", "North-east of Badela to the Poskhov-chai", "Бадела", None, "The crossing of Türkgözü", (42.833, 41.575), "B", "t3", "", "unchecked", [U, G]),
    ("chanchakh", "Along the Poskhov-chai to north of Chanchakh", "Чанчах", None, "", (42.800, 41.512), "B", "t4", "Where the border leaves the stream.", "unchecked", [U, G]),
    ("ayrilyan-bashi", "Watershed to Mount Ayrilyan-bashi", "Айрилян-баши", 8512, "", (42.83, 41.473), "C", "t4", "", "unchecked", [U, G]),
    ("kelle-tapa", "Mount Kelle-tapa", "Келле-тапа", 8463, "", (42.87, 41.50), "C", "t4", "", "unchecked", [U]),
    ("kharman-tapa", "Mount Kharman-tapa", "Харман-тапа", 9709, "", (42.93, 41.455), "C", "t4", "", "unchecked", [U]),
    ("kasris-seri", "Mount Kasris-seri", "Касрис-сери", 9681, "", (42.99, 41.39), "C", "t4", "", "unchecked", [U, G]),
    ("karzamet-chai", "The Karzamet-chai to the Kura", "Карзамет-чай", None, "Reaches the Kura below Vardzia", (43.184, 41.299), "B", "t4", "The Final Act of 1857 takes the line of that time up this stream to its source at Mount Derendara; the annex goes the same way downstream.", "probable", ["final-act-1857", G]),
    ("kartanakev", "The Kura to east of Kartanakev", "Картанакев", None, "Kurtkale", (43.135, 41.262), "B", "t5", "The memorial of Azerbaijan of 1919 names Kurtanakev on the Kura; today’s Kurtkale lies at this bend. On this stretch the Final Act of 1857 has the line follow the thalweg of the Kura as well, from the mouth of the Tskarostav to the Karzamet-chai.", "probable", ["karabakh-today-claims-1919", G, "final-act-1857"]),
    ("kara-ogly", "Mount Kara-ogly", "Кара-оглы", 7259, "", (43.15, 41.244), "C", "t5", "", "unchecked", [U, G]),
    ("khozapin", "Lake Khozapin, cut in two", "Хозапин", None, "Aktaş Gölü, Kartsakhi", (43.20, 41.21), "A", "t5", "The Final Act of 1857 has the line of that time cross the lake between marks 30 and 31.", "probable", ["final-act-1857", G]),
    ("height-7580", "Height 7580", None, 7580, "", (43.22, 41.18), "C", "t5", "", "unchecked", [U]),
    ("gek-dag", "Mount Gek-dag", "Гёк-даг", 9152, "Gökdağ", (43.28, 41.18), "C", "t5", "", "probable", ["karabakh-today-claims-1919"]),
    ("uch-tapalyar", "Uch-tapalyar", "Уч-тапаляр", 9783, "By the point where Georgia, Turkey and Armenia meet", (43.44, 41.11), "B", "t5", "“Uch-tepe 9783” in the memorial of Azerbaijan of 1919.", "probable", ["karabakh-today-claims-1919", G]),
    ("taila-kala", "Mount Taila-kala", "Тайла-кала", 9716, "", (43.44, 41.05), "C", "t6", "", "unchecked", [U]),
    ("height-9065", "Height 9065, where the line leaves the old border of the Ardahan okrug", None, 9065, "", (43.46, 41.02), "C", "t6", "", "unchecked", [U]),
    ("great-akhbaba", "Great Akhbaba", "Большой Ахбаба", 9973, "Akbaba Dağı, Mets Aghbaba", (43.50, 41.00), "B", "t6", "The northernmost point of the line of Alexandropol.", "probable", ["aregnapayl-alexandropol-hy", "bilelimmi-gumru", G]),
    ("height-8828", "Height 8828", None, 8828, "", (43.55, 40.99), "C", "t6", "", "unchecked", [U]),
    ("height-7602", "Height 7602", None, 7602, "", (43.60, 40.96), "C", "t6", "", "unchecked", [U]),
    ("ibish", "East of the village of Ibish to height 7518", "Ибиш", 7518, "İbiş, Akyaka district", (43.64, 40.93), "C", "t6", "", "unchecked", [U, G]),
    ("kizil-dash", "Mount Kizil-dash", "Кизил-даш", 7439, "Kızıltaş", (43.65, 40.88), "C", "t6", "", "unchecked", ["bilelimmi-gumru"]),
    ("new-kizil-dash", "Village of New Kizil-dash", "Новый Кизил-даш", None, "", (43.66, 40.85), "C", "t6", "", "unchecked", [U]),
    ("kara-mahmed", "Past Kara-mahmed", "Кара-мамед", None, "Karamehmet", (43.66, 40.83), "C", "t6", "", "unchecked", ["soviet-armenian-encyclopedia-kars"]),
    ("jamushli-chai", "The Jamushli-chai, east of Delaver, Great Kimli and Tikhnis", "Джамушлы-чай", None, "", (43.69, 40.81), "C", "t6", "Alexandropol’s text has west or north-west here; see [the Kemli question](kemli-side).", "disputed", ["aniarc-alexandropol-ru", "aregnapayl-alexandropol-hy", "bilelimmi-gumru", "soviet-armenian-encyclopedia-kars"]),
    ("vartanly", "Through Vartanly and Bash-Shuragel to the Arpa-chai", "Вартанлы, Баш-Шурагел", None, "By Akyaka and Bayandur", (43.740, 40.741), "B", "t6", "", "probable", [G, "soviet-armenian-encyclopedia-kars"]),
    ("arpa-chai", "The thalweg of the Arpa-chai", "Арпа-чай", None, "Akhuryan; passes Ani on the Turkish bank", (43.57, 40.50), "A", "t7", "The point stands for the whole stretch and is put at Ani.", "certain", ["seed-kars-georgian", G]),
    ("aras", "The thalweg of the Aras", "Аракс", None, "Past Tuzluca, Iğdır and Aralık", (44.18, 40.03), "A", "t8", "The point stands for the whole stretch and is put north of Iğdır.", "certain", ["seed-kars-georgian", G]),
    ("lower-karasu-mouth", "The Aras to the mouth of the Lower Kara-su", "Нижний Кара-су", None, "Where Turkey, Azerbaijan and Iran meet", (44.807, 39.640), "B", "t9", "", "probable", ["seed-kars-georgian", "abovyan-caucasian-myth", G]),
]

BELT = [
    ("belt-vartanly", "South-east of Vartanly", "Вартанлы", None, (43.715, 40.735)),
    ("belt-uzun-kilisa", "East of Uzun-kilisa", "Узун-килиса", None, (43.672, 40.690)),
    ("belt-bozyar", "Mount Bozyar", "Бозъяр", 5096, (43.655, 40.667)),
    ("belt-5082", "Height 5082", None, 5082, (43.640, 40.645)),
    ("belt-5047", "Height 5047", None, 5047, (43.628, 40.622)),
    ("belt-karmir-vank", "East of Karmir-vank", "Кармир-ванк", None, (43.618, 40.600)),
    ("belt-uch-tapa", "Uch-tapa", "Уч-тапа", 5578, (43.609, 40.578)),
    ("belt-araz-oghly", "East of Araz-oghly", "Араз-оглы", None, (43.602, 40.560)),
    ("belt-ani", "East of Ani", "Ани", None, (43.588, 40.527)),
    ("belt-yenikei", "The Arpa-chai west of Yenikei", "Еникей", None, (43.577, 40.500)),
    ("belt-5019", "From the Arpa-chai east of height 5019", None, 5019, (43.588, 40.445)),
    ("belt-5481", "Height 5481", None, 5481, (43.550, 40.400)),
    ("belt-kizil-kula", "Four and a half versts east of Kizil-kula", "Кизил-кула", None, (43.535, 40.357)),
    ("belt-bojaly", "Two versts east of Bojaly", "Боджалы", None, (43.528, 40.315)),
    ("belt-duz-kechut", "The Digor-chai to Duz-kechut", "Дюз-кечут", None, (43.550, 40.280)),
    ("belt-karabag", "North of the ruins of Karabag", "Карабаг", None, (43.600, 40.262)),
    ("belt-arpa-south", "The Arpa-chai", "Арпа-чай", None, (43.660, 40.262)),
    ("belt-kharaba-alijan", "Kharaba-Alijan", "Хараба-Алиджан", None, (44.080, 40.020)),
    ("belt-suleyman-diza", "Village of Suleyman (Diza)", "Сулейман (Диза)", None, (44.500, 39.905)),
]

# As LINE, with the places in Moscow I(C), Kars III and Alexandropol 2 (None: not named there).
NAKHCHIVAN = [
    ("ararat-station", "Ararat station", "ст. Арарат", None, None, "Ararat (then Davalu), Armenia", (44.705, 39.832), "A", None, 1, None, 18, "Moscow’s line starts here; Kars moved it back to Arazdayan.", "certain", ["eurasiareview-nakhchivan-2015", "aregnapayl-alexandropol-hy"]),
    ("saray-bulak", "Mount Saray-bulak", "Сарай-булаг", 8071, None, "The Urts (Saraybulagh) range", (44.95, 39.87), "C", None, 2, None, 17, "", "probable", ["eurasiareview-nakhchivan-2015"]),
    ("urmia", "Village of Urmia", "Урмия", None, None, "", (44.775, 39.712), "C", None, None, 1, None, "Not found; put where today’s border leaves the Aras.", "unchecked", [U]),
    ("arazdayan", "Arazdayan station, by a straight line", "ст. Араздаян", None, None, "Yeraskh, Armenia", (44.826, 39.740), "B", None, None, 2, None, "The station was left to Armenia.", "unchecked", [U]),
    ("dash-burun-west", "Western Dash-burun, by a straight line", "Даш-бурун западный", 3142, None, "", (44.870, 39.748), "C", None, None, 3, None, "", "unchecked", [U]),
    ("dash-burun-east", "Watershed of eastern Dash-burun", "Даш-бурун восточный", 4108, None, "", (44.915, 39.750), "C", None, None, 4, None, "", "unchecked", [U]),
    ("jahannam-darasi", "Across the gorge of Jahannam-darasi", "Джаханнам-дараси", None, None, "", (44.975, 39.765), "C", None, None, 5, None, "South of the word “spring” (Bulak) on the map.", "unchecked", [U]),
    ("bagarsik", "Mount Bagarsik", "Багарсик", 6607, "Printed 6607 or 6587.", "", (45.03, 39.775), "C", None, None, 6, None, "", "unchecked", [U]),
    ("height-6629", "Old border of the Erivan and Sharur-Daralagez uezds, past height 6629", None, 6629, None, "", (45.045, 39.785), "C", "n1", None, 7, None, "", "unchecked", [U]),
    ("kemurlu", "Kemurlu-dagh", "Кемурлу-даг", 6839, "Printed 8839 in one account, 6839 or 6930 elsewhere: 8,800 feet would stand above the whole ridge.", "Kömürlü Dağ", (45.06, 39.79), "C", "n2", 3, 8, 16, "", "probable", ["eurasiareview-nakhchivan-2015", D]),
    ("height-6930", "Height 6930", None, 6930, "Printed 8930 in one account.", "", (45.09, 39.78), "C", "n2", 4, None, None, "", "probable", ["eurasiareview-nakhchivan-2015", D]),
    ("houses-3080", "Height 3080, the houses on the eastern Arpa-chai", None, 3080, None, "The East Arpa near Gümüşlü", (45.175, 39.68), "B", "n2", 5, 9, 15, "", "probable", ["eurasiareview-nakhchivan-2015", U]),
    ("sayat", "Mount Sayat-dagh", "Саят-даг", 7868, None, "Saat", (45.23, 39.60), "C", "n2", 6, 10, 14, "", "probable", ["eurasiareview-nakhchivan-2015", "aregnapayl-alexandropol-hy"]),
    ("kurt-kulak", "Village of Kurt-kulak", "Курт-кулак", None, None, "", (45.31, 39.56), "C", "n2", 7, 11, 13, "", "probable", ["eurasiareview-nakhchivan-2015", "aregnapayl-alexandropol-hy"]),
    ("gamessur", "Mount Gamessur", "Гамессур", 8160, None, "", (45.45, 39.50), "C", "n2", 8, 12, 12, "", "probable", ["eurasiareview-nakhchivan-2015", "aregnapayl-alexandropol-hy"]),
    ("height-8022", "Height 8022", None, 8022, None, "", (45.56, 39.54), "C", "n2", 9, 13, None, "", "probable", ["eurasiareview-nakhchivan-2015"]),
    ("kuki-dagh", "Mount Kuki-dagh", "Куки-даг", 10282, None, "Küküdağ, Şahbuz", (45.77, 39.55), "B", "n2", 10, 14, 10, "", "probable", ["eurasiareview-nakhchivan-2015", G]),
    ("nakhichevan-uezd-border", "Eastern border of the old Nakhichevan uezd", None, None, None, "The crest of Zangezur down to the Aras", (46.136, 38.864), "A", "n3", 11, 15, None, "The point stands for the whole stretch and is put at its end on the Aras.", "probable", ["eurasiareview-nakhchivan-2015", G]),
]


def text(value):
    return json.dumps(value, ensure_ascii=False)


def entry(slug, name, russian, annexes, feet, height_note, today, at, grade, segment, note, certainty, cite):
    rows = ["[[waypoint]]", f'id = "wp-{slug}"', f"name = {text(name)}"]
    if russian:
        rows.append(f'names = [{{ text = {text(russian)}, lang = "ru" }}]')
    rows.append("annexes = [" + ", ".join(f'{{ article = "{a}", order = {n} }}' for a, n in annexes) + "]")
    if feet:
        rows.append(f"height_ft = {feet}")
    for key, value in (("height_note", height_note), ("today", today)):
        if value:
            rows.append(f"{key} = {text(value)}")
    rows.append(f"at = [{at[0]:.5f}, {at[1]:.5f}]")
    rows.append(f'grade = "{grade}"')
    if segment:
        rows.append(f'segment = "{segment}"')
    if note:
        rows.append(f"note = {text(note)}")
    rows.append(f'certainty = "{certainty}"')
    rows.append("cite = [" + ", ".join(text(c) for c in cite) + "]")
    return "\n".join(rows) + "\n"


class Snapper:
    def __init__(self):
        self.lines = {name: LineString(path) for name, path in segments.paths().items()}
        self.reached = {}

    def __call__(self, segment, at, keep_order=True):
        line = self.lines[segment]
        along = line.project(Point(at))
        if keep_order and along < self.reached.get(segment, 0):
            raise SystemExit(f"{at} lies before the point named earlier on {segment}")
        self.reached[segment] = along
        point = line.interpolate(along)
        moved = Point(at).distance(point) * 95_000
        if moved > 4000:
            print(f"  {segment} {at}: snapped by {moved:.0f} m")
        return point.x, point.y


def main():
    snap = Snapper()
    entries = ["# Made by recipes/waypoints.py. Points on the line are snapped to it; grade C means that only the order along the line is sure.\n"]
    for order, (slug, name, russian, feet, today, at, grade, segment, note, certainty, cite) in enumerate(LINE, 1):
        annexes = [(K1, order), (M1, order)]
        annexes += [(A2, {"lower-karasu-mouth": 1, "aras": 2, "arpa-chai": 3, "great-akhbaba": 8}[slug])] if slug in (
            "lower-karasu-mouth", "aras", "arpa-chai", "great-akhbaba") else []
        entries.append(entry(slug, name, russian, annexes, feet, None, today, snap(segment, at), grade, segment, note, certainty, cite))
    for order, (slug, name, russian, feet, at) in enumerate(BELT, 1):
        grade = "B" if slug == "belt-kizil-kula" else "C"
        note = ("Kizil-kula is today’s Hisarönü; four and a half versts are 4.8 km." if slug == "belt-kizil-kula" else
                "By the order of the names along the railway belt." if order < 18 else "Not found with certainty.")
        cite = ["geonames-search", U] if slug == "belt-kizil-kula" else [U]
        entries.append(entry(slug, name, russian, [(K2, order), (M2, order)], feet, None, None, at, grade, None, note, "unchecked", cite))
    for slug, name, russian, feet, height_note, today, at, grade, segment, moscow, kars, alexandropol, note, certainty, cite in NAKHCHIVAN:
        annexes = [(a, n) for a, n in ((M3, moscow), (K3, kars), (A2, alexandropol)) if n]
        place = snap(segment, at) if segment else at
        entries.append(entry(slug, name, russian, annexes, feet, height_note, today, place, grade, segment, note, certainty, cite))
    TARGET.write_text("\n".join(entries))
    print(f"waypoints: {len(entries) - 1}")


if __name__ == "__main__":
    main()
