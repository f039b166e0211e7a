//! Pictures inside a scene (the relief), in the form that the painter needs.

use std::sync::{Arc, Weak};

use vello_cpu::kurbo::Affine;
use vello_cpu::peniko::{ImageAlphaType, ImageSampler};
use vello_cpu::{Image, ImageSource, PixelMetadata, Pixmap};

use crate::scene::{Picture, SceneItem};
use crate::units::PageRect;

/// The pictures that were met, with their pixels as the painter needs them.
#[derive(Default)]
pub struct Pictures {
    met: Vec<Met>,
    count: u64,
}

struct Met {
    picture: Weak<Picture>,
    /// Not given twice, as an address may be.
    number: u64,
    pixels: Option<Arc<Pixmap>>,
}

impl Pictures {
    /// Takes in the pictures of a scene; those that are no more are forgotten.
    pub fn meet(&mut self, items: &[SceneItem]) {
        self.met.retain(|met| met.picture.strong_count() > 0);
        for item in SceneItem::ungrouped(items) {
            if let SceneItem::Image { picture, .. } = item
                && self.find(picture).is_none()
            {
                self.count += 1;
                let met =
                    Met { picture: Arc::downgrade(picture), number: self.count, pixels: pixels(picture).map(Arc::new) };
                self.met.push(met);
            }
        }
    }

    /// A number that no other picture has.
    pub fn number(&self, picture: &Arc<Picture>) -> u64 {
        self.find(picture).map_or(0, |met| met.number)
    }

    /// A picture as a paint, and how its pixels lie on the page.
    pub fn paint(&self, picture: &Arc<Picture>, at: PageRect) -> Option<(Image, Affine)> {
        let pixels = self.find(picture)?.pixels.clone()?;
        let wide = at.width / f64::from(pixels.width());
        let high = at.height / f64::from(pixels.height());
        let image = Image { image: ImageSource::Pixmap(pixels), sampler: ImageSampler::default() };
        Some((image, Affine::new([wide, 0.0, 0.0, high, at.x, at.y])))
    }

    fn find(&self, picture: &Arc<Picture>) -> Option<&Met> {
        self.met.iter().find(|met| met.picture.as_ptr() == Arc::as_ptr(picture))
    }
}

fn pixels(picture: &Picture) -> Option<Pixmap> {
    let (width, height) = (u16::try_from(picture.width).ok()?, u16::try_from(picture.height).ok()?);
    let fits = picture.rgba.len() == usize::from(width) * usize::from(height) * 4;
    let straight = PixelMetadata { may_have_transparency: true, alpha_type: ImageAlphaType::Alpha };
    fits.then(|| Pixmap::from_parts(picture.rgba.clone(), width, height, straight))
}
