"""Every line inside a country that parts two tracts, and one seed point or more for each tract.

A line is followed from its first point to its last, only inside `country`; its ends overshoot and are cut off at the
first line they cross. `drawn` lines go through the listed points (longitude, latitude) in a smooth curve;
`natural-earth` lines are the common boundary of two sets of ISO 3166-2 codes, within `bbox` where one is given.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    name: str
    country: str
    error_m: int
    certainty: str
    note: str
    cite: tuple
    points: tuple = ()
    codes: tuple = ()
    bbox: tuple = ()
    overshoot_m: int = 2500

    @property
    def made(self):
        return "natural-earth" if self.codes else "drawn"


def drawn(name, country, error_m, certainty, note, *points, cite=("own-drawing", "geonames", "basemap-relief"), **more):
    return Line(name, country, error_m, certainty, note, cite, points=points, **more)


def natural_earth(name, country, one, other, error_m, certainty, note, cite=("natural-earth-admin1",), **more):
    return Line(name, country, error_m, certainty, note, cite, codes=(one.split(), other.split()), **more)


# One curve, cut in two below because its two parts are not equally sure.
BORDER_1878 = (
    (41.450, 41.490), (41.470, 41.470), (41.488, 41.450),   # shore west of Kemalpasa (Makriali), Hopa stays outside
    (41.505, 41.415), (41.500, 41.375),   # Cankurtaran pass on the Hopa - Borcka road
    (41.465, 41.335), (41.445, 41.270),   # watershed between the Arhavi streams and Murgul
    (41.432, 41.200), (41.450, 41.140),   # crest above the head of the Murgul stream
    (41.510, 41.100), (41.580, 41.070), (41.660, 41.050),   # crest north of Yusufeli, then a spur
    (41.725, 41.025), (41.772, 40.980),   # across the Chorokh below Melo (Saribudak)
    (41.825, 40.935), (41.875, 40.905),   # ridge between Yusufeli and Ardanuc
    (41.860, 40.860), (41.836, 40.810),   # west of Olur
    (41.840, 40.740), (41.838, 40.660),   # across the Olti-chai
    (41.835, 40.580), (41.845, 40.500),   # west of Olti
    (41.890, 40.440), (41.960, 40.415), (42.060, 40.412), (42.150, 40.420),   # south of Olti, north of Narman
    (42.230, 40.425), (42.280, 40.405), (42.270, 40.355), (42.225, 40.315),   # Bardiz and Yenikoy Russian
    (42.170, 40.262), (42.130, 40.235),   # west of Karaurgan
)

LINES = [
    # ---------------------------------------------------------------- Turkey: the Russian border of 1878 to 1914
    drawn("1878-west", "TR", 4000, "probable",
          "The Russian–Ottoman border of 1878–1914 from the shore between Hopa and Kemalpaşa along the ridges west of "
          "Murgul to the Chorokh south of Artvin, drawn after article 58 of Berlin and held against today’s district limits.",
          *BORDER_1878, bbox=(41.0, 40.0, 41.775, 42.0), overshoot_m=0,
          cite=("own-drawing", "wikisource-berlin-1878", "geonames", "basemap-relief")),
    drawn("1878-olti", "TR", 8000, "probable",
          "The Russian–Ottoman border of 1878–1914 from the Chorokh past Olti to Karaurgan, drawn after article 58 of "
          "Berlin: Olti and Bardız Russian, Id (today’s Narman) and Tortum Ottoman, the upper Olti-chai and its mouth "
          "outside; 41°50′ E is given as the western end of Kars oblast.",
          *BORDER_1878, bbox=(41.775, 40.0, 43.0, 42.0), overshoot_m=0,
          cite=("own-drawing", "wikisource-berlin-1878", "nes-olty", "soviet-armenian-encyclopedia-kars, p. 346", "geonames", "basemap-relief")),
    natural_earth("1878-aras", "TR", "TR-36", "TR-25", 3000, "probable",
                  "The border of 1878–1914 from Karaurgan past Mejingert and across the Aras to Köse Dağ follows the western "
                  "limit of today’s Kars province.",
                  bbox=(42.0, 39.9, 42.6, 40.31), cite=("natural-earth-admin1", "wikisource-berlin-1878")),
    natural_earth("kars-agri", "TR", "TR-36", "TR-04", 2000, "probable",
                  "The watershed between the Aras and the Murat, the border of 1878–1914, follows today’s limit of Kars and "
                  "Ağrı provinces.",
                  cite=("natural-earth-admin1", "wikisource-berlin-1878")),
    natural_earth("igdir-agri", "TR", "TR-76", "TR-04", 2000, "probable",
                  "The old Russian–Ottoman border of 1828 south of Surmalu follows today’s limit of Iğdır and Ağrı provinces.",
                  cite=("natural-earth-admin1", "nakhchivan-preslib-turkmenchay")),
    drawn("igdir-kars", "TR", 2500, "probable",
          "The limit of Surmalu county and Kars oblast from the mouth of the Arpa-chai to the Aras–Murat watershed, about "
          "today’s limit of Iğdır and Kars provinces.",
          (43.680, 40.108), (43.650, 40.115), (43.570, 40.120), (43.500, 40.115), (43.435, 40.112), (43.385, 40.085),
          (43.358, 40.035), (43.345, 39.975), (43.335, 39.930)),
    # ---------------------------------------------------------------- Turkey: inside the ground of 1878
    natural_earth("artvin-olti", "TR", "TR-08", "TR-25", 2000, "probable",
                  "The limit of the Artvin and Olti okrugs follows today’s limit of Artvin and Erzurum provinces.",
                  bbox=(42.0, 40.75, 42.4, 41.0), overshoot_m=3000),
    drawn("artvin-olti-west", "TR", 3000, "probable",
          "The limit of the Artvin and Olti okrugs on the crest south of Ardanuç.",
          (42.050, 40.930), (42.000, 40.895), (41.950, 40.875), (41.880, 40.890)),
    drawn("artvin-ardahan", "TR", 2500, "probable",
          "The limit of Batum and Kars oblasts on the crest of the Arsiyan and Yalnızçam ranges, about today’s limit of Artvin "
          "and Ardahan provinces.",
          (42.440, 41.455), (42.465, 41.425), (42.500, 41.370), (42.540, 41.325), (42.548, 41.285), (42.528, 41.240),
          (42.480, 41.170), (42.430, 41.120),
          (42.372, 41.062), (42.350, 41.010), (42.325, 40.960), (42.285, 40.905)),
    natural_earth("ardahan-erzurum", "TR", "TR-75", "TR-25", 2000, "probable",
                  "The limit of the Ardahan and Olti okrugs follows today’s limit of Ardahan and Erzurum provinces."),
    drawn("ardahan-kars", "TR", 3000, "probable",
          "The limit of the Ardahan and Kars okrugs is taken to be today’s limit of Ardahan and Kars provinces, drawn along "
          "the heights south of Göle, east of the Kura sources and south of Lake Çıldır.",
          (42.515, 40.620), (42.560, 40.605), (42.620, 40.612), (42.690, 40.640), (42.760, 40.675), (42.830, 40.715),
          (42.890, 40.760), (42.908, 40.810), (42.915, 40.870),
          (42.930, 40.915), (42.985, 40.945), (43.060, 40.970), (43.150, 40.985), (43.230, 41.000), (43.290, 41.050),
          (43.370, 41.085), (43.480, 41.112)),
    natural_earth("kars-erzurum", "TR", "TR-36", "TR-25", 3000, "probable",
                  "The limit of the Olti and Kars okrugs is taken to be today’s limit of Erzurum and Kars provinces.",
                  bbox=(42.1, 40.25, 42.8, 40.8)),
    drawn("gole-ardahan", "TR", 4000, "probable",
          "The Gel uchastok (Göle) is parted from the rest of the Ardahan okrug along the heights south of the Kura at "
          "Ardahan, about today’s district limit.",
          (42.300, 40.965), (42.360, 40.990), (42.450, 41.003), (42.540, 41.003), (42.640, 40.985), (42.720, 40.945),
          (42.800, 40.895), (42.870, 40.860), (42.930, 40.845)),
    drawn("sarikamish-kars", "TR", 4000, "probable",
          "Sarikamish is parted from Kars along the eastern edge of the Soghanli forest, about today’s district limit west of "
          "Selim.",
          (42.490, 40.462), (42.580, 40.455), (42.650, 40.440), (42.700, 40.390), (42.725, 40.340), (42.735, 40.300),
          (42.800, 40.260)),
    drawn("sarikamish-kagizman", "TR", 4000, "probable",
          "Sarikamish is parted from Kagizman west of the Aras bend, about today’s district limit east of Karakurt.",
          (42.725, 40.340), (42.735, 40.300), (42.800, 40.260), (42.790, 40.200), (42.800, 40.130), (42.815, 40.090),
          (42.770, 40.050), (42.715, 39.995), (42.690, 39.930)),
    drawn("kagizman-kars", "TR", 3500, "probable",
          "Kagizman is parted from Kars and Digor on the heights north of the Aras valley, about today’s district limit; the "
          "okrug of that time held Digor too.",
          (42.735, 40.300), (42.800, 40.260), (42.860, 40.300), (42.940, 40.352), (43.050, 40.368), (43.170, 40.350),
          (43.270, 40.312), (43.360, 40.250), (43.430, 40.180), (43.490, 40.100)),
    drawn("aras-corridor-west", "TR", 1500, "probable",
          "The head of the strip between the Aras and the Lower Kara-su: a straight line from the bend where the border leaves "
          "the stream to the Aras.",
          (44.606, 39.776), (44.650, 39.822), overshoot_m=1500, cite=("own-drawing", "nakhchivan-preslib-turkmenchay")),
    drawn("little-ararat-old-line", "TR", 2000, "probable",
          "The border of Turkmenchay and of 1914: over the summit of Little Ararat and down to the head of the Lower Kara-su.",
          (44.470, 39.500), (44.425, 39.530), (44.408, 39.565), (44.393, 39.612), (44.4157, 39.6571), (44.447, 39.692),
          (44.500, 39.730), (44.560, 39.762), (44.606, 39.7765),
          cite=("own-drawing", "nakhchivan-preslib-turkmenchay"), overshoot_m=600),
    # ---------------------------------------------------------------- Turkey: Ottoman ground
    natural_earth("lazistan-erzurum", "TR", "TR-53 TR-61", "TR-25 TR-69 TR-08", 4000, "probable",
                  "The limit of the vilayets of Trebizond and Erzurum on the Pontic crest follows today’s limits of Rize and "
                  "Trabzon provinces.",
                  bbox=(40.0, 40.3, 41.5, 41.085)),
    drawn("lazistan-erzurum-east", "TR", 4000, "probable",
          "The limit of the vilayets of Trebizond and Erzurum on the Kaçkar crest north of Yusufeli.",
          (41.350, 41.065), (41.380, 41.080), (41.420, 41.100), (41.470, 41.140)),
    natural_earth("bayazid-west", "TR", "TR-04", "TR-25", 5000, "probable",
                  "The line of San Stefano west of the Alashkert plain is taken to be today’s limit of Ağrı and Erzurum "
                  "provinces.",
                  bbox=(42.2, 39.62, 42.7, 40.0), cite=("natural-earth-admin1", "google-books-san-stefano")),
    drawn("bayazid-south", "TR", 10000, "probable",
          "The line sketched at San Stefano: west of the Alashkert plain, across the Murat ten versts south of Hamur and up to "
          "the crest of Ala-dagh.",
          (42.480, 39.640), (42.640, 39.560), (42.800, 39.510), (42.970, 39.512), (43.100, 39.450),
          (43.250, 39.395), cite=("own-drawing", "google-books-san-stefano", "basemap-relief")),
    natural_earth("erzurum-van", "TR", "TR-49 TR-65 TR-13", "TR-25 TR-04", 5000, "probable",
                  "The limit of the vilayets of Erzurum and of Bitlis and Van, in the east the crest of Ala-dagh and Tendürek "
                  "where San Stefano put its line, is taken to be today’s limit of Muş, Bitlis and Van provinces."),
    drawn("wilson", "TR", 10000, "unchecked",
          "The boundary of President Wilson’s award of 1920 within the frame, drawn from what is generally published of its "
          "description: south of Bitlis and Sasun, across the Murat "
          "west of Mush, along the limits of Genj, north of Kighi.",
          (42.160, 38.150), (42.050, 38.185), (41.950, 38.210), (41.850, 38.230), (41.720, 38.250), (41.580, 38.262),
          (41.500, 38.275), (41.390, 38.300), (41.300, 38.370), (41.200, 38.415),
          (41.120, 38.470), (41.020, 38.570), (40.930, 38.680), (40.855, 38.800), (40.870, 38.900), (40.940, 39.010),
          (41.020, 39.110), (41.060, 39.200), (40.990, 39.240), (40.880, 39.230),
          (40.760, 39.250), (40.620, 39.290), (40.460, 39.350), (40.280, 39.395), (40.120, 39.430), (39.940, 39.470),
          cite=("own-drawing", "general-knowledge", "frus-1920-v3")),
    drawn("wilson-zab", "TR", 8000, "unchecked",
          "The boundary of the award from the Persian border along the limit of the sanjaks of Van and Hakkiari, the watershed "
          "of the Khoshab and the Great Zab.",
          (44.480, 38.330), (44.300, 38.325), (44.180, 38.300), (44.060, 38.255), (43.960, 38.210), (43.900, 38.150),
          cite=("own-drawing", "general-knowledge", "frus-1920-v3")),
    drawn("erzurum-van-west", "TR", 8000, "probable",
          "The limit of the vilayets of Erzurum and Bitlis from the Bingöl Dağ to the boundary of the award.",
          (41.380, 39.420), (41.290, 39.350), (41.180, 39.290), (41.080, 39.230), (41.000, 39.180)),
    # ---------------------------------------------------------------- Georgia
    natural_earth("batumi-guria", "GE", "GE-AJ", "GE-GU", 1500, "probable",
                  "The limit of Batum oblast and the Ozurgeti uezd on the Choloki follows today’s limit of Adjara and Guria."),
    natural_earth("batumi-akhaltsikhe", "GE", "GE-AJ", "GE-SJ", 1500, "probable",
                  "The limit of Batum oblast and the Akhaltsikhe uezd on the Arsiyan range follows today’s limit of Adjara."),
    natural_earth("guria-kutais", "GE", "GE-GU", "GE-IM GE-SZ", 2000, "probable",
                  "The limit of the Ozurgeti uezd follows today’s limit of Guria."),
    natural_earth("guria-samtskhe", "GE", "GE-GU", "GE-SJ", 2000, "probable",
                  "The limit of the Ozurgeti and Akhaltsikhe uezds on the Meskhetian range follows today’s limit of Guria."),
    natural_earth("samtskhe-imereti", "GE", "GE-SJ", "GE-IM", 2000, "probable",
                  "The limit of Kutais and Tiflis provinces on the Meskhetian range follows today’s limit of Imereti."),
    natural_earth("samtskhe-kartli", "GE", "GE-SJ", "GE-SK GE-KK", 3000, "probable",
                  "The eastern limit of Borjomi and of the Akhalkalaki uezd follows today’s limit of Samtskhe-Javakheti."),
    natural_earth("kutais-tiflis", "GE", "GE-IM GE-RL", "GE-SK GE-MM", 3000, "probable",
                  "The limit of Kutais and Tiflis provinces on the Likhi range follows today’s limit of Imereti.",
                  bbox=(43.3, 41.8, 44.0, 42.22)),
    drawn("tskhinvali", "GE", 3000, "probable",
          "The outline of the former South Ossetian autonomous region, drawn by its places: Kvaisa, Java, Znaur, Tskhinvali "
          "and Akhalgori inside, Oni, Perevi, Ergneti and the Truso gorge outside.",
          (43.680, 42.670), (43.570, 42.585), (43.515, 42.515), (43.545, 42.440), (43.620, 42.385), (43.620, 42.310),
          (43.570, 42.240), (43.580, 42.180),
          (43.660, 42.145), (43.760, 42.155), (43.860, 42.195), (43.930, 42.204), (43.990, 42.204), (44.070, 42.198),
          (44.130, 42.210), (44.200, 42.205), (44.275, 42.165), (44.330, 42.085), (44.410, 42.040), (44.500, 42.035),
          (44.570, 42.070), (44.600, 42.130), (44.570, 42.220),
          (44.530, 42.310), (44.490, 42.380), (44.400, 42.440), (44.320, 42.510), (44.285, 42.650)),
    drawn("atskuri-line", "GE", 4000, "probable",
          "The line of the Batum treaty with Georgia of 1918, which left Abastumani, Atskuri and the Zekari road to Georgia: "
          "drawn south of these places and of the Borjomi gorge.",
          (42.480, 41.745), (42.620, 41.725), (42.780, 41.705), (42.900, 41.705), (43.030, 41.700), (43.120, 41.685),
          (43.220, 41.650),
          (43.330, 41.610), (43.450, 41.595), (43.560, 41.620), (43.680, 41.650), (43.800, 41.660),
          cite=("own-drawing", "georgian-encyclopedia-batum", "civil-ge-batum-1918", "nplg-batum-1918", "geonames")),
    drawn("akhaltsikhe-akhalkalaki", "GE", 4000, "probable",
          "The limit of the Akhaltsikhe and Akhalkalaki uezds between Aspindza and Khertvisi, drawn so that the areas given "
          "for the uezds and for the losses of 1918 come out.",
          (43.040, 41.345), (43.120, 41.385), (43.200, 41.435), (43.268, 41.490), (43.330, 41.545), (43.430, 41.615)),
    # ---------------------------------------------------------------- Armenia
    drawn("upper-akhuryan", "AM", 1500, "probable",
          "The limit of Kars oblast from the Georgian border to Lake Arpi and down the upper Akhuryan past Amasia and Gyumri "
          "to the point where the river becomes the border of 1921.",
          (43.600, 41.160), (43.610, 41.100), (43.640, 41.055), (43.700, 41.035), (43.760, 41.020), (43.792, 41.000),
          (43.798, 40.970), (43.786, 40.940), (43.776, 40.915),
          (43.757, 40.885), (43.748, 40.860), (43.756, 40.835), (43.777, 40.812), (43.805, 40.794), (43.815, 40.772),
          (43.800, 40.752), (43.768, 40.743), (43.740, 40.741), (43.722, 40.738),
          cite=("own-drawing", "geonames"), overshoot_m=500),
    natural_earth("alexandropol-lori", "AM", "AM-SH", "AM-LO", 3000, "probable",
                  "North of Jajur the line of the Batum treaty of 1918 is taken to be the eastern rim of the Shirak and "
                  "Ashotsk plains, today’s limit of Shirak and Lori.",
                  bbox=(43.8, 40.87, 44.5, 41.3)),
    drawn("jajur-aragats", "AM", 3000, "probable",
          "The line of the Batum treaty of 1918 from Jajur station to Mount Aragats: the strip east of it was given back to "
          "Armenia on 2 June.",
          (44.110, 40.885), (44.045, 40.868), (44.012, 40.842), (44.050, 40.770), (44.120, 40.650), (44.170, 40.570),
          (44.195, 40.530), (44.190, 40.490),
          cite=("own-drawing", "armenica-batum-1918", "geonames")),
    natural_earth("alexandropol-talin", "AM", "AM-SH", "AM-AG", 4000, "probable",
                  "The limit of the Alexandropol and Echmiadzin uezds is taken to be today’s limit of Shirak and Aragatsotn.",
                  bbox=(43.4, 40.3, 44.0, 40.6)),
    drawn("alexandropol-talin-east", "AM", 4000, "probable",
          "The limit of the Alexandropol and Echmiadzin uezds on the western slope of Aragats.",
          (43.935, 40.455), (43.985, 40.482), (44.080, 40.492), (44.190, 40.530)),
    drawn("batum-line-south", "AM", 4000, "probable",
          "The line of the Batum treaty of 1918 from Mount Aragats past Echmiadzin and Yerevan, which it left to Armenia at 7 "
          "to 10 km distance; most of the railway to Julfa went with the Ottoman side.",
          (44.190, 40.530), (44.150, 40.420), (44.130, 40.320), (44.150, 40.220), (44.180, 40.130), (44.230, 40.085),
          (44.330, 40.075), (44.420, 40.100),
          (44.500, 40.085), (44.560, 40.050), (44.620, 40.000), (44.720, 39.980), (44.850, 40.010), (45.010, 40.060),
          cite=("own-drawing", "georgian-encyclopedia-batum", "imranli-lowe-nakhchyvan", "armenica-batum-1918", "geonames")),
    drawn("echmiadzin-vedi", "AM", 3000, "probable",
          "The limit of the Echmiadzin and Erivan uezds on the lower Zangu (Hrazdan).",
          (44.430, 40.120), (44.420, 40.090), (44.440, 40.050), (44.440, 40.000)),
    drawn("pambak-erivan", "AM", 6000, "probable",
          "The limit of the Alexandropol uezd with the Echmiadzin and Erivan uezds from Mount Aragats past the north of Aparan "
          "to the Pambak range; the plateau of Abaran was in the Echmiadzin uezd.",
          (44.150, 40.520), (44.200, 40.535), (44.290, 40.600), (44.360, 40.630), (44.450, 40.665), (44.560, 40.720),
          cite=("own-drawing", "geonames", "wiki-echmiadzin-uezd")),
    natural_earth("pambak-sevan", "AM", "AM-KT", "AM-LO", 4000, "probable",
                  "The limit of the Alexandropol and Novo-Bayazet uezds on the Pambak range is taken to be today’s limit of "
                  "Kotayk and Lori.",
                  bbox=(44.3, 40.5, 45.1, 40.8)),
    drawn("erivan-akhta", "AM", 5000, "probable",
          "The limit of the Erivan and Novo-Bayazet uezds south of Akhta (Hrazdan) and Darachichag, drawn so that the area "
          "given for the latter comes out.",
          (44.530, 40.720), (44.560, 40.640), (44.590, 40.540), (44.640, 40.480), (44.720, 40.445), (44.820, 40.420),
          (44.930, 40.380)),
    natural_earth("sevan-rim", "AM", "AM-GR", "AM-KT AM-AR AM-TV AM-VD AM-SU", 3000, "probable", overshoot_m=6000,
                  note="The limit of the Novo-Bayazet uezd on the Gegham and Vardenis ranges and towards Dilijan is taken to be today’s limit of Gegharkunik.", bbox=(44.7, 39.7, 46.2, 40.39)),
    drawn("sevan-north", "AM", 3000, "probable",
          "The limit of the Novo-Bayazet and Kazakh uezds on the Areguni range north of Lake Sevan; Chambarak and the Getik "
          "valley were in the Kazakh uezd.",
          (44.860, 40.665), (44.920, 40.655), (45.030, 40.640), (45.130, 40.622), (45.220, 40.598), (45.300, 40.558),
          (45.380, 40.525), (45.470, 40.492), (45.550, 40.472), (45.640, 40.440)),
    natural_earth("sevan-dilijan", "AM", "AM-GR AM-KT", "AM-TV AM-LO", 3000, "probable", bbox=(44.70, 40.60, 44.95, 40.75),
                  note="The limit of the Novo-Bayazet and Kazakh uezds on the Pambak range is taken to be today’s limit of "
                       "Kotayk, Gegharkunik and Tavush."),
    natural_earth("dilijan-lori", "AM", "AM-TV", "AM-LO", 3000, "probable",
                  "The limit of the Kazakh uezd is taken to be today’s limit of Tavush and Lori."),
    drawn("pambak-lori", "AM", 4000, "probable",
          "The southern edge of the Lori neutral zone of 1919–21 on the Bazum range and across the Debed.",
          (43.990, 41.010), (44.080, 40.980), (44.200, 40.930), (44.330, 40.905), (44.450, 40.895), (44.570, 40.920),
          (44.640, 40.985), (44.720, 40.990), (44.850, 40.990)),
    drawn("moscow-1c", "AM", 3000, "probable",
          "The line of annex I(C) of Moscow: Ararat station, Saray-bulak, Kömürlü-dagh; from the station straight to the Aras.",
          (44.640, 39.790), (44.705, 39.830), (44.950, 39.870), (45.050, 39.770), (45.090, 39.740),
          cite=("own-drawing", "eurasiareview-nakhchivan-2015")),
    natural_earth("vedi-daralagez", "AM", "AM-AR", "AM-VD", 3000, "probable",
                  "The limit of the Erivan and Sharur-Daralagez uezds is taken to be today’s limit of Ararat and Vayots Dzor."),
    natural_earth("daralagez-zangezur", "AM", "AM-VD", "AM-SU", 2500, "probable",
                  "The limit of Erivan and Elisavetpol provinces is taken to be today’s limit of Vayots Dzor and Syunik."),
    drawn("karki", "AM", 2500, "probable",
          "The outline of the enclave of Kərki (Tigranashen), drawn around the village; no package carries it.",
          (44.915, 39.785), (44.925, 39.803), (44.950, 39.808), (44.972, 39.800), (44.972, 39.782), (44.950, 39.772),
          (44.925, 39.771), (44.915, 39.785),
          cite=("own-drawing", "wiki7-karki"), overshoot_m=0),
    # ---------------------------------------------------------------- Azerbaijan
    natural_earth("sharur-nakhchivan", "AZ", "AZ-SAR", "AZ-KAN AZ-BAB", 3000, "probable", overshoot_m=6000, note=
                  "The limit of the Sharur-Daralagez and Nakhichevan uezds is taken to be today’s limit of the Sharur "
                  "district."),
    natural_earth("nakhchivan-ordubad", "AZ", "AZ-ORD", "AZ-CUL AZ-SAH AZ-BAB", 4000, "probable", overshoot_m=6000, note=
                  "The part of the Nakhichevan uezd that the Batum treaty of 1918 did not take is about today’s Ordubad "
                  "district."),
    natural_earth("gazakh-ganja", "AZ", "AZ-TOV", "AZ-SKR AZ-GAD", 3000, "probable", overshoot_m=6000, note=
                  "The limit of the Kazakh and Elisavetpol uezds is taken to be today’s eastern limit of the Tovuz district."),
    drawn("gazakh-ganja-north", "AZ", 4000, "probable",
          "The limit of the Kazakh and Elisavetpol uezds north of the Kura.",
          (46.160, 41.080), (46.180, 41.150), (46.180, 41.230)),
    natural_earth("zakatala-ganja", "AZ", "AZ-BAL AZ-ZAQ AZ-QAX", "AZ-SA AZ-SMX AZ-YEV AZ-OGU", 3000, "probable",
                  "The limit of the Zakatala circuit is taken to be today’s limit of the Balakan, Zagatala and Gakh districts."),
    natural_earth("karabakh-north", "AZ", "AZ-KAL", "AZ-DAS AZ-GYG AZ-GOR AZ-GAD AZ-TAR", 3000, "probable", overshoot_m=6000, bbox=(45.0, 40.15, 46.6, 40.6), note=
                  "The northern edge of Kelbajar on the Murov range is taken to be today’s district limit."),
    natural_earth("karabakh-east", "AZ", "AZ-AGM AZ-FUZ AZ-XVD", "AZ-TAR AZ-BAR AZ-AGC AZ-BEY", 4000, "probable",
                  "The eastern edge of the Aghdam and Fuzuli districts, today’s district limit."),
    drawn("karabakh-highland", "AZ", 3500, "probable",
          "About the outline of the Nagorno-Karabakh autonomous region of 1923–91, drawn by its places and held against "
          "today’s district limits in the south: Talish, Mardakert, Askeran, Martuni, Hadrut and Shusha inside; Kelbajar, "
          "Lachin, Aghdam, Jabrayil and Fuzuli outside.",
          (46.620, 40.410), (46.700, 40.420), (46.760, 40.390), (46.800, 40.330), (46.870, 40.285), (46.940, 40.235),
          (46.955, 40.190), (46.925, 40.130), (46.880, 40.070), (46.865, 40.010),
          (46.875, 39.955), (46.905, 39.915), (46.950, 39.885), (47.020, 39.872), (47.100, 39.875), (47.170, 39.850),
          (47.220, 39.800), (47.225, 39.740), (47.180, 39.705), (47.110, 39.685),
          (47.060, 39.655), (47.045, 39.600), (47.070, 39.550), (47.090, 39.500), (47.055, 39.450), (46.960, 39.425),
          (46.880, 39.455), (46.820, 39.445), (46.760, 39.430), (46.720, 39.475),
          (46.670, 39.490), (46.690, 39.540), (46.680, 39.585), (46.630, 39.610), (46.600, 39.650), (46.570, 39.720),
          (46.555, 39.780), (46.520, 39.860), (46.515, 39.930), (46.470, 40.000),
          (46.400, 40.040), (46.330, 40.070), (46.290, 40.130), (46.330, 40.200), (46.400, 40.250), (46.450, 40.280),
          (46.520, 40.330), (46.570, 40.385), (46.620, 40.410),
          overshoot_m=0),
    # ---------------------------------------------------------------- Iran
    drawn("maku-south", "IR", 8000, "unchecked",
          "The edge of the Maku country towards Khoy and Marand, drawn west of the lower Aq-chai to the Aras.",
          (44.250, 38.760), (44.450, 38.740), (44.620, 38.690), (44.780, 38.650), (44.950, 38.640), (45.080, 38.690),
          (45.190, 38.790), (45.230, 38.920), (45.300, 39.050), (45.400, 39.180)),
    drawn("qotur-east", "IR", 6000, "probable",
          "The district of Qotur, given to Persia by article 60 of Berlin: the upper Qotur valley, drawn by the relief.",
          (44.620, 38.690), (44.650, 38.580), (44.640, 38.470), (44.560, 38.380), (44.480, 38.300), (44.420, 38.220),
          (44.380, 38.150),
          cite=("own-drawing", "wikisource-berlin-1878", "basemap-relief")),
]

# A face of the partition belongs to the tract whose seed it holds; a face without a seed joins a neighbour of the same country.
SEEDS = {
    "black-sea": [(40.6, 41.9), (41.35, 42.55)],
    "lazistan": [(40.522, 41.021), (41.42, 41.38)],
    "erzurum": [(41.277, 39.909), (41.54, 40.82), (41.861, 40.344), (42.857, 39.225), (40.02, 40.0)],
    "van": [(43.383, 38.495), (41.485, 38.732), (42.108, 38.401)],
    "harput": [(40.04, 38.95), (40.771, 38.249), (44.2, 38.24)],
    "bayazid": [(44.084, 39.547), (43.040, 39.715), (42.676, 39.798)],
    "artvin": [(41.822, 41.182), (41.528, 41.483), (42.355, 41.253), (41.898, 41.478)],
    "ardahan": [(42.702, 41.109), (42.729, 41.511), (43.136, 41.125)],
    "gole": [(42.606, 40.787)],
    "olti": [(41.987, 40.539), (42.131, 40.822), (42.343, 40.557), (42.348, 40.422)],
    "kars": [(43.085, 40.598), (43.410, 40.369), (42.783, 40.458)],
    "sarikamish": [(42.587, 40.328), (42.273, 40.240)],
    "kagizman": [(43.134, 40.157)],
    "surmalu": [(44.045, 39.924), (43.652, 40.039), (44.519, 39.873)],
    "aras-corridor": [(44.70, 39.755)],
    "little-ararat": [(44.445, 39.655)],
    "batumi": [(41.641, 41.645), (42.31, 41.65)],
    "guria": [(42.006, 41.924)],
    "kutais": [(42.695, 42.268), (41.674, 42.143), (41.6, 42.52), (43.15, 42.523)],
    "akhaltsikhe": [(42.983, 41.639)],
    "atskuri": [(43.40, 41.84), (42.83, 41.75)],
    "akhalkalaki": [(43.486, 41.406)],
    "tiflis": [(44.8, 41.72), (45.817, 41.955), (44.45, 42.55)],
    "tskhinvali": [(43.969, 42.228), (43.645, 42.525)],
    "agbaba": [(43.70, 40.95)],
    "alexandropol": [(43.846, 40.793), (43.858, 41.038)],
    "pambak": [(44.270, 40.831), (44.497, 40.807)],
    "lori": [(44.385, 41.010), (44.673, 41.098)],
    "echmiadzin": [(44.0, 40.132), (43.878, 40.392)],
    "erivan": [(44.513, 40.178), (44.295, 40.166), (44.359, 40.593)],
    "vedi": [(44.721, 39.913), (44.549, 39.955)],
    "arazdayan-triangle": [(44.828, 39.745), (45.02, 39.80)],
    "sevan": [(45.124, 40.354), (44.756, 40.517), (45.732, 40.183)],
    "dilijan": [(45.355, 40.597), (44.863, 40.740), (45.389, 40.881)],
    "daralagez": [(45.333, 39.764)],
    "zangezur": [(46.342, 39.511), (46.243, 38.901)],
    "sharur": [(44.98, 39.55)],
    "nakhchivan": [(45.41, 39.21), (45.60, 39.0)],
    "ordubad": [(46.02, 38.92)],
    "karki": [(44.944, 39.788)],
    "gazakh": [(45.36, 41.09), (45.62, 40.99)],
    "ganja": [(46.36, 40.68), (47.3, 40.5), (47.48, 39.8)],
    "karabakh-highland": [(46.75, 39.82)],
    "karabakh-districts": [(46.04, 40.11), (46.55, 39.64), (46.93, 39.995), (47.14, 39.60)],
    "zakatala": [(46.64, 41.63)],
    "maku": [(44.50, 39.29)],
    "qotur": [(44.40, 38.48)],
    "azarbaijan-iran": [(44.95, 38.55), (46.0, 38.4), (47.45, 38.6)],
    "north-caucasus": [(46.9, 42.2)],
}
