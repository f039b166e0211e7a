//! Lists the files of `data/` for embedding: tables, layers and the relief, but neither recipes nor
//! hidden folders (a recipe's download cache must not end up in the program); the languages of `assets/texts/` and the pages
//! of `assets/templates/`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    list(&root, "data", "data_files.rs")?;
    list(&root, "assets/texts", "text_files.rs")?;
    list(&root, "assets/templates", "template_files.rs")
}

/// Writes the names and bytes of the files of a folder as a constant of Rust, sorted by name.
fn list(root: &Path, folder: &str, list: &str) -> io::Result<()> {
    let mut files = Vec::new();
    collect(&root.join(folder), &mut files)?;
    files.sort();
    let mut code = String::from("&[\n");
    for file in &files {
        let name = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(code, "    ({name:?}, include_bytes!({:?})),", file.to_string_lossy());
    }
    code.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join(list);
    fs::write(out, code)
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", dir.display());
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "recipes" && !name.starts_with('.') {
                collect(&path, files)?;
            }
        } else if [".toml", ".geojson", ".json", ".png"].iter().any(|end| name.ends_with(end)) {
            files.push(path);
        }
    }
    Ok(())
}
