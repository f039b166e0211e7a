#!/usr/bin/env bash
# Every page that is for one map, on twelve telling days, and each in the size that the last row sees: one sheet to look at.
#
#     .ci/contact-sheet.sh PROGRAM FOLDER      pages and sheets go to FOLDER
set -euo pipefail

program=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
days=(1829-10-01 1878-07-14 1914-07-01 1918-04-15 1918-06-05 1919-02-15 1919-09-15 1920-08-15 1920-11-15 1921-03-17 1921-10-13 1932-12-01)
sheet() {
    local name=$1 size=$2
    shift 2
    local pages=()
    for day in "${days[@]}"; do
        "$program" export --date "$day" --size "$size" --output "$out/$name-$day.png" "$@"
        pages+=("$out/$name-$day.png")
    done
    montage "${pages[@]}" -tile 3x -geometry +6+6 "$out/sheet-$name.png"
}
sheet slide 960x540 --page slide
sheet slide-dark 960x540 --page slide --theme dark
sheet back-row 480x270 --page slide
sheet figure 960x540 --page figure
sheet a4 1052x744 --page a4
sheet photocopy 1052x744 --page a4 --style photocopy
sheet outline 1052x744 --page a4 --style outline
convert "$out/sheet-back-row.png" -colorspace Gray "$out/sheet-back-row-grey.png"
