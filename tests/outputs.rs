//! What commands do with what they are given and what they write to: nothing is overwritten unasked, nothing half-written,
//! no message breaks a command, and nothing that a file says steers the terminal.

#![cfg(unix)]
#![cfg(test)]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const DAY: [&str; 2] = ["--date", "1921-10-13"];
const SMALL: [&str; 2] = ["--size", "300x200"];

fn atlas(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kars-atlas"));
    command.args(args).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    atlas(args).output().unwrap()
}

fn export(more: &[&str]) -> Output {
    run(&[&["export"], &DAY[..], &SMALL[..], more].concat())
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A folder with a file whose name, id, type and property all try to steer the terminal.
fn steering() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a\u{1b}]0;x\u{7}\u{202e}.geojson");
    let text = r#"{"type": "FeatureCollection", "features": [
        {"type": "Fea\u001b[31mture\u202e", "properties": null, "geometry": null},
        {"type": "Feature", "id": "\u001b[31m\u202e", "properties": {"name": "\u001b[31m\u202e\u0000\u009b"},
         "geometry": {"type": "Point", "coordinates": [43.1, 40.6]}}]}"#;
    fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap().to_owned();
    (folder, file)
}

fn is_fit(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).chars().all(|c| {
        matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
    })
}

#[test]
fn nothing_that_a_name_says_steers_the_terminal() {
    let (folder, file) = steering();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    let place = "[[place]]\nid = 'zz'\nname = \"Pla\\u001b[31m\\u202ece\"\nkind = 'town'\nat = [43.1, 40.6]\n\
                 importance = 1\ncertainty = 'certain'\ncite = []\n";
    fs::write(data.join("a\u{1b}[31m.toml"), place.to_owned() + "[[\"x\\u001b\"]]\n").unwrap();
    let (data, map) = (data.to_str().unwrap(), folder.path().join("m.svg"));
    let map = map.to_str().unwrap();
    let odd = "\u{1b}]0;pwned\u{7}\u{202e}";
    for args in [
        vec!["check", &file],
        vec!["export", DAY[0], DAY[1], "-o", map, &file],
        vec!["--data", data, "check"],
        vec!["--data", data, "show", "zz"],
        vec!["--data", data, "show", "zz", "--json"],
        vec!["--data", data, "list", "places"],
        vec!["--data", data, "list", "places", "--json"],
        vec!["--data", data, "search", "Pla"],
        vec!["--data", data, "cite", "zz"],
        vec!["--data", data, "cite", "zz", "--format", "bibtex"],
        vec!["show", odd],
        vec!["export", "--date", odd, "-o", map],
        vec!["export", DAY[0], DAY[1], "-o", odd],
        vec![odd],
    ] {
        let output = run(&args);
        assert!(!output.stdout.is_empty() || !output.stderr.is_empty(), "{args:?} says nothing");
        assert!(is_fit(&output.stdout) && is_fit(&output.stderr), "{args:?}: {:?} {:?}", output, told(&output));
    }
    let svg = fs::read_to_string(map).unwrap();
    assert!(svg.chars().all(|c| c >= ' ' || c == '\n'), "the name came into the picture as it is");
}

