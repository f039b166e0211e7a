//! The source as tests read it: its files, and the texts between quotes in what is compiled outside of tests.

use std::path::{Path, PathBuf};

/// A text between quotes, and the line on which it begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
    /// What stands behind it, to the end of the file.
    pub rest: String,
}

/// The files of `src/` with their paths from there, sorted.
pub fn files() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    files.sort();
    assert!(files.len() > 20);
    files
}

/// The literals of a file, but for those of comments, attributes and tests. A line broken by `\` is one.
pub fn literals(code: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(piece) = next(&code[at..]) {
        let end = at + piece.len();
        if piece.starts_with("#[cfg(test)]") {
            at = end + item(&code[end..]);
            continue;
        }
        if let Some(text) = content(piece) {
            let line = code[..at].matches('\n').count() + 1;
            found.push(Literal { line, text: unbroken(text), rest: code[end..].to_owned() });
        }
        at = end;
    }
    found
}

/// A file without its comments, attributes, literals and tests.
pub fn bare(code: &str) -> String {
    let mut left = String::new();
    let mut at = 0;
    while let Some(piece) = next(&code[at..]) {
        at += piece.len();
        if piece.starts_with("#[cfg(test)]") {
            at += item(&code[at..]);
        } else if piece.chars().nth(1).is_none() {
            left.push_str(piece);
        }
    }
    left
}

/// The next piece of code: a comment, an attribute, a literal, or one character.
fn next(code: &str) -> Option<&str> {
    let first = code.chars().next()?;
    let raw = |hashes: usize| code.starts_with(&format!("r{}\"", "#".repeat(hashes)));
    Some(if code.starts_with("//") {
        &code[..code.find('\n').unwrap_or(code.len())]
    } else if code.starts_with("#[") || code.starts_with("#![") {
        &code[..balanced(code, '[', ']')]
    } else if let Some(hashes) = (0..3).find(|hashes| raw(*hashes)) {
        let end = format!("\"{}", "#".repeat(hashes));
        let from = hashes + 2;
        &code[..from + code[from..].find(&end).unwrap() + end.len()]
    } else if first == '"' {
        &code[..quoted(code, '"')]
    } else if first == '\'' && (code.chars().nth(2) == Some('\'') || code.starts_with("'\\")) {
        &code[..quoted(code, '\'')]
    } else {
        &code[..first.len_utf8()]
    })
}

/// Where what begins with a quotation mark ends.
fn quoted(code: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in code.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    panic!("a quotation without an end: {}", &code[..40.min(code.len())]);
}

/// Where the brackets that open first are closed.
fn balanced(code: &str, open: char, close: char) -> usize {
    let (mut at, mut depth) = (0, 0);
    loop {
        // An attribute is walked into, or this would call itself for ever.
        let rest = &code[at..];
        let piece = if rest.starts_with('#') { "#" } else { next(rest).expect("brackets are closed") };
        at += piece.len();
        if piece.starts_with(open) {
            depth += 1;
        } else if piece.starts_with(close) {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
}

/// Where the item that begins here ends: at its semicolon or its closing brace.
fn item(code: &str) -> usize {
    let brace = code.find('{').unwrap_or(code.len());
    match code.find(';') {
        Some(semicolon) if semicolon < brace => semicolon + 1,
        _ => brace + balanced(&code[brace..], '{', '}'),
    }
}

fn content(piece: &str) -> Option<&str> {
    let text = piece.trim_start_matches('r').trim_matches('#');
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    (piece.len() > 1).then_some(text)
}

fn unbroken(text: &str) -> String {
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |whole, line| whole + line.trim_start())
}

#[test]
fn literals_are_found_where_they_count() {
    let code = r##"
        #[error("an attribute")] // "a comment"
        fn a<'a>(c: char) { b("one", '"', "t\"wo \
            words", r#"ra"w"#); }
        #[cfg(test)]
        mod tests { fn b() { c("of a test }") } }
        const AFTER: &str = "after";
    "##;
    let texts: Vec<String> = literals(code).into_iter().map(|literal| literal.text).collect();
    assert_eq!(texts, ["one", "t\\\"wo words", "ra\"w", "after"]);
    let bare = bare("#[a] fn f() { g(\"1\", '2', 3) } // 4\n#[cfg(test)] mod tests { fn b() { 5 } }\nconst A: u8 = 6;");
    assert_eq!(bare, " fn f() { g(, , 3) } \n\nconst A: u8 = 6;");
}
