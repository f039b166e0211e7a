//! How the source is laid out: a module uses only modules below it, no two files use each other, panels do not know one
//! another. What is compiled for tests alone is left out.

#![cfg(test)]

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};

/// The rank of a module: it may use lower ones alone. Those of one rank, as `app` and `cli`, do not know one another.
fn rank(module: &str) -> u32 {
    match module {
        "cache" | "embedded" | "platform" | "units" => 0,
        "model" | "picture" | "symbology" => 1,
        "text" => 2,
        "catalog" | "geometry" | "typeset" => 3,
        "failure" | "layer" | "scene" | "view" | "world" => 4,
        "check" | "map" | "opening" | "search" => 5,
        "export" | "page" | "record" => 6,
        "session" => 7,
        "app" | "cli" => 8,
        "main" | "lib" => 9,
        other => panic!("the module `{other}` has no rank: give it one"),
    }
}

#[test]
fn a_module_uses_only_modules_below_it() {
    let mut upward = Vec::new();
    let mut edges = BTreeSet::new();
    for source in sources() {
        let user = room(&source.module);
        for used in source.uses.iter().filter_map(|used| used.of_crate()) {
            if used != user {
                if rank(used) >= rank(user) {
                    upward.push(format!("{}: {user} uses {used}", source.path.display()));
                }
                edges.insert((user.to_owned(), used.to_owned()));
            }
        }
    }
    assert!(edges.len() > 10, "the edges are not found any more: {edges:?}");
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn no_two_files_of_a_room_use_each_other() {
    let sources = sources();
    let tree = Tree::new(&sources);
    let mut edges: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for source in &sources {
        for used in source.uses.iter().filter(|used| !used.is_exported) {
            if let Some(used) = tree.file_of(&source.module, &used.path)
                && used != &source.module
                && room(used) == room(&source.module)
            {
                edges.entry(&source.module).or_default().insert(used);
            }
        }
    }
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 150, "the edges are not found any more: {edges:?}");
    let circles: BTreeSet<Vec<String>> = edges.keys().filter_map(|start| circle(start, &edges)).collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The panels of the window: files or folders of `app`. What they share is in `app/widgets`.
const PANELS: [&str; 9] =
    ["canvas", "compare", "detail", "help", "layers", "save", "side_by_side", "timeline", "top_bar"];

/// The panel that a file belongs to.
fn panel(module: &Module) -> Option<&str> {
    let name = module.get(1).filter(|_| room(module) == "app")?;
    PANELS.into_iter().find(|panel| panel == name)
}

#[test]
fn panels_do_not_know_one_another() {
    let sources = sources();
    let tree = Tree::new(&sources);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for source in &sources {
        let Some(user) = panel(&source.module) else { continue };
        seen.insert(user);
        for used in &source.uses {
            let other = tree.file_of(&source.module, &used.path).and_then(panel);
            if let Some(other) = other.filter(|other| *other != user) {
                found.push(format!("{}: {user} uses {other}", source.path.display()));
            }
        }
    }
    assert_eq!(seen, BTreeSet::from(PANELS), "a panel is not there any more");
    assert!(found.is_empty(), "what panels share belongs into app/widgets:\n{}", found.join("\n"));
}

/// The names of the functions in a file that draw with a `&mut Ui`, and what they return.
fn drawing_functions(text: &str) -> Vec<(&str, &str)> {
    let signatures = text.match_indices("fn ").filter_map(|(at, _)| text[at + 3..].split_once(" {\n"));
    let drawing = signatures.filter(|(signature, _)| {
        let parameters = signature.split_whitespace().collect::<Vec<_>>().join(" ");
        parameters.contains("ui: &mut Ui") || parameters.contains("ui: &mut egui::Ui")
    });
    drawing
        .map(|(signature, _)| {
            let name = signature.split(['(', '<']).next().unwrap_or_default();
            // That of a closure among the parameters stands before a bracket.
            let answer = signature.rsplit_once(") -> ").filter(|(_, answer)| !answer.contains(')'));
            let answer = answer.map_or("", |(_, answer)| answer);
            (name, answer)
        })
        .collect()
}

#[test]
fn what_draws_returns_what_the_reader_asks_for_and_nothing_else() {
    let text =
        "fn a_ui(ui: &mut Ui) -> Requests {\n}\nfn b(\n    ui: &mut egui::Ui,\n) -> bool {\n}\nfn c(ui: &Ui) {\n}\n";
    assert_eq!(drawing_functions(text), [("a_ui", "Requests"), ("b", "bool")]);
    let mut seen = 0;
    let mut found = Vec::new();
    for source in sources() {
        // The dialog for saving has wishes of its own, one at a time.
        if panel(&source.module) == Some("save") {
            continue;
        }
        let is_widget = source.module.starts_with(&["app".to_owned(), "widgets".to_owned()]);
        if !is_widget && panel(&source.module).is_none() {
            continue;
        }
        for (name, answer) in drawing_functions(&source.text) {
            seen += 1;
            if !(name == "ui" || name.ends_with("_ui")) || !["", "Requests"].contains(&answer) {
                found.push(format!("{}: {name} -> {answer}", source.path.display()));
            }
        }
    }
    assert!(seen > 50, "only {seen} functions were found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A program for another kind of machine has only that room to write anew.
#[test]
fn the_machine_is_asked_by_the_room_platform_alone() {
    let asked = |source: &Source| -> Vec<String> {
        source.uses.iter().filter(|used| used.asks_the_machine()).map(|used| used.path.join("::")).collect()
    };
    let text = "use std::{fs, thread}; fn f() { fs::read(file); thread::spawn(run); thread::current(); std::time::SystemTime::now(); }";
    let names = ["std::fs", "fs::read", "thread::spawn", "std::time::SystemTime::now"];
    assert_eq!(asked(&Source::new(PathBuf::from("src/room/file.rs"), text)), names);
    let (platform, others): (Vec<_>, Vec<_>) =
        sources().into_iter().partition(|source| room(&source.module) == "platform");
    let known: usize = platform.iter().map(|source| asked(source).len()).sum();
    assert!(known > 20, "the names are not found any more: {known}");
    let found: Vec<_> = others
        .iter()
        .flat_map(|source| asked(source).into_iter().map(move |name| format!("{}: {name}", source.path.display())))
        .collect();
    assert!(found.is_empty(), "these ask the machine themselves:\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> =
        sources().into_iter().filter(|source| !source.text.starts_with("//! ")).map(|source| source.path).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

// ---- The reader of the source ----

#[test]
fn the_reader_of_this_test_sees_what_there_is() {
    let source = Source::new(
        PathBuf::from("src/room/file.rs"),
        r##"//! "doc"
            use crate::model::Day; use crate::{units, world::{World, day::At}}; pub use self::inner::One;
            #[cfg(test)] mod tests { use crate::cli; const A: &str = "in a test"; }
            fn f() { crate::check::check("kars", r#"raw"#, 'c', x.super_, format!("{}", super::two::three())); } // "no"
            #[cfg(test)] use crate::app; fn g() { "after" }"##,
    );
    let paths: Vec<String> =
        source.uses.iter().filter(|used| used.path.len() > 1).map(|used| used.path.join("::")).collect();
    assert_eq!(
        paths,
        [
            "crate::model::Day",
            "crate::units",
            "crate::world::World",
            "crate::world::day::At",
            "self::inner::One",
            "crate::check::check",
            "super::two::three"
        ]
    );
    let exported: Vec<_> =
        source.uses.iter().filter(|used| used.is_exported).map(|used| used.path.join("::")).collect();
    assert_eq!(exported, ["self::inner::One"]);
    assert_eq!(source.literals, ["kars", "raw", "{}", "after"]);
    assert_eq!(source.module, ["room", "file"]);
}

#[test]
fn a_circle_is_seen_through_what_a_folder_exports() {
    let sources = [
        ("src/room/mod.rs", "mod a; mod b; mod c; pub use a::A; pub use b::B;"),
        ("src/room/a.rs", "use super::B;"),
        ("src/room/b.rs", "fn b() { super::c::c() }"),
        ("src/room/c.rs", "use crate::room::A;"),
    ]
    .map(|(path, text)| Source::new(PathBuf::from(path), text));
    let tree = Tree::new(&sources);
    let file = |from: usize, path: &[&str]| {
        let path: Vec<String> = path.iter().map(|part| (*part).to_owned()).collect();
        tree.file_of(&sources[from].module, &path).map(|module| module.join("/"))
    };
    assert_eq!(file(1, &["super", "B"]).as_deref(), Some("room/b"));
    assert_eq!(file(2, &["super", "c", "c"]).as_deref(), Some("room/c"));
    assert_eq!(file(3, &["crate", "room", "A"]).as_deref(), Some("room/a"));
    assert_eq!(file(0, &["a", "A"]).as_deref(), Some("room/a"));
    assert_eq!(file(1, &["super", "Own"]).as_deref(), Some("room"));
    assert_eq!(file(1, &["std", "fmt"]), None);
    let edges: BTreeMap<&Module, BTreeSet<&Module>> = [(1, 2), (2, 3), (3, 1)]
        .into_iter()
        .map(|(user, used): (usize, usize)| (&sources[user].module, BTreeSet::from([&sources[used].module])))
        .collect();
    assert_eq!(circle(&sources[1].module, &edges).unwrap(), ["room/a", "room/b", "room/c"]);
}

/// The names of a module from the root of the crate; those of `lib.rs` and `main.rs` are their own.
type Module = Vec<String>;

/// A file of `src/`.
struct Source {
    path: PathBuf,
    text: String,
    module: Module,
    /// Every path of names in it, in order.
    uses: Vec<Use>,
    /// The texts between quotes, as they are written.
    literals: Vec<String>,
}

/// A path of names.
struct Use {
    path: Vec<String>,
    /// Whether it is exported for others.
    is_exported: bool,
}

impl Source {
    fn new(path: PathBuf, text: &str) -> Self {
        let mut parts: Vec<String> = path.iter().skip(1).map(|part| part.to_string_lossy().into_owned()).collect();
        let file = parts.pop().unwrap();
        if file != "mod.rs" {
            parts.push(file.trim_end_matches(".rs").to_owned());
        }
        let mut source = Self { path, text: text.to_owned(), module: parts, uses: Vec::new(), literals: Vec::new() };
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", source.path.display()));
        source.read(tokens, &[], false);
        source
    }

    /// Reads tokens that stand after `before::`.
    fn read(&mut self, tokens: TokenStream, before: &[String], mut is_exported: bool) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path = before.to_vec();
        let mut last: Option<TokenTree> = None;
        let mut after_colons = false;
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    // An attribute of what comes next, or with a `!` of what is around it.
                    if is_punct(tokens.peek(), '!') {
                        tokens.next();
                    }
                    let attribute = tokens.next().map(|group| group.to_string()).unwrap_or_default();
                    if attribute.replace(' ', "") == "[cfg(test)]" {
                        let ends = |token: &TokenTree| is_punct(Some(token), ';') || is_braces(token);
                        tokens.by_ref().find(ends);
                    } else if !attribute.starts_with("[doc") {
                        self.read(attribute.parse().unwrap(), &[], false);
                    }
                }
                TokenTree::Ident(name) if after_colons => path.push(name.to_string()),
                TokenTree::Ident(name) => {
                    self.end(&mut path, before, is_exported);
                    let name = name.to_string();
                    if name == "use" {
                        is_exported = matches!(&last, Some(TokenTree::Ident(word)) if *word == "pub")
                            || matches!(&last, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
                    } else if !is_punct(last.as_ref(), '.') {
                        path.push(name);
                    }
                }
                TokenTree::Group(group) if after_colons && is_braces(&token) => {
                    let before = std::mem::take(&mut path);
                    self.read(group.stream(), &before, is_exported);
                }
                TokenTree::Group(group) => {
                    self.end(&mut path, before, is_exported);
                    self.read(group.stream(), &[], false);
                }
                TokenTree::Literal(literal) => self.literals.extend(quoted(&literal.to_string())),
                // Of a pair of colons the first is joined to the second.
                TokenTree::Punct(punct) if punct.as_char() == ':' && is_pair(punct, last.as_ref()) => {}
                TokenTree::Punct(punct) => {
                    self.end(&mut path, before, is_exported);
                    is_exported &= punct.as_char() != ';';
                }
            }
            after_colons = is_punct(Some(&token), ':') && is_punct(last.as_ref(), ':');
            last = Some(token);
        }
        self.end(&mut path, before, is_exported);
    }

    /// Takes in a path that has come to its end.
    fn end(&mut self, path: &mut Vec<String>, before: &[String], is_exported: bool) {
        let path = std::mem::replace(path, before.to_vec());
        if path.len() > before.len() {
            self.uses.push(Use { path, is_exported });
        }
    }
}

impl Use {
    /// The module of the crate's root that the path names.
    fn of_crate(&self) -> Option<&str> {
        match self.path.as_slice() {
            [root, name, ..] if root == "crate" || root == "kars_atlas" => {
                name.chars().next().is_some_and(char::is_lowercase).then_some(name)
            }
            _ => None,
        }
    }

    /// Whether the path names files, threads to be made, a dialog, the clock, or a place of the system.
    fn asks_the_machine(&self) -> bool {
        let path: Vec<&str> = self.path.iter().map(String::as_str).filter(|name| *name != "std").collect();
        match path.as_slice() {
            ["rfd" | "directories" | "tempfile", _, ..] => true,
            ["fs", ..] => path.len() > 1 || self.path.len() > 1,
            ["thread", what, ..] => ["spawn", "scope", "Builder"].contains(what),
            names => names.contains(&"SystemTime"),
        }
    }
}

/// The modules of the source, and what they export of one another.
struct Tree<'a> {
    modules: BTreeSet<&'a Module>,
    exports: BTreeMap<(&'a Module, &'a str), &'a [String]>,
}

impl<'a> Tree<'a> {
    fn new(sources: &'a [Source]) -> Self {
        let exported = |source: &'a Source| {
            let uses = source.uses.iter().filter(|used| used.is_exported);
            uses.filter_map(|used| Some(((&source.module, used.path.last()?.as_str()), used.path.as_slice())))
        };
        Self {
            modules: sources.iter().map(|source| &source.module).collect(),
            exports: sources.iter().flat_map(exported).collect(),
        }
    }

    /// The file in which stands what a path in the file of `from` names; `None` for what is of another crate.
    fn file_of(&self, from: &'a Module, path: &[String]) -> Option<&'a Module> {
        let mut rest = path;
        let mut at: Module = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => from.clone(),
            // A name by itself is a variable as a rule.
            _ if path.len() == 1 => return None,
            name => {
                let child = [from.as_slice(), &[name.to_owned()]].concat();
                return self.modules.get(&child).and_then(|child| self.file_of(child, &with_self(path)));
            }
        };
        while let [name, after @ ..] = rest {
            match name.as_str() {
                "super" => {
                    at.pop();
                }
                "crate" | "self" => {}
                name => {
                    at.push(name.to_owned());
                    if !self.modules.contains(&at) {
                        at.pop();
                        let home = self.modules.get(&at).copied()?;
                        // What the module does not export is its own.
                        return Some(match self.exports.get(&(home, name)) {
                            Some(exported) => self.file_of(home, exported).unwrap_or(home),
                            None => home,
                        });
                    }
                }
            }
            rest = after;
        }
        self.modules.get(&at).copied()
    }
}

/// A path that begins with a module, as seen from within it.
fn with_self(path: &[String]) -> Vec<String> {
    [&["self".to_owned()], path.get(1..).unwrap_or_default()].concat()
}

/// The shortest way along edges from a file back to it.
fn circle(start: &Module, edges: &BTreeMap<&Module, BTreeSet<&Module>>) -> Option<Vec<String>> {
    let mut ways: Vec<Vec<&Module>> = vec![vec![start]];
    let mut seen = BTreeSet::new();
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        for used in edges.get(way.last()?).into_iter().flatten() {
            if *used == start {
                // Each circle once, whichever file it was found from.
                let mut names: Vec<String> = way.iter().map(|module| module.join("/")).collect();
                let first = names.iter().enumerate().min_by_key(|(_, name)| *name)?.0;
                names.rotate_left(first);
                return Some(names);
            }
            if seen.insert(*used) {
                ways.push([way.as_slice(), &[*used]].concat());
            }
        }
    }
    None
}

/// The files of `src/` with their paths from the root of the package, sorted.
fn sources() -> Vec<Source> {
    source::files().into_iter().map(|(path, text)| Source::new(Path::new("src").join(path), &text)).collect()
}

fn room(module: &Module) -> &str {
    module.first().unwrap()
}

fn is_punct(token: Option<&TokenTree>, c: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == c)
}

fn is_pair(punct: &Punct, last: Option<&TokenTree>) -> bool {
    punct.spacing() == Spacing::Joint || is_punct(last, ':')
}

fn is_braces(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// What stands between the quotes of a text.
fn quoted(literal: &str) -> Option<String> {
    let text = literal.strip_prefix('r').unwrap_or(literal).trim_matches('#');
    Some(text.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}
