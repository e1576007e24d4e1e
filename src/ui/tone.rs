use super::Glyph;

/// What a badge, banner or toast says before its words are read. Colour never
/// says it alone: each tone brings an icon where there is room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Neutral,
    /// Money saved, or the shop's own voice.
    Accent,
    /// Done, in stock, verified.
    Good,
    /// Late, running out, needs a look.
    Warning,
    /// Failed, refused, gone.
    Bad,
}

impl Tone {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Accent => "accent",
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Bad => "bad",
        }
    }

    pub(super) fn glyph(self) -> Glyph {
        match self {
            Self::Neutral | Self::Accent => Glyph::Info,
            Self::Good => Glyph::Check,
            Self::Warning => Glyph::Warning,
            Self::Bad => Glyph::Problem,
        }
    }
}
