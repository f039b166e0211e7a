//! One palette for all frames of an animation, so that a tint that stays does not flicker. The colours that cover most keep
//! what they are exactly, as the tints of a map do; the rest, the ramps of edges and relief, share what is left by median cut.

use std::collections::HashMap;

type Rgb = [u8; 3];

/// The most colours of a palette; one more index is for pixels that stay as they were.
pub const COLOURS: usize = 255;
/// How many of them are kept exactly.
const EXACT: usize = 128;

/// How often each colour is seen.
#[derive(Default)]
pub struct Histogram {
    counts: HashMap<Rgb, u64>,
}

/// Colours by index.
pub struct Palette {
    colours: Vec<Rgb>,
    /// What was looked up before.
    known: HashMap<Rgb, u8>,
}

impl Histogram {
    /// Counts the opaque pixels of a picture.
    pub fn add(&mut self, rgba: &[u8]) {
        for pixel in rgba.as_chunks::<4>().0 {
            let [red, green, blue, _] = *pixel;
            *self.counts.entry([red, green, blue]).or_default() += 1;
        }
    }

    /// The palette of what was counted.
    pub fn palette(self) -> Palette {
        let mut counted: Vec<(Rgb, u64)> = self.counts.into_iter().collect();
        counted.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
        let rest = counted.split_off(counted.len().min(if counted.len() > COLOURS { EXACT } else { COLOURS }));
        let mut colours: Vec<Rgb> = counted.into_iter().map(|(colour, _)| colour).collect();
        let room = COLOURS.saturating_sub(colours.len());
        colours.extend(median_cut(rest, room));
        Palette { colours, known: HashMap::new() }
    }
}

impl Palette {
    /// Red, green and blue of each colour, in order.
    pub fn bytes(&self) -> Vec<u8> {
        self.colours.concat()
    }

    /// The index that stands for pixels that stay as they were.
    pub fn unchanged(&self) -> u8 {
        u8::try_from(self.colours.len()).unwrap_or(u8::MAX)
    }

    /// The index of the nearest colour for each pixel.
    pub fn indices(&mut self, rgba: &[u8]) -> Vec<u8> {
        rgba.as_chunks::<4>().0.iter().map(|[red, green, blue, _]| self.index([*red, *green, *blue])).collect()
    }

    fn index(&mut self, colour: Rgb) -> u8 {
        let Self { colours, known } = self;
        *known.entry(colour).or_insert_with(|| {
            let nearest = (0_u8..).zip(colours.iter()).min_by_key(|(_, own)| distance(**own, colour));
            nearest.map_or(0, |(index, _)| index)
        })
    }
}

/// How far two colours are apart, with the weights that the eye gives to red, green and blue.
fn distance(a: Rgb, b: Rgb) -> u32 {
    let squares = a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2));
    squares.zip([2, 4, 3]).map(|(square, weight)| square * weight).sum()
}

/// The means of as many boxes as there is room for: the box with the most spread pixels is halved until there are enough.
fn median_cut(colours: Vec<(Rgb, u64)>, room: usize) -> Vec<Rgb> {
    if colours.is_empty() || room == 0 {
        return Vec::new();
    }
    let mut boxes = vec![colours];
    while boxes.len() < room {
        let widest = boxes.iter().enumerate().max_by_key(|(_, own)| weight(own));
        let Some((nth, _)) = widest.filter(|(_, own)| own.len() > 1) else { break };
        let mut half = boxes.swap_remove(nth);
        let (channel, _) = spread(&half);
        half.sort_by_key(|(colour, _)| (colour.get(channel).copied(), *colour));
        let total: u64 = half.iter().map(|(_, count)| count).sum();
        let mut seen = 0;
        let middle = half.iter().position(|(_, count)| {
            seen += count;
            seen * 2 >= total
        });
        let other = half.split_off((middle.unwrap_or_default() + 1).min(half.len() - 1));
        boxes.extend([half, other]);
    }
    boxes.iter().map(|own| mean(own)).collect()
}

/// How much is gained by halving a box: nothing where it has one colour.
fn weight(colours: &[(Rgb, u64)]) -> u64 {
    let (_, spread) = spread(colours);
    // The root keeps a large flat ground from taking all colours.
    u64::from(spread) * colours.iter().map(|(_, count)| count).sum::<u64>().isqrt()
}

/// The channel in which the colours of a box differ most, and by how much.
fn spread(colours: &[(Rgb, u64)]) -> (usize, u8) {
    let of = |channel: usize| {
        let values = || colours.iter().filter_map(|(colour, _)| colour.get(channel).copied());
        values().max().unwrap_or_default() - values().min().unwrap_or_default()
    };
    (0..3).map(|channel| (channel, of(channel))).max_by_key(|(_, spread)| *spread).unwrap_or_default()
}

fn mean(colours: &[(Rgb, u64)]) -> Rgb {
    let total = colours.iter().map(|(_, count)| count).sum::<u64>().max(1);
    let of = |channel: usize| {
        let sum: u64 = colours
            .iter()
            .map(|(colour, count)| u64::from(colour.get(channel).copied().unwrap_or_default()) * count)
            .sum();
        u8::try_from((sum + total / 2) / total).unwrap_or(u8::MAX)
    };
    [of(0), of(1), of(2)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tints_that_cover_most_keep_their_colour_exactly() {
        let mut histogram = Histogram::default();
        let tint = [200, 180, 90, 255];
        histogram.add(&tint.repeat(50_000));
        let ramp: Vec<u8> = (0..40_000_u32)
            .flat_map(|n| {
                let [a, b, ..] = n.to_le_bytes();
                [a, b, 7, 255]
            })
            .collect();
        histogram.add(&ramp);
        let mut palette = histogram.palette();
        assert!(palette.colours.len() <= COLOURS);
        let index = palette.index([200, 180, 90]);
        assert_eq!(palette.colours[usize::from(index)], [200, 180, 90]);
    }

    #[test]
    fn a_picture_of_few_colours_loses_none() {
        let mut histogram = Histogram::default();
        let pixels: Vec<u8> = (0..200_u8).flat_map(|n| [n, 255 - n, n / 2, 255]).collect();
        histogram.add(&pixels);
        let mut palette = histogram.palette();
        let drawn: Vec<u8> =
            palette.indices(&pixels).iter().flat_map(|index| palette.colours[usize::from(*index)]).collect();
        let wanted: Vec<u8> = pixels.chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
        assert_eq!(drawn, wanted);
    }
}
