//! Decodes, turns upright, shrinks and writes pictures as WebP.

use std::io::Cursor;
use std::path::Path;

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};
use sha2::{Digest, Sha256};

/// The widths that pictures are offered in.
pub const WIDTHS: [u32; 6] = [160, 320, 480, 640, 960, 1280];
/// How many bytes of its hash a picture is called by: they stand in the page, which is as
/// small as can be, for each of its pictures. Two of ten thousand are alike in one shop of
/// five million.
const NAME_BYTES: usize = 6;
/// Lossy WebP of this quality shows no artefacts on photos at half the bytes of 90.
const QUALITY: f32 = 76.0;
/// The longest side that is decoded.
const SIDE_MAX: u32 = 12_000;
/// The most pixels that are decoded: a phone's 50 megapixels.
const PIXELS_MAX: u64 = 50_000_000;
/// The most memory that decoding may take.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;

/// A picture whose files are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPicture {
    /// URL with `{width}` in it.
    pub template: String,
    /// The widths there are, ascending.
    pub widths: Vec<u32>,
    /// Width of the largest.
    pub width: u32,
    /// Height of the largest.
    pub height: u32,
    /// Dominant colour, `#rrggbb`.
    pub tone: String,
}

/// Why a picture could not be stored.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It is no picture, or none that we read.
    #[error("not a readable picture")]
    Unreadable(#[from] image::ImageError),
    /// It has too many pixels.
    #[error("more than {PIXELS_MAX} pixels")]
    TooLarge,
    /// It could not be shrunk or encoded.
    #[error("could not encode the picture: {0}")]
    Encode(String),
    /// It could not be written.
    #[error("could not write the picture")]
    Write(#[from] std::io::Error),
}

/// Decodes a JPEG, PNG or WebP within the limits and turns it upright as its
/// EXIF data says. Nothing but the pixels is kept.
pub fn decode(bytes: &[u8]) -> Result<RgbImage, StoreError> {
    let reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(StoreError::Write)?;
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(StoreError::TooLarge);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(flatten(picture))
}

/// Transparent parts become white, as they would look on the page.
fn flatten(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    let mut flat = RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(flat.pixels_mut()) {
        let [r, g, b, a] = from.0.map(u32::from);
        let over = |c: u32| ((c * a + 255 * (255 - a)) / 255) as u8;
        to.0 = [over(r), over(g), over(b)];
    }
    flat
}

/// Writes `picture` at every width up to its own into `folder`, under names
/// made from its content.
pub fn write(folder: &Path, picture: RgbImage) -> Result<StoredPicture, StoreError> {
    let widths = widths_for(picture.width());
    // Methods of `DynamicImage` are compiled in the `image` crate, which a
    // debug build optimises; generic code would be compiled, slow, in ours.
    let widest = widths.last().copied().unwrap_or(1);
    let mut larger = average(DynamicImage::ImageRgb8(picture), widest * 2);
    let mut files = Vec::with_capacity(widths.len());
    // Each out of the next larger one, which costs a fraction of the whole.
    for &width in widths.iter().rev() {
        let small = shrink(&larger, width);
        files.push((width, small.height(), encode(&small)?));
        larger = small;
    }
    files.reverse();
    let tone = tone(&larger.thumbnail_exact(8, 8));
    let (width, height) = files.last().map_or((0, 0), |(w, h, _)| (*w, *h));
    let name = name_for(files.iter().map(|(_, _, bytes)| bytes.as_slice()));
    for (width, _, bytes) in &files {
        write_whole(&folder.join(format!("{name}-{width}.webp")), bytes)?;
    }
    let template = format!("/media/{name}-{{width}}.webp");
    Ok(StoredPicture { template, widths, width, height, tone })
}

/// The standard widths up to the picture's own, or its own when it is smaller than all.
fn widths_for(own: u32) -> Vec<u32> {
    let fitting: Vec<u32> = WIDTHS.into_iter().filter(|width| *width <= own).collect();
    if fitting.is_empty() { vec![own] } else { fitting }
}

fn shrink(source: &DynamicImage, width: u32) -> DynamicImage {
    if width == source.width() {
        return source.clone();
    }
    source.resize_exact(width, height_for(source, width), FilterType::CatmullRom)
}

/// A phone's photo is first averaged down to `width`: to filter all its pixels
/// takes seconds, and five times its memory, for a difference nobody sees.
fn average(source: DynamicImage, width: u32) -> DynamicImage {
    if source.width() <= width {
        return source;
    }
    source.thumbnail_exact(width, height_for(&source, width))
}

/// The height that keeps the proportions.
fn height_for(source: &DynamicImage, width: u32) -> u32 {
    let height = u64::from(source.height()) * u64::from(width);
    let height = height.div_ceil(u64::from(source.width()).max(1)).max(1);
    u32::try_from(height).unwrap_or(1)
}

fn encode(picture: &DynamicImage) -> Result<Vec<u8>, StoreError> {
    webp::Encoder::from_rgb(picture.as_bytes(), picture.width(), picture.height())
        .encode_simple(false, QUALITY)
        .map(|encoded| encoded.to_vec())
        .map_err(|e| StoreError::Encode(format!("{e:?}")))
}

/// The mean colour, in steps of `0x11` a channel: nobody sees less of a surface that is there
/// for a moment, and a page says it in a few bytes.
fn tone(small: &DynamicImage) -> String {
    let pixels = small.as_bytes().len() / 3;
    let mut sums = [0u64; 3];
    for pixel in small.as_bytes().chunks_exact(3) {
        for (sum, channel) in sums.iter_mut().zip(pixel) {
            *sum += u64::from(*channel);
        }
    }
    let [r, g, b] = sums.map(|sum| (sum / pixels.max(1) as u64 + 8) / 17 * 17);
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn name_for<'a>(files: impl Iterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    files.for_each(|bytes| hash.update(bytes));
    hash.finalize().iter().take(NAME_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// A reader never sees half a file, even after a crash.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let unique = uuid::Uuid::now_v7().simple();
    let temporary = path.with_extension(format!("{unique}.tmp"));
    std::fs::write(&temporary, bytes)?;
    std::fs::rename(&temporary, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_width_is_above_the_source() {
        assert_eq!(widths_for(1600), [160, 320, 480, 640, 960, 1280]);
        assert_eq!(widths_for(700), [160, 320, 480, 640]);
        assert_eq!(widths_for(100), [100]);
    }

    #[test]
    fn a_picture_is_written_at_its_widths() {
        let folder = tempfile::tempdir().unwrap();
        let red = RgbImage::from_pixel(700, 350, image::Rgb([200, 10, 20]));
        let stored = write(folder.path(), red.clone()).unwrap();
        assert_eq!((stored.width, stored.height, stored.tone.as_str()), (640, 320, "#cc1111"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4);
        assert_eq!(write(folder.path(), red).unwrap(), stored);
    }

    #[test]
    fn a_large_picture_keeps_proportions_and_colour() {
        let folder = tempfile::tempdir().unwrap();
        let large = RgbImage::from_pixel(4000, 3000, image::Rgb([200, 10, 20]));
        let stored = write(folder.path(), large).unwrap();
        assert_eq!((stored.width, stored.height, stored.tone.as_str()), (1280, 960, "#cc1111"));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(matches!(decode(b"hello"), Err(StoreError::Unreadable(_))));
        assert!(matches!(decode(&[0xff, 0xd8, 0xff, 0xe0]), Err(StoreError::Unreadable(_))));
    }
}
