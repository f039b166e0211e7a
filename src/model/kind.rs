//! The kinds of entry, from the list of tables.

use serde::Serialize;

use super::tables::tables;

macro_rules! kinds {
    (
        with_ids { $($kind:ident, $field:ident, $table:literal;)* }
        without_ids { $($rest:tt)* }
    ) => {
        /// The kinds of entry that have an id. No two entries share one, of whatever kind they are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Kind {
            $(
                /// One of the kinds of entries that have an id.
                $kind,
            )*
        }

        impl Kind {
            /// The name of the kind in files and in JSON: `tract`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $table,)*
                }
            }
        }
    };
}

tables!(kinds);
