//! Pictures that a shopper hands over: taken from a chooser, a drop or the
//! clipboard, and made ready for sending.

use leptos::ev::{ClipboardEvent, DragEvent, Event};

#[cfg(target_arch = "wasm32")]
pub use wasm::{
    clear_chosen, files_chosen, files_dropped, files_pasted, forget_preview, preview, shrink,
};

/// A file as the shopper gave it.
pub type PictureFile = web_sys::File;
/// Bytes of a picture that is ready to be sent.
pub type PictureBytes = web_sys::Blob;

/// No picture can be drawn on: the file is none, or of a kind that this
/// browser does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The longest side of a picture that is sent, in pixels.
pub const LONGEST_SIDE: u32 = 1_600;

/// Width and height that fit into [`LONGEST_SIDE`] with the same shape; never
/// larger than they were.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
fn fit(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= LONGEST_SIDE {
        return (width, height);
    }
    let scale = |side: u32| {
        let scaled = f64::from(side) * f64::from(LONGEST_SIDE) / f64::from(longest);
        (scaled.round() as u32).max(1)
    };
    (scale(width), scale(height))
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use js_sys::{Function, Promise};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        Blob, CanvasRenderingContext2d, DataTransfer, File, FileList, HtmlCanvasElement,
        HtmlInputElement, ImageBitmap, Url,
    };

    use super::{ClipboardEvent, DragEvent, Event, Unreadable, fit};

    /// Kind and quality of what is sent. A browser that can't write the first
    /// answers with a PNG, and is asked for the second.
    const KINDS: [(&str, f64); 2] = [("image/webp", 0.82), ("image/jpeg", 0.85)];

    /// The pictures that were picked in a file field.
    pub fn files_chosen(event: &Event) -> Vec<File> {
        input(event).map_or_else(Vec::new, |input| pictures(input.files()))
    }

    /// Lets the same file be picked once more.
    pub fn clear_chosen(event: &Event) {
        if let Some(input) = input(event) {
            input.set_value("");
        }
    }

    /// The pictures that were dropped.
    pub fn files_dropped(event: &DragEvent) -> Vec<File> {
        transferred(event.data_transfer())
    }

    /// The pictures that were pasted.
    pub fn files_pasted(event: &ClipboardEvent) -> Vec<File> {
        transferred(event.clipboard_data())
    }

    fn input(event: &Event) -> Option<HtmlInputElement> {
        event.target()?.dyn_into().ok()
    }

    fn transferred(data: Option<DataTransfer>) -> Vec<File> {
        pictures(data.and_then(|data| data.files()))
    }

    /// Files without a type are kept: a phone's file chooser may not know it.
    fn pictures(files: Option<FileList>) -> Vec<File> {
        let Some(files) = files else { return Vec::new() };
        (0..files.length())
            .filter_map(|i| files.get(i))
            .filter(|file| file.type_().is_empty() || file.type_().starts_with("image/"))
            .collect()
    }

    /// An address that shows the bytes on this page, until it is forgotten.
    pub fn preview(bytes: &Blob) -> Option<String> {
        Url::create_object_url_with_blob(bytes).ok()
    }

    /// Lets the memory behind a preview go.
    pub fn forget_preview(url: &str) {
        let _ = Url::revoke_object_url(url);
    }

    /// Draws the picture anew, upright and small enough. What is drawn carries
    /// no place, no camera and no serial number.
    pub async fn shrink(file: &File) -> Result<Blob, Unreadable> {
        draw(file).await.map_err(|_| Unreadable)
    }

    async fn draw(file: &File) -> Result<Blob, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let bitmap = JsFuture::from(window.create_image_bitmap_with_blob(file)?).await?;
        let bitmap: ImageBitmap = bitmap.dyn_into()?;
        let (width, height) = fit(bitmap.width(), bitmap.height());
        let canvas = window.document().ok_or(JsValue::NULL)?.create_element("canvas")?;
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
        let context: CanvasRenderingContext2d = context.unchecked_into();
        let drawn = context.draw_image_with_image_bitmap_and_dw_and_dh(
            &bitmap,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        );
        bitmap.close();
        drawn?;
        for (kind, quality) in KINDS {
            let bytes = bytes_of(&canvas, kind, quality).await?;
            if bytes.type_() == kind {
                return Ok(bytes);
            }
        }
        Err(JsValue::NULL)
    }

    async fn bytes_of(
        canvas: &HtmlCanvasElement,
        kind: &str,
        quality: f64,
    ) -> Result<Blob, JsValue> {
        let promise = Promise::new(&mut |resolve: Function, reject: Function| {
            let written = canvas.to_blob_with_type_and_encoder_options(
                &resolve,
                kind,
                &JsValue::from_f64(quality),
            );
            if let Err(error) = written {
                let _ = reject.call1(&JsValue::NULL, &error);
            }
        });
        JsFuture::from(promise).await?.dyn_into()
    }
}

// While a server renders, nobody hands over a picture.

#[cfg(not(target_arch = "wasm32"))]
#[allow(missing_docs)]
mod native {
    use super::{ClipboardEvent, DragEvent, Event, PictureBytes, PictureFile, Unreadable};

    pub fn files_chosen(_: &Event) -> Vec<PictureFile> {
        Vec::new()
    }

    pub fn clear_chosen(_: &Event) {}

    pub fn files_dropped(_: &DragEvent) -> Vec<PictureFile> {
        Vec::new()
    }

    pub fn files_pasted(_: &ClipboardEvent) -> Vec<PictureFile> {
        Vec::new()
    }

    pub fn preview(_: &PictureBytes) -> Option<String> {
        None
    }

    pub fn forget_preview(_: &str) {}

    pub async fn shrink(_: &PictureFile) -> Result<PictureBytes, Unreadable> {
        Err(Unreadable)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_side_shrinks_and_the_shape_stays() {
        assert_eq!(fit(4_000, 3_000), (1_600, 1_200));
        assert_eq!(fit(3_024, 4_032), (1_200, 1_600));
        assert_eq!(fit(1_600, 900), (1_600, 900));
        assert_eq!(fit(20, 10), (20, 10));
        assert_eq!(fit(100_000, 10), (1_600, 1));
    }
}
