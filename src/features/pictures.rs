//! Pictures of the contract as the ui takes them.

use vitrine_contract::media::Picture;

use crate::ui::PictureSource;

/// The same picture for `ui::Picture` and its kin.
pub fn picture_source(picture: &Picture) -> PictureSource {
    PictureSource {
        url: picture.template.clone(),
        widths: picture.widths.clone(),
        width: picture.width,
        height: picture.height,
        alt: picture.alt.clone(),
        tone: Some(picture.tone.clone()),
    }
}
