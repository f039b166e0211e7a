//! Where a picture comes from, as it is written into its file. It decides no words.

/// Where a picture comes from: how it is cited, how it is made again, and on which terms it may be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// How the picture is cited, one sentence.
    pub citation: String,
    /// The link of the state that it shows, which opens in the atlas.
    pub link: String,
    /// Who made what it shows, and the terms on which it may be used.
    pub licence: String,
    /// The name and version of the atlas with its record.
    pub version: String,
}
