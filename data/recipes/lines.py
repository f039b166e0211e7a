"""Every line inside a country that parts two tracts, and one seed point or more for each tract.

A line is followed from its first point to its last, only inside `country`; its ends overshoot and are cut off at the
first line they cross. `drawn` lines go through the listed points (longitude, latitude) in a smooth curve;
`natural-earth` lines are the common boundary of two sets of ISO 3166-2 codes, within `bbox` where one is given.
"""
from dataclasses import dataclass, field


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
    river: tuple = ()
    bbox: tuple = ()
    overshoot_m: int = 2500

    @property
    def made(self):
        return "natural-earth" if self.codes else "drawn"


def drawn(name, country, error_m, certainty, note, *points, cite=("own-drawing", "geonames", "basemap-relief"), **more):
    return Line(name, country, error_m, certainty, note, cite, points=points, **more)


def natural_earth(name, country, one, other, error_m, certainty, note, cite=("natural-earth-admin1",), **more):
    return Line(name, country, error_m, certainty, note, cite, codes=(one.split(), other.split()), **more)


LINES = [
    # ---------------------------------------------------------------- Turkey: the Russian border of 1878 to 1914
    drawn("1878-west", "TR", 4000, "probable",
          "The Russian–Ottoman border of 1878–1914 from the shore between Hopa and Kemalpaşa along the ridges west of "
          "Murgul to the Chorokh south of Artvin, drawn after article 58 of Berlin.",
          (41.470, 41.470), (41.492, 41.452),   # shore west of Kemalpasa (Makriali), Hopa stays outside
          (41.515, 41.415), (41.520, 41.375),   # Cankurtaran pass on the Hopa - Borcka road
          (41.470, 41.330), (41.430, 41.270),   # watershed between the Arhavi streams and Murgul
          (41.425, 41.205), (41.460, 41.150),   # crest above the head of the Murgul stream
          (41.540, 41.105), (41.640, 41.060),   # spur down to the Chorokh
          (41.780, 41.005),                     # the Chorokh below Melo (Saribudak)
          cite=("own-drawing", "w33", "geonames", "basemap-relief")),
    drawn("1878-olti", "TR", 8000, "probable",
          "The Russian–Ottoman border of 1878–1914 from the Chorokh past Olti to Karaurgan, drawn after article 58 of "
          "Berlin: Olti and Bardız Russian, Narman (Id) and Tortum Ottoman.",
          (41.640, 41.060), (41.780, 41.005), (41.830, 40.950), (41.885, 40.900),   # ridge between Yusufeli and Ardanuc
          (41.905, 40.840), (41.885, 40.760), (41.860, 40.700),                     # across the Olti-chai
          (41.845, 40.620), (41.850, 40.540), (41.875, 40.470),                     # west of Olti
          (41.920, 40.440), (41.990, 40.440), (42.070, 40.455), (42.150, 40.450),   # south of Olti, north of Narman
          (42.230, 40.425), (42.270, 40.395), (42.255, 40.350), (42.215, 40.315), (42.165, 40.265),   # Bardiz, Yenikoy, west of Karaurgan
          cite=("own-drawing", "w33", "geonames", "basemap-relief")),
    natural_earth("1878-aras", "TR", "TR-36", "TR-25", 3000, "probable",
                  "The border of 1878–1914 from Karaurgan past Mejingert and across the Aras to Köse Dağ follows the western limit of today’s Kars province.",
                  bbox=(42.0, 39.9, 42.6, 40.31), cite=("natural-earth-admin1", "w33")),
    natural_earth("kars-agri", "TR", "TR-36", "TR-04", 2000, "probable",
                  "The watershed between the Aras and the Murat, the border of 1878–1914, follows today’s limit of Kars and Ağrı provinces.",
                  cite=("natural-earth-admin1", "w33")),
    natural_earth("igdir-agri", "TR", "TR-76", "TR-04", 2000, "probable",
                  "The old Russian–Ottoman border of 1828 south of Surmalu follows today’s limit of Iğdır and Ağrı provinces.",
                  cite=("natural-earth-admin1", "w36")),
    natural_earth("igdir-kars", "TR", "TR-76", "TR-36", 2000, "probable",
                  "The limit of Surmalu county and Kars oblast follows today’s limit of Iğdır and Kars provinces."),
    # ---------------------------------------------------------------- Turkey: inside the ground of 1878
    natural_earth("artvin-olti", "TR", "TR-08", "TR-25", 2000, "probable",
                  "The limit of the Artvin and Olti okrugs follows today’s limit of Artvin and Erzurum provinces.",
                  bbox=(42.0, 40.75, 42.4, 41.0), overshoot_m=3000),
    drawn("artvin-olti-west", "TR", 3000, "probable",
          "The limit of the Artvin and Olti okrugs on the crest south of Ardanuç.",
          (42.050, 40.930), (42.000, 40.895), (41.950, 40.875), (41.880, 40.890)),
    natural_earth("artvin-ardahan", "TR", "TR-08", "TR-75", 2000, "probable",
                  "The limit of Batum and Kars oblasts on the Arsiyan range follows today’s limit of Artvin and Ardahan provinces."),
    natural_earth("ardahan-erzurum", "TR", "TR-75", "TR-25", 2000, "probable",
                  "The limit of the Ardahan and Olti okrugs follows today’s limit of Ardahan and Erzurum provinces."),
    natural_earth("ardahan-kars", "TR", "TR-75", "TR-36", 3000, "probable",
                  "The limit of the Ardahan and Kars okrugs is taken to be today’s limit of Ardahan and Kars provinces."),
    natural_earth("kars-erzurum", "TR", "TR-36", "TR-25", 3000, "probable",
                  "The limit of the Olti and Kars okrugs is taken to be today’s limit of Erzurum and Kars provinces.",
                  bbox=(42.1, 40.25, 42.8, 40.8)),
    drawn("gole-ardahan", "TR", 5000, "probable",
          "Göle (Merdenek) is parted from the rest of the Ardahan okrug along the heights south of the Kura at Ardahan, about today’s district limit.",
          (42.270, 40.925), (42.400, 40.965), (42.550, 40.940), (42.680, 40.930), (42.800, 40.925), (42.880, 40.895)),
    drawn("sarikamish-kars", "TR", 5000, "probable",
          "Sarikamish is parted from Kars along the eastern edge of the Soghanli forest, about today’s district limit west of Selim.",
          (42.520, 40.560), (42.620, 40.500), (42.700, 40.420), (42.750, 40.340), (42.810, 40.250)),
    drawn("sarikamish-kagizman", "TR", 5000, "probable",
          "Sarikamish is parted from Kagizman west of the Aras bend, about today’s district limit east of Karakurt.",
          (42.750, 40.340), (42.810, 40.250), (42.770, 40.160), (42.720, 40.060), (42.700, 39.940)),
    drawn("kagizman-kars", "TR", 4000, "probable",
          "The limit of the Kagizman okrug on the heights north of the Aras valley; Digor, which the okrug also held, goes with Kars here.",
          (42.790, 40.260), (42.950, 40.280), (43.100, 40.285), (43.240, 40.250), (43.340, 40.190), (43.450, 40.105), (43.550, 40.060)),
    drawn("aras-corridor-west", "TR", 1500, "probable",
          "The head of the strip between the Aras and the Lower Kara-su: a straight line from the bend where the border leaves the stream to the Aras.",
          (44.606, 39.776), (44.650, 39.822), overshoot_m=1500, cite=("own-drawing", "w36")),
    drawn("little-ararat-old-line", "TR", 2000, "probable",
          "The border of Turkmenchay and of 1914: over the summit of Little Ararat and down to the head of the Lower Kara-su.",
          (44.470, 39.500), (44.425, 39.530), (44.408, 39.565), (44.392, 39.610), (44.4125, 39.6525), (44.447, 39.692), (44.500, 39.730), (44.560, 39.762), (44.606, 39.7765),
          cite=("own-drawing", "w36"), overshoot_m=600),
    # ---------------------------------------------------------------- Turkey: Ottoman ground
    natural_earth("lazistan-erzurum", "TR", "TR-53 TR-61", "TR-25 TR-69 TR-08", 4000, "probable",
                  "The limit of the vilayets of Trebizond and Erzurum on the Pontic crest follows today’s limits of Rize and Trabzon provinces.",
                  bbox=(40.0, 40.3, 41.5, 41.085)),
    drawn("lazistan-erzurum-east", "TR", 4000, "probable",
          "The limit of the vilayets of Trebizond and Erzurum on the Kaçkar crest north of Yusufeli.",
          (41.350, 41.065), (41.380, 41.080), (41.420, 41.100), (41.470, 41.140)),
    natural_earth("bayazid-west", "TR", "TR-04", "TR-25", 5000, "probable",
                  "The line of San Stefano west of the Alashkert plain is taken to be today’s limit of Ağrı and Erzurum provinces.",
                  bbox=(42.2, 39.62, 42.7, 40.0), cite=("natural-earth-admin1", "w34")),
    drawn("bayazid-south", "TR", 10000, "probable",
          "The line sketched at San Stefano: across the Murat below Hamur, along the crest of Ala-dagh and Tendürek, south of the Bayazid valley to the Persian border.",
          (42.480, 39.640), (42.640, 39.560), (42.800, 39.510), (42.970, 39.515), (43.120, 39.430), (43.280, 39.380), (43.480, 39.420),
          (43.680, 39.380), (43.870, 39.360), (44.000, 39.380), (44.080, 39.400), cite=("own-drawing", "w34", "basemap-relief")),
    natural_earth("erzurum-van", "TR", "TR-49 TR-65 TR-13", "TR-25 TR-04", 5000, "probable",
                  "The limit of the vilayets of Erzurum and of Bitlis and Van is taken to be today’s limit of Muş, Bitlis and Van provinces."),
    drawn("wilson", "TR", 8000, "probable",
          "The boundary of President Wilson’s award of 1920, its course within the frame, drawn after the award’s own description.",
          (42.600, 38.150), (42.450, 38.230), (42.250, 38.250), (42.050, 38.270), (41.850, 38.330), (41.650, 38.400), (41.450, 38.480), (41.300, 38.620),
          (41.150, 38.760), (40.950, 38.900), (40.750, 39.050), (40.550, 39.150), (40.350, 39.230), (40.150, 39.320), (39.950, 39.400),
          cite=("own-drawing", "w39")),
    drawn("erzurum-van-west", "TR", 8000, "probable",
          "The limit of the vilayets of Erzurum and Bitlis from the Bingöl Dağ to the boundary of the award.",
          (41.380, 39.420), (41.300, 39.340), (41.150, 39.250), (41.000, 39.150), (40.850, 38.980)),
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
                  "The limit of Kutais and Tiflis provinces on the Likhi range follows today’s limits of Imereti and Racha."),
    drawn("tskhinvali", "GE", 3000, "probable",
          "The outline of the former South Ossetian autonomous region, drawn by its places: Znaur, Tskhinvali, Java and Akhalgori inside.",
          (43.430, 42.230), (43.560, 42.170), (43.660, 42.140), (43.760, 42.155), (43.860, 42.200), (43.930, 42.205), (43.990, 42.210), (44.070, 42.200),
          (44.130, 42.215), (44.200, 42.215), (44.270, 42.170), (44.330, 42.085), (44.410, 42.050), (44.500, 42.055), (44.555, 42.100), (44.525, 42.190),
          (44.455, 42.280), (44.450, 42.350), (44.370, 42.430), (44.280, 42.500), (44.240, 42.570), (44.220, 42.650)),
    drawn("atskuri-line", "GE", 4000, "probable",
          "The line of the Batum treaty with Georgia of 1918, which left Abastumani and Atskuri to Georgia: drawn south of both places and of the Borjomi gorge.",
          (42.480, 41.745), (42.620, 41.725), (42.780, 41.705), (42.900, 41.705), (43.030, 41.700), (43.120, 41.685), (43.220, 41.650),
          (43.330, 41.610), (43.450, 41.595), (43.560, 41.620), (43.680, 41.650), (43.800, 41.660),
          cite=("own-drawing", "w28", "w30", "geonames")),
    drawn("akhaltsikhe-akhalkalaki", "GE", 4000, "probable",
          "The limit of the Akhaltsikhe and Akhalkalaki uezds east of Aspindza and the Kura gorge, about today’s limit of the Aspindza municipality.",
          (43.150, 41.245), (43.260, 41.300), (43.330, 41.370), (43.350, 41.440), (43.380, 41.520), (43.440, 41.600)),
    # ---------------------------------------------------------------- Armenia
    drawn("upper-akhuryan", "AM", 1500, "probable",
          "The limit of Kars oblast on the upper Akhuryan, from Lake Arpi to the point where the river becomes the border of 1921.",
          river=(54, 68), bbox=(43.6, 40.762, 43.9, 41.03), overshoot_m=0),
    drawn("akhuryan-mouth", "AM", 1500, "probable",
          "The Akhuryan from Gyumri to the border of 1921.",
          (43.815, 40.790), (43.800, 40.755), (43.770, 40.742), (43.740, 40.741), (43.725, 40.738), overshoot_m=500),
    drawn("agbaba-north", "AM", 2500, "probable",
          "The limit of Kars oblast from Lake Arpi to the Georgian border.",
          (43.600, 41.160), (43.610, 41.100), (43.640, 41.055), (43.700, 41.035), (43.800, 41.010)),
    natural_earth("alexandropol-lori", "AM", "AM-SH", "AM-LO", 3000, "probable",
                  "The Batum treaty of 1918 left Armenia the strip east of Jajur and Mount Aragats: taken to be today’s limit of Shirak and Lori."),
    natural_earth("alexandropol-aparan", "AM", "AM-SH", "AM-AG", 4000, "probable",
                  "The Batum treaty of 1918 left Armenia the strip east of Mount Aragats: taken to be today’s limit of Shirak and Aragatsotn.",
                  bbox=(44.0, 40.35, 44.6, 40.9)),
    natural_earth("alexandropol-talin", "AM", "AM-SH", "AM-AG", 4000, "probable",
                  "The limit of the Alexandropol and Echmiadzin uezds is taken to be today’s limit of Shirak and Aragatsotn.",
                  bbox=(43.4, 40.3, 44.0, 40.6)),
    drawn("alexandropol-talin-east", "AM", 4000, "probable",
          "The limit of the Alexandropol and Echmiadzin uezds on the western slope of Aragats.",
          (43.980, 40.480), (44.080, 40.490), (44.190, 40.530)),
    drawn("batum-line-south", "AM", 4000, "probable",
          "The line of the Batum treaty of 1918 from Mount Aragats past Echmiadzin and Yerevan, which it left to Armenia at 7 to 10 km distance, with the railway Ottoman.",
          (44.190, 40.530), (44.150, 40.420), (44.130, 40.320), (44.150, 40.220), (44.180, 40.130), (44.230, 40.085), (44.330, 40.075), (44.420, 40.100),
          (44.500, 40.085), (44.560, 40.050), (44.620, 40.000), (44.720, 39.980), (44.850, 40.010), (45.010, 40.060),
          cite=("own-drawing", "w28", "w47", "geonames")),
    drawn("echmiadzin-vedi", "AM", 3000, "probable",
          "The limit of the Echmiadzin and Erivan uezds on the lower Zangu (Hrazdan).",
          (44.430, 40.120), (44.420, 40.090), (44.440, 40.050), (44.440, 40.000)),
    drawn("pambak-erivan", "AM", 6000, "probable",
          "The limit of the Alexandropol and Echmiadzin uezds south of Aparan.",
          (44.150, 40.550), (44.220, 40.520), (44.320, 40.470), (44.420, 40.445), (44.500, 40.470), (44.540, 40.540), (44.560, 40.720)),
    natural_earth("pambak-erivan-east", "AM", "AM-KT", "AM-LO", 4000, "probable",
                  "The limit of the Alexandropol and Erivan uezds on the Pambak range is taken to be today’s limit of Kotayk.",
                  bbox=(44.5, 40.5, 45.1, 40.8)),
    natural_earth("erivan-sevan", "AM", "AM-GR", "AM-KT AM-AR AM-TV AM-VD AM-SU", 3000, "probable", overshoot_m=6000, note=
                  "The limit of the Novo-Bayazet uezd is taken to be today’s limit of Gegharkunik."),
    natural_earth("kotayk-tavush", "AM", "AM-KT", "AM-TV", 3000, "probable",
                  "The limit of the Kazakh uezd on the Pambak range is taken to be today’s limit of Tavush."),
    natural_earth("dilijan-lori", "AM", "AM-TV", "AM-LO", 3000, "probable",
                  "The limit of the Kazakh uezd is taken to be today’s limit of Tavush and Lori."),
    drawn("pambak-lori", "AM", 4000, "probable",
          "The southern edge of the Lori neutral zone of 1919–21 on the Bazum range and across the Debed.",
          (43.990, 41.010), (44.080, 40.980), (44.200, 40.930), (44.330, 40.905), (44.450, 40.895), (44.570, 40.920), (44.640, 40.985), (44.720, 40.990), (44.850, 40.990)),
    drawn("moscow-1c", "AM", 3000, "probable",
          "The line of annex I(C) of Moscow: Ararat station, Saray-bulak, Kömürlü-dagh; from the station straight to the Aras.",
          (44.640, 39.790), (44.705, 39.830), (44.950, 39.870), (45.050, 39.770), (45.090, 39.740),
          cite=("own-drawing", "w2")),
    natural_earth("vedi-daralagez", "AM", "AM-AR", "AM-VD", 3000, "probable",
                  "The limit of the Erivan and Sharur-Daralagez uezds is taken to be today’s limit of Ararat and Vayots Dzor."),
    natural_earth("daralagez-zangezur", "AM", "AM-VD", "AM-SU", 2500, "probable",
                  "The limit of Erivan and Elisavetpol provinces is taken to be today’s limit of Vayots Dzor and Syunik."),
    drawn("karki", "AM", 2500, "probable",
          "The outline of the enclave of Kərki (Tigranashen), drawn around the village; no package carries it.",
          (44.915, 39.785), (44.925, 39.803), (44.950, 39.808), (44.972, 39.800), (44.972, 39.782), (44.950, 39.772), (44.925, 39.771), (44.915, 39.785),
          cite=("own-drawing", "w99"), overshoot_m=0),
    # ---------------------------------------------------------------- Azerbaijan
    natural_earth("sharur-nakhchivan", "AZ", "AZ-SAR", "AZ-KAN AZ-BAB", 3000, "probable", overshoot_m=6000, note=
                  "The limit of the Sharur-Daralagez and Nakhichevan uezds is taken to be today’s limit of the Sharur district."),
    natural_earth("nakhchivan-ordubad", "AZ", "AZ-ORD", "AZ-CUL AZ-SAH AZ-BAB", 4000, "probable", overshoot_m=6000, note=
                  "The part of the Nakhichevan uezd that the Batum treaty of 1918 did not take is about today’s Ordubad district."),
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
    drawn("karabakh-highland", "AZ", 4000, "probable",
          "About the outline of the Nagorno-Karabakh autonomous region of 1923–91, drawn by its places: Talish, Mardakert, Askeran, Martuni, Hadrut and Shusha inside; Kelbajar, Lachin, Aghdam and Fuzuli outside.",
          (46.620, 40.410), (46.740, 40.415), (46.820, 40.330), (46.900, 40.270), (46.960, 40.210), (46.930, 40.140), (46.870, 40.060), (46.870, 39.985), (46.890, 39.935),
          (46.930, 39.890), (47.020, 39.860), (47.120, 39.870), (47.200, 39.840), (47.240, 39.760), (47.200, 39.700), (47.130, 39.670), (47.080, 39.620), (47.090, 39.550),
          (47.120, 39.490), (47.080, 39.430), (46.980, 39.410), (46.880, 39.440), (46.850, 39.520), (46.750, 39.560), (46.680, 39.600), (46.650, 39.660), (46.600, 39.700),
          (46.550, 39.780), (46.500, 39.870), (46.510, 39.950), (46.450, 40.020), (46.350, 40.050), (46.280, 40.130), (46.340, 40.220), (46.440, 40.280), (46.520, 40.350), (46.620, 40.410),
          overshoot_m=0),
    # ---------------------------------------------------------------- Iran
    drawn("maku-south", "IR", 8000, "unchecked",
          "The edge of the Maku country towards Khoy and Marand, drawn west of the lower Aq-chai to the Aras.",
          (44.250, 38.760), (44.450, 38.740), (44.620, 38.690), (44.780, 38.650), (44.950, 38.640), (45.080, 38.690), (45.190, 38.790), (45.230, 38.920), (45.300, 39.050), (45.400, 39.180)),
    drawn("qotur-east", "IR", 6000, "probable",
          "The district of Qotur, given to Persia by article 60 of Berlin: the upper Qotur valley, drawn by the relief.",
          (44.620, 38.690), (44.650, 38.580), (44.640, 38.470), (44.560, 38.380), (44.480, 38.300), (44.420, 38.220), (44.380, 38.150),
          cite=("own-drawing", "w33", "basemap-relief")),
]

