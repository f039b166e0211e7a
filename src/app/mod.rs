//! The window. To come.

/// Opens the window and returns when it is closed.
pub fn run(_: crate::cli::WindowOptions) -> anyhow::Result<()> {
    Ok(())
}
