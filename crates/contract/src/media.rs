//! Pictures.

use serde::{Deserialize, Serialize};

/// A picture at several widths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Picture {
    /// URL with `{width}` where one of `widths` goes, for example
    /// `/media/3f9c-{width}.webp`. Immutable.
    pub template: String,
    /// The widths there are, in pixels, ascending.
    pub widths: Vec<u32>,
    /// Width of the largest, in pixels.
    pub width: u32,
    /// Height of the largest, in pixels.
    pub height: u32,
    /// Dominant colour as `#rrggbb`, shown until the picture is there.
    pub tone: String,
    /// What it shows, in the language asked for; empty when decorative.
    pub alt: String,
}

impl Picture {
    /// The URL of the smallest file at least `width` wide, or of the largest.
    pub fn url(&self, width: u32) -> String {
        let width = self.widths.iter().copied().find(|w| *w >= width).unwrap_or(self.width);
        self.template.replace("{width}", &width.to_string())
    }

    /// The `srcset` attribute.
    pub fn srcset(&self) -> String {
        let entry = |w: &u32| format!("{} {w}w", self.template.replace("{width}", &w.to_string()));
        self.widths.iter().map(entry).collect::<Vec<_>>().join(", ")
    }
}
