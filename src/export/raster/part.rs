//! What one tile shows of the items: the pieces that touch it, and the groups that cannot be drawn as their items alone.

use std::hash::{Hash, Hasher};

use vello_cpu::kurbo::Rect;

use super::clip::{Clip, Inside};
use super::mark::{Body, Mark, MarkGroup, Piece};
use super::outline::hasher;

/// What a tile shows of an item.
pub struct Part<'a> {
    /// Equal for parts of equal pixels.
    pub key: u64,
    pub content: Content<'a>,
}

pub enum Content<'a> {
    /// Some pieces of one mark.
    Pieces(&'a Mark<'a>, Vec<&'a Piece>),
    /// A group whose pixels are kept, cut where a clip passes through the tile.
    Kept { parts: Vec<Part<'a>>, clip: Option<&'a Clip> },
    /// A group that is cut.
    Clipped { parts: Vec<Part<'a>>, clip: &'a Clip },
}

impl<'a> Part<'a> {
    /// The parts of marks that touch a rectangle of the page, whose keys begin with its `place`. Of a group that the
    /// tile neither cuts nor keeps nothing but its items is left.
    pub fn all(marks: &'a [Mark<'a>], on_page: Rect, place: impl Hash + Copy) -> Vec<Self> {
        let mut parts = Vec::new();
        Window { on_page, place }.add(marks, true, &mut parts);
        parts
    }

    /// The keys of the kept groups among parts.
    pub fn kept(parts: &[Self]) -> Vec<u64> {
        let one = |part: &Self| match &part.content {
            Content::Pieces(..) => Vec::new(),
            Content::Kept { .. } => vec![part.key],
            Content::Clipped { parts, .. } => Self::kept(parts),
        };
        parts.iter().flat_map(one).collect()
    }
}

/// A rectangle of the page, and what tells it from others.
struct Window<P> {
    on_page: Rect,
    place: P,
}

impl<P: Hash> Window<P> {
    /// A group within a kept one is not kept by itself.
    fn add<'a>(&self, marks: &'a [Mark<'a>], may_keep: bool, parts: &mut Vec<Part<'a>>) {
        for mark in marks {
            match &mark.body {
                Body::Group(group) => self.add_group(group, may_keep, parts),
                _ => {
                    let touches = |piece: &&Piece| piece.bounds.overlaps(self.on_page);
                    let pieces: Vec<&Piece> = mark.pieces().iter().filter(touches).collect();
                    if !pieces.is_empty() {
                        let key = self.key(mark.key, pieces.iter().map(|piece| piece.key));
                        parts.push(Part { key, content: Content::Pieces(mark, pieces) });
                    }
                }
            }
        }
    }

    fn add_group<'a>(&self, group: &'a MarkGroup<'a>, may_keep: bool, parts: &mut Vec<Part<'a>>) {
        let clip = match group.clip.as_ref().map(|clip| (clip, clip.inside(self.on_page))) {
            Some((_, Inside::Nothing)) => return,
            Some((clip, Inside::Some)) => Some(clip),
            Some((_, Inside::All)) | None => None,
        };
        let keep = may_keep && group.keep;
        let mut own = Vec::new();
        self.add(&group.marks, may_keep && !keep, &mut own);
        if own.is_empty() {
            return;
        }
        let key = self.key(clip.map_or(0, |clip| clip.key), own.iter().map(|part| part.key));
        match clip {
            _ if keep => parts.push(Part { key, content: Content::Kept { parts: own, clip } }),
            Some(clip) => parts.push(Part { key, content: Content::Clipped { parts: own, clip } }),
            None => parts.append(&mut own),
        }
    }

    fn key(&self, own: u64, parts: impl ExactSizeIterator<Item = u64>) -> u64 {
        let mut hasher = hasher();
        (&self.place, own, parts.len()).hash(&mut hasher);
        for part in parts {
            part.hash(&mut hasher);
        }
        hasher.finish()
    }
}
