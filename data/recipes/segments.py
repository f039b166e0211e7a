"""Cuts the line of 1921 into t1 ... t9, n1 ... n4 and i1, and today's borders into one line each."""
import border
from border import ARMENIA, AZERBAIJAN, GEORGIA, IRAN, NAKHCHIVAN, RUSSIA, TURKEY

# Where one segment ends and the next begins: the waypoints of the annexes, snapped to the nearest vertex of the line.
CHOROKH, KANNI_DAGH, POSKHOV, KURA = (41.7030, 41.4780), (42.4400, 41.4310), (42.8330, 41.5750), (43.1840, 41.2990)
ARPA_CHAI, ARPA_MOUTH, KUKI_DAGH = (43.7400, 40.7410), (43.6570, 40.1100), (45.7700, 39.5500)
ARARAT_STATION = (44.7050, 39.8320)

MODERN = [("Turkey – Georgia", GEORGIA, TURKEY), ("Turkey – Armenia", ARMENIA, TURKEY),
          ("Turkey – Azerbaijan", AZERBAIJAN, TURKEY), ("Turkey – Iran", IRAN, TURKEY),
          ("Armenia – Georgia", GEORGIA, ARMENIA), ("Georgia – Azerbaijan", GEORGIA, AZERBAIJAN),
          ("Armenia – Azerbaijan", ARMENIA, AZERBAIJAN), ("Azerbaijan – Iran", AZERBAIJAN, IRAN),
          ("Armenia – Iran", ARMENIA, IRAN), ("Georgia – Russia", RUSSIA, GEORGIA), ("Azerbaijan – Russia", RUSSIA, AZERBAIJAN)]


def paths():
    georgia = border.line_between(GEORGIA, TURKEY)
    armenia = border.line_between(ARMENIA, TURKEY)
    corner = border.line_between(ARMENIA, NAKHCHIVAN)
    triangle = border.line_between({"arazdayan-triangle"}, NAKHCHIVAN)
    persia = border.line_between(IRAN, TURKEY)
    ararat = border.line_between(IRAN, {"little-ararat"})
    found = {
        "t1": border.cut(georgia, None, CHOROKH),
        "t2": border.cut(georgia, CHOROKH, KANNI_DAGH),
        "t3": border.cut(georgia, KANNI_DAGH, POSKHOV),
        "t4": border.cut(georgia, POSKHOV, KURA),
        "t5": border.cut(georgia, KURA, None),
        "t6": border.cut(armenia, None, ARPA_CHAI),
        "t7": border.cut(armenia, ARPA_CHAI, ARPA_MOUTH),
        "t8": border.cut(armenia, ARPA_MOUTH, None),
        "t9": border.line_between(AZERBAIJAN, TURKEY),
        "n1": border.cut(corner, None, triangle[-1]),
        "n2": border.cut(corner, triangle[-1], KUKI_DAGH),
        "n3": border.cut(corner, KUKI_DAGH, None),
        "n4": border.line_between(IRAN, NAKHCHIVAN),
        "i1": border.cut(persia, None, ararat[-1]),
    }
    for before, after in zip(list(found), list(found)[1:9]):
        assert found[before][-1] == found[after][0], (before, after)
    assert found["n1"][0] == found["t9"][0] and found["n3"][-1] == found["n4"][0] and found["i1"][0] == found["t9"][-1]
    return found


def main():
    found = paths()
    border.write("segments", [border.feature(path, name, id=name) for name, path in found.items()])
    print("  " + ", ".join(f"{name} {border.length_m(path) / 1000:.1f} km" for name, path in found.items()))
    border.write("modern", [border.feature(path, name=name) for name, left, right in MODERN
                            for path in border.lines_between(left, right)])


if __name__ == "__main__":
    main()