#[test]
fn a_message_that_nobody_hears_costs_no_picture() {
    let (folder, file) = steering();
    let map = folder.path().join("m.svg");
    for stderr in [Stdio::from(File::options().write(true).open("/dev/full").unwrap()), closed_pipe()] {
        let args = [&["export"], &DAY[..], &SMALL[..], &["-o", map.to_str().unwrap(), &file]].concat();
        let status = atlas(&args).stderr(stderr).status().unwrap();
        // One feature was left out.
        assert_eq!(status.code(), Some(1));
        assert!(fs::read_to_string(&map).unwrap().ends_with("</svg>\n"));
        fs::remove_file(&map).unwrap();
    }
    for args in [vec!["check", &file], vec!["show", "nonesuch"], vec!["--nonesuch"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let status = atlas(&args).stderr(full).stdout(Stdio::null()).status().unwrap();
        assert!(matches!(status.code(), Some(1 | 2)), "{args:?}: {status}");
    }
}

/// A pipe that nobody reads.
fn closed_pipe() -> Stdio {
    let mut reader = Command::new("true").stdin(Stdio::piped()).spawn().unwrap();
    let pipe = reader.stdin.take().unwrap();
    reader.wait().unwrap();
    pipe.into()
}

#[test]
fn an_export_whose_layer_lost_features_says_so_by_its_status() {
    let (folder, file) = steering();
    let map = folder.path().join("m.png");
    let output = export(&["-o", map.to_str().unwrap(), &file]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(map.exists());
}

#[test]
fn outputs_stay_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let [link, target, taken] = ["link.svg", "target.svg", "taken.svg"].map(|name| folder.path().join(name));
    symlink("target.svg", &link).unwrap();
    assert_eq!(export(&["-o", link.to_str().unwrap()]).status.code(), Some(0));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let svg = fs::read(&target).unwrap();

    fs::write(&taken, "mine").unwrap();
    let kept = export(&["--no-clobber", "-o", taken.to_str().unwrap()]);
    assert_eq!(kept.status.code(), Some(1));
    assert!(told(&kept).contains("is there already"), "{}", told(&kept));
    assert_eq!(fs::read(&taken).unwrap(), b"mine");

    let printed = export(&["--format", "svg", "-o", "-"]);
    assert_eq!(printed.status.code(), Some(0), "{}", told(&printed));
    assert_eq!(printed.stdout, svg);
    assert!(export(&["--format", "svg", "-o", "/dev/full"]).status.code() == Some(1), "a full device is no success");
    assert_eq!(export(&["--format", "svg", "-o", "/dev/null"]).status.code(), Some(0));
    assert_eq!(names(folder.path()), ["link.svg", "taken.svg", "target.svg"]);
}

/// The first table is to go into a pipe that nobody reads: all others lie beside their places by then.
#[test]
fn a_program_that_is_told_to_end_leaves_nothing_behind() {
    for signal in ["-TERM", "-INT", "-HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let tables = folder.path().to_str().unwrap();
        assert!(run(&["record", "--format", "csv", "-o", tables]).status.success());
        let all = names(folder.path());
        let first = folder.path().join("tracts.csv");
        fs::remove_file(&first).unwrap();
        assert!(Command::new("mkfifo").arg(&first).status().unwrap().success());

        let mut child = atlas(&["record", "--format", "csv", "-o", tables]).spawn().unwrap();
        let begin = Instant::now();
        while names(folder.path()).len() < 2 * all.len() - 1 {
            assert!(begin.elapsed() < Duration::from_mins(1), "the tables do not come");
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(130));
        assert_eq!(names(folder.path()), all, "{signal}");
    }
}

#[test]
fn a_folder_with_odd_files_is_read_without_them_and_they_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let place = |id: &str| {
        format!(
            "[[place]]\nid = '{id}'\nname = 'N'\nkind = 'town'\nat = [43.1, 40.6]\nimportance = 1\ncertainty = 'certain'\n\
             cite = ['own-deduction']\n"
        )
    };
    fs::write(path("a.toml"), place("zz-a")).unwrap();
    fs::write(path("b.TOML"), place("zz-b")).unwrap();
    fs::write(path("c.toml.txt"), "").unwrap();
    fs::write(path("README.md"), "").unwrap();
    fs::write(path("x.json"), "{}").unwrap();
    fs::write(path("._a.toml"), "\0").unwrap();
    for (link, to) in [(".#a.toml", "nowhere"), ("d.toml", "nowhere"), ("l1", "."), ("l2", ".")] {
        symlink(to, path(link)).unwrap();
    }
    assert!(Command::new("mkfifo").arg(path("e.toml")).status().unwrap().success());
    let data = folder.path().to_str().unwrap();
    let listed = run(&["--data", data, "list", "places"]);
    let places = String::from_utf8(listed.stdout.clone()).unwrap();
    assert!(places.contains("zz-a") && places.contains("zz-b"), "{}", told(&listed));
    let named: Vec<String> = told(&listed)
        .lines()
        .map(|line| {
            line.rsplit_once(data).map_or(line, |(_, rest)| rest).split(':').next().unwrap_or_default().to_owned()
        })
        .collect();
    assert_eq!(named, ["/c.toml.txt", "/d.toml", "/e.toml", "/x.json"], "{}", told(&listed));
}

#[test]
fn a_year_of_two_digits_is_asked_back() {
    let output = run(&["query", "--tract", "kars", "--date", "13.10.21"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("two digits"), "{}", told(&output));
}