# A face of the partition belongs to the tract whose seed it holds; a face without a seed joins a neighbour of the same country.
SEEDS = {
    "black-sea": [(40.6, 41.9), (41.35, 42.55)],
    "lazistan": [(40.522, 41.021), (41.42, 41.38)],
    "erzurum": [(41.277, 39.909), (41.54, 40.82), (41.861, 40.344), (42.857, 39.225), (40.02, 40.0)],
    "van": [(43.383, 38.495), (41.485, 38.732), (42.108, 38.401)],
    "harput": [(40.04, 38.95), (40.771, 38.249)],
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
    "tiflis": [(44.8, 41.72), (45.817, 41.955), (44.3, 42.55)],
    "tskhinvali": [(43.969, 42.228)],
    "agbaba": [(43.70, 40.95)],
    "alexandropol": [(43.846, 40.793), (43.858, 41.038)],
    "pambak": [(44.270, 40.831), (44.497, 40.807), (44.359, 40.593)],
    "lori": [(44.385, 41.010), (44.673, 41.098)],
    "echmiadzin": [(44.0, 40.132), (43.878, 40.392)],
    "erivan": [(44.513, 40.178), (44.295, 40.166), (44.756, 40.517)],
    "vedi": [(44.721, 39.913), (44.549, 39.955)],
    "arazdayan-triangle": [(44.828, 39.745), (45.02, 39.80)],
    "sevan": [(45.124, 40.354), (45.732, 40.183)],
    "dilijan": [(44.863, 40.740), (45.389, 40.881)],
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
