//! Rectangles of whole pixels, and one premultiplied pixel laid over another.

use tiny_skia::Rect;

use crate::symbology::Colour;

/// A rectangle of whole pixels; right and bottom lie outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PixelRect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl PixelRect {
    pub fn new(left: u32, top: u32, right: u32, bottom: u32) -> Self {
        Self {
            left: left.cast_signed(),
            top: top.cast_signed(),
            right: right.cast_signed(),
            bottom: bottom.cast_signed(),
        }
    }

    pub fn of_size(width: u32, height: u32) -> Self {
        Self::new(0, 0, width, height)
    }

    /// The pixels that a rectangle touches, and `margin` more on each side.
    #[expect(clippy::cast_possible_truncation, reason = "what lies far outside is brought to the ends of the range")]
    pub fn around(rect: Rect, margin: i32) -> Self {
        let (low, high) = (|value: f32| value.floor() as i32, |value: f32| value.ceil() as i32);
        Self {
            left: low(rect.left()).saturating_sub(margin),
            top: low(rect.top()).saturating_sub(margin),
            right: high(rect.right()).saturating_add(margin),
            bottom: high(rect.bottom()).saturating_add(margin),
        }
    }

    pub fn width(self) -> u32 {
        u32::try_from(self.right.saturating_sub(self.left)).unwrap_or(0)
    }

    pub fn height(self) -> u32 {
        u32::try_from(self.bottom.saturating_sub(self.top)).unwrap_or(0)
    }

    pub fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What both have in common; nothing where they do not meet.
    pub fn common(self, other: Self) -> Option<Self> {
        self.meets(other).then(|| Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        })
    }
}

/// Two of the four bytes of a pixel, with room to multiply.
const PAIR: u32 = 0x00FF_00FF;

/// A premultiplied pixel (red in the lowest byte) over another.
pub fn over(above: u32, below: u32) -> u32 {
    let rest = 255 - (above >> 24);
    let half = |pair: u32| {
        let product = (pair & PAIR) * rest + 0x0080_0080;
        ((product + ((product >> 8) & PAIR)) >> 8) & PAIR
    };
    above.wrapping_add(half(below) | (half(below >> 8) << 8))
}

/// Lays one premultiplied pixel over each of several: `over` for many, in a form that compilers turn into vectors.
pub fn lay_evenly(above: u32, pixels: &mut [u8]) {
    let [red, green, blue, alpha] = above.to_le_bytes();
    let rest = 255 - u16::from(alpha);
    let lay = |below: &mut u8, above: u8| {
        let product = u16::from(*below) * rest + 128;
        *below = above.wrapping_add(((product + (product >> 8)) >> 8).to_le_bytes()[0]);
    };
    let sixteen = [red, green, blue, alpha, red, green, blue, alpha, red, green, blue, alpha, red, green, blue, alpha];
    let (chunks, tail) = pixels.as_chunks_mut::<16>();
    for chunk in chunks {
        for (below, above) in chunk.iter_mut().zip(sixteen) {
            lay(below, above);
        }
    }
    for (below, above) in tail.iter_mut().zip(sixteen) {
        lay(below, above);
    }
}

/// A colour as a premultiplied pixel.
pub fn premultiplied(colour: Colour) -> u32 {
    let times = |value: u8| {
        let product = u32::from(value) * u32::from(colour.alpha) + 128;
        (product + (product >> 8)) >> 8
    };
    u32::from(colour.alpha) << 24 | times(colour.blue) << 16 | times(colour.green) << 8 | times(colour.red)
}

/// The pixel that lies `part` of 256 on the way from one to another.
pub fn between(a: u32, b: u32, part: u32) -> u32 {
    let half = |a: u32, b: u32| (((a & PAIR) * (256 - part) + (b & PAIR) * part + 0x0080_0080) >> 8) & PAIR;
    half(a, b) | (half(a >> 8, b >> 8) << 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opaque_pixel_hides_and_an_empty_one_shows_what_is_below() {
        assert_eq!(over(0xFF11_2233, 0xFF44_5566), 0xFF11_2233);
        assert_eq!(over(0, 0xFF44_5566), 0xFF44_5566);
        assert_eq!(over(0x8000_0000, 0xFFFF_FFFF), 0xFF7F_7F7F);
    }

    #[test]
    fn many_pixels_come_out_as_each_by_itself() {
        let below: Vec<u8> = (0..=255).collect();
        for above in [0, 0x8040_2010, 0xFF11_2233, 0x0102_0101] {
            let mut all = below.clone();
            lay_evenly(above, &mut all);
            for (below, laid) in below.chunks(4).zip(all.chunks(4)) {
                let below = u32::from_le_bytes(below.try_into().unwrap());
                assert_eq!(over(above, below).to_le_bytes(), laid);
            }
        }
    }

    #[test]
    fn half_way_lies_the_mean() {
        assert_eq!(between(0xFF00_0000, 0xFF64_C8FE, 128), 0xFF32_647F);
        assert_eq!(between(0x1234_5678, 0xFFFF_FFFF, 0), 0x1234_5678);
    }
}
