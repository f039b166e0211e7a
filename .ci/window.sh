#!/usr/bin/env bash
# The real window, on a virtual screen: does it start, does a click on Nakhchivan bring up the panel with its articles, does it rest when
# nothing happens, and what does it say where there is no screen. It sees what a person sees: pixels, read by tesseract.
#
#     .ci/window.sh PROGRAM FOLDER      screenshots and logs go to FOLDER
#
# Where things are is found, not assumed: the map is what changes when one zooms; the panel is what lies right of it; Nakhchivan
# lies where its longitude and latitude are, on the projection of the map (see data/layers/relief.json).
set -euo pipefail

program=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
scratch=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap finish EXIT
fail() {
    echo "window: $*" >&2
    [ ! -s "$out/window.log" ] || sed 's/^/    /' "$out/window.log" >&2
    exit 1
}
export XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" XDG_CACHE_HOME="$scratch/cache"

# 1. Without a screen: words instead of a panic.
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET
status=0
timeout 60 "$program" </dev/null >"$out/no-screen.log" 2>&1 || status=$?
if [ "$status" -eq 0 ] || [ "$status" -ge 101 ]; then fail "without a screen it ended with status $status: $(cat "$out/no-screen.log")"; fi
grep -q '^error: ' "$out/no-screen.log" || fail "without a screen it does not say 'error: ...': $(cat "$out/no-screen.log")"
grep -q '^hint: ' "$out/no-screen.log" || fail "without a screen it gives no hint: $(cat "$out/no-screen.log")"
! grep -q 'panicked' "$out/no-screen.log" || fail "without a screen it panics: $(cat "$out/no-screen.log")"
echo "window: without a screen it ends with status $status, an error and a hint"

# 2. With one: the window comes.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$scratch/display" >"$out/xvfb.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -s "$scratch/display" ] && break; sleep 0.1; done
[ -s "$scratch/display" ] || fail "no virtual screen: $(cat "$out/xvfb.log")"
DISPLAY=":$(cat "$scratch/display")"
export DISPLAY
"$program" >"$out/window.log" 2>&1 &
app=$!
pids+=("$app")
alive() { kill -0 "$app" 2>/dev/null || fail "the program has ended"; }
window=
for _ in $(seq 300); do
    alive
    window=$(xdotool search --onlyvisible --name '^Kars Atlas' 2>/dev/null | tail -1) || true
    [ -n "$window" ] && break
    sleep 0.2
done
[ -n "$window" ] || fail "no window after a minute"
geometry=$(xdotool getwindowgeometry --shell "$window" | grep -E '^(X|Y|WIDTH|HEIGHT)=')
eval "$geometry"
[ "$WIDTH x $HEIGHT" = "1280 x 800" ] || fail "the window is $WIDTH x $HEIGHT, not 1280 x 800"
shot() { import -silent -window root -crop "${WIDTH}x${HEIGHT}+${X}+${Y}" +repage "$1"; }
# Two shots alike, and more than a blank: what was asked for has been drawn.
settle() {
    local before=none now colours
    for _ in $(seq 60); do
        alive
        sleep 0.7
        shot "$1"
        now=$(identify -format '%#' "$1")
        colours=$(identify -format '%k' "$1")
        [ "$now" = "$before" ] && [ "$colours" -gt 500 ] && return
        before=$now
    done
    fail "the window does not come to rest"
}
settle "$scratch/start.png"
echo "window: it is open"

# 3. Where the map is: what changes under the wheel.
xdotool windowfocus "$window" || true
xdotool mousemove $((X + WIDTH / 2)) $((Y + HEIGHT / 2))
sleep 0.3
for _ in 1 2 3 4 5; do xdotool click 4; done
xdotool mousemove $((X + WIDTH / 2)) $((Y + 4)) # away, so that no tip covers anything
settle "$scratch/near.png"
box=$(convert "$scratch/start.png" "$scratch/near.png" -compose difference -composite -colorspace gray -threshold 2% -format '%@' info:)
IFS='x+' read -r map_width map_height map_x map_y <<<"$box"
if [ "$map_width" -lt 400 ] || [ "$map_height" -lt 400 ]; then fail "the wheel changes only $box of the window"; fi
xdotool key --window "$window" Home
settle "$scratch/start.png"

# 4. Nakhchivan: north-west of its town, between the stretches of the border. The whole frame is fitted into the map with 28 px around.
read -r click_x click_y < <(awk -v w="$map_width" -v h="$map_height" -v x="$map_x" -v y="$map_y" 'BEGIN {
    lon = 45.45; lat = 39.33; rad = atan2(0, -1) / 180
    east = (lon - 43.75) * cos(lat * rad) * 111.32; north = (lat - 40.4) * 111.03
    north += east * (lon - 43.75) * rad * sin(40.4 * rad) / 2      # parallels are curved
    scale = 665.04 / (w - 56); tall = 503.26 / (h - 56); if (tall > scale) scale = tall
    printf "%d %d\n", x + w / 2 + east / scale, y + h / 2 - (north - 3.23) / scale
}')
panel_x=$((map_x + map_width))
read_panel() {
    shot "$1"
    convert "$1" -crop "$((WIDTH - panel_x))x${HEIGHT}+${panel_x}+0" +repage -colorspace gray -resize 300% "$scratch/panel.png"
    tesseract "$scratch/panel.png" - --psm 6 -l eng 2>/dev/null
}
before=$(read_panel "$scratch/start.png")
! grep -qE 'Articles \(' <<<"$before" || fail "a region is chosen before anything was clicked"
xdotool mousemove $((X + click_x)) $((Y + click_y))
sleep 0.5
xdotool click 1
sleep 0.3
xdotool mousemove $((X + WIDTH / 2)) $((Y + 4))
settle "$out/window.png"
text=$(read_panel "$out/window.png")
grep -q 'Nakhchivan' <<<"$text" || fail "a click at $click_x,$click_y does not bring up Nakhchivan; the panel says: $text"

# 5. Its articles, further down the panel.
for _ in $(seq 25); do
    if grep -qE 'Articles \([1-9]' <<<"$text"; then break; fi
    xdotool mousemove $((X + (panel_x + WIDTH) / 2)) $((Y + HEIGHT / 2))
    for _ in 1 2 3; do xdotool click 5; done
    sleep 1.2
    alive
    text=$(read_panel "$out/window-articles.png")
done
grep -qE 'Articles \([1-9]' <<<"$text" || fail "the panel of Nakhchivan has no articles; it ends with: $text"
echo "window: a click at $click_x,$click_y brings up Nakhchivan and its $(grep -oE 'Articles \([0-9]+\)' <<<"$text" | head -1)"

# 6. Nothing happens: no processor time.
ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }
xdotool mousemove $((X + WIDTH / 2)) $((Y + 4))
sleep 3
from=$(ticks)
sleep 5
spent=$(($(ticks) - from))
[ "$spent" -le 25 ] || fail "the idle window used $spent hundredths of a second of processor time in 5 s"
echo "window: idle, it used ${spent}0 ms of processor time in 5 s"
! grep -q 'panicked' "$out/window.log" || fail "something panicked"
