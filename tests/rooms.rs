//! How the source is laid out: a module uses only modules below it, and no fact about the world stands in it.

#![cfg(test)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use kars_atlas::catalog;
use kars_atlas::model::Entry;

/// The rank of a module: it may use lower ones alone. Those of one rank, as `app` and `cli`, do not know one another.
fn rank(module: &str) -> u32 {
    match module {
        "cache" | "embedded" | "platform" | "units" => 0,
        "failure" | "model" | "picture" => 1,
        "catalog" | "geometry" | "symbology" | "text" | "typeset" | "view" => 2,
        "scene" | "world" => 3,
        "check" | "map" | "opening" | "search" => 4,
        "export" | "page" | "record" => 5,
        "session" => 6,
        "app" | "cli" => 7,
        "main" | "lib" => 8,
        other => panic!("the module `{other}` has no rank: give it one"),
    }
}

#[test]
fn a_module_uses_only_modules_below_it() {
    let mut upward = Vec::new();
    let mut edges = BTreeSet::new();
    for (path, text) in sources() {
        let user = module_of(&path);
        for used in used_modules(code_of(&text)) {
            if used != user {
                if rank(&used) >= rank(&user) {
                    upward.push(format!("{}: {user} uses {used}", path.display()));
                }
                edges.insert((user.clone(), used));
            }
        }
    }
    assert!(edges.len() > 10, "the edges are not found any more: {edges:?}");
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn no_id_of_the_record_stands_in_the_source() {
    let atlas = catalog::load_embedded().atlas;
    // `none`, the holder of what is undetermined, is part of the language of the record.
    let ids: BTreeSet<&str> = atlas
        .instruments
        .iter()
        .filter_map(Entry::id)
        .chain(atlas.tracts.iter().filter_map(Entry::id))
        .chain(atlas.polities.iter().filter_map(Entry::id))
        .chain(atlas.eras.iter().filter_map(Entry::id))
        .filter(|id| *id != "none")
        .collect();
    assert!(ids.len() > 50);
    let mut found = Vec::new();
    for (path, text) in sources() {
        for literal in literals(code_of(&text)) {
            if ids.contains(literal) {
                found.push(format!("{}: \"{literal}\"", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "facts belong into data/:\n{}", found.join("\n"));
}

/// A program for another kind of machine has only that room to write anew.
#[test]
fn the_machine_is_asked_by_the_room_platform_alone() {
    const OF_THE_MACHINE: [&str; 8] = [
        "std::fs",
        "thread::spawn",
        "thread::scope",
        "thread::Builder",
        "SystemTime",
        "rfd::",
        "directories::",
        "tempfile::",
    ];
    let asks =
        |text: &str| OF_THE_MACHINE.iter().copied().filter(|name| code_of(text).contains(name)).collect::<Vec<_>>();
    assert_eq!(asks("std::fs::read(file); std::thread::spawn(run);"), ["std::fs", "thread::spawn"]);
    let (platform, others): (Vec<_>, Vec<_>) =
        sources().into_iter().partition(|(path, _)| module_of(path) == "platform");
    assert!(platform.iter().any(|(_, text)| asks(text).len() > 5), "the names are not found any more");
    let found: Vec<_> = others
        .iter()
        .flat_map(|(path, text)| asks(text).into_iter().map(move |name| format!("{}: {name}", path.display())))
        .collect();
    assert!(found.is_empty(), "these ask the machine themselves:\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn the_reader_of_this_test_sees_what_there_is() {
    assert_eq!(
        used_modules("use crate::model::Day; use crate::{units, world::World}; crate::check::check()"),
        ["model", "units", "world", "check"]
    );
    assert_eq!(
        literals(
            r#"a("kars") // "b"
        x("a\"c")"#
        ),
        ["kars", "a\\\"c"]
    );
    assert_eq!(module_of(Path::new("src/world/day.rs")), "world");
    assert_eq!(module_of(Path::new("src/units.rs")), "units");
}

/// The files of `src/` with their paths from the root of the package, sorted.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec![root.join("src")];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((path.strip_prefix(root).unwrap().to_owned(), text));
            }
        }
    }
    files.sort();
    assert!(files.len() > 20);
    files
}

/// What is compiled outside of tests: by habit the tests of a file stand at its end.
fn code_of(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

fn module_of(path: &Path) -> String {
    let mut parts = path.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.next().unwrap().trim_end_matches(".rs").to_owned()
}

fn used_modules(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = Vec::new();
    for prefix in ["crate::", "kars_atlas::"] {
        for after in code.split(prefix).skip(1) {
            match after.strip_prefix('{') {
                // The names right inside the braces, not those of braces within.
                Some(group) => {
                    let mut depth = 0;
                    let mut item = String::new();
                    for c in group.chars() {
                        match c {
                            '{' => depth += 1,
                            '}' if depth == 0 => break,
                            '}' => depth -= 1,
                            ',' if depth == 0 => used.push(name(std::mem::take(&mut item).trim())),
                            c if depth == 0 => item.push(c),
                            _ => {}
                        }
                    }
                    used.push(name(item.trim()));
                }
                None => used.push(name(after)),
            }
        }
    }
    used.retain(|module| module.chars().next().is_some_and(char::is_lowercase));
    used
}

/// The texts between quotes, comment lines left out.
fn literals(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in code.lines() {
        let mut begin = None;
        let mut escaped = false;
        for (at, c) in line.char_indices() {
            match (c, begin) {
                _ if escaped => escaped = false,
                ('\\', Some(_)) => escaped = true,
                ('"', Some(from)) => {
                    found.push(&line[from..at]);
                    begin = None;
                }
                ('"', None) => begin = Some(at + 1),
                ('/', None) if line[at..].starts_with("//") => break,
                _ => {}
            }
        }
    }
    found
}
