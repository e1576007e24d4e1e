//! Gallery pictures out of one photo: the whole and three looks at it.

use image::RgbImage;

/// A window of a photo, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Window {
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

/// The picture at this position of the gallery: 0 is the whole photo, then
/// left or top, centre close-up, right or bottom.
pub fn crop(photo: &RgbImage, position: u32) -> RgbImage {
    let window = window(photo.width(), photo.height(), position);
    if (window.width, window.height) == photo.dimensions() {
        return photo.clone();
    }
    // Row by row: the generic crop is slow in a debug build.
    let mut pixels = Vec::with_capacity(window.width as usize * window.height as usize * 3);
    for y in window.y..window.y + window.height {
        let start = (y as usize * photo.width() as usize + window.x as usize) * 3;
        pixels.extend_from_slice(&photo.as_raw()[start..start + window.width as usize * 3]);
    }
    RgbImage::from_raw(window.width, window.height, pixels).unwrap_or_else(|| photo.clone())
}

fn window(width: u32, height: u32, position: u32) -> Window {
    let whole = Window { x: 0, y: 0, width, height };
    // A square over the short side; smaller where the photo is nearly square itself.
    let (short, long) = (width.min(height), width.max(height));
    let side = if long * 10 < short * 12 { short * 4 / 5 } else { short }.max(1);
    let (free_x, free_y) = (width - side, height - side);
    match position {
        1 => Window { x: 0, y: 0, width: side, height: side },
        2 => {
            // 4:3, two thirds of what would fit.
            let unit = (width / 4).min(height / 3).max(1) * 2 / 3;
            let (w, h) = ((unit * 4).max(1), (unit * 3).max(1));
            Window { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h }
        }
        3 => Window { x: free_x, y: free_y, width: side, height: side },
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn left_centre_and_right_of_a_wide_photo() {
        assert_eq!(window(1600, 1066, 1), Window { x: 0, y: 0, width: 1066, height: 1066 });
        assert_eq!(window(1600, 1066, 2), Window { x: 328, y: 179, width: 944, height: 708 });
        assert_eq!(window(1600, 1066, 3), Window { x: 534, y: 0, width: 1066, height: 1066 });
    }

    proptest! {
        #[test]
        fn every_window_is_inside(width in 8u32..5000, height in 8u32..5000, position in 0u32..5) {
            let w = window(width, height, position);
            prop_assert!(w.x + w.width <= width && w.y + w.height <= height);
            prop_assert!(w.width > 0 && w.height > 0);
        }
    }
}
