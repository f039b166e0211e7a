//! What stands between the program and the machine it runs on: files, the terminal, the dialog for a file, threads, the
//! clock, signals to end, and where state is stored. No other room asks the machine for any of them. Each kind of machine
//! has a file with the same functions; there is `native` alone as yet.

#[cfg(feature = "gui")]
mod dialog;
mod file_error;
mod job;
mod native;

#[cfg(feature = "gui")]
pub use dialog::{ask_what_to_open, ask_where_to_save};
pub use file_error::{FileError, Reason};
pub use job::{Died, Job};
pub use native::{
    Existing, FilesBelow, LineOver, end_in_order, files_below, has_threads, is_there, make_folder, move_file,
    on_one_line, pictures_folder, prepare_threads, prepare_to_end, print, print_bytes, print_json, prints_to_terminal,
    read, read_plain, state_file, tell, today, while_told, write_files, write_whole,
};
