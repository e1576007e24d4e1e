//! A review while it is being written.

use serde::{Deserialize, Serialize};
use vitrine_contract::media::Picture;
use vitrine_contract::problem::FieldCode;
use vitrine_contract::reviews::{CreateReview, Dimensions, TEXT_MAX, TEXT_MIN, TITLE_MAX, Upload};

use crate::api::ApiError;
use crate::i18n::{Locale, strings};

/// The aspects that are rated, in the order of the form; names of the fields
/// in the contract.
pub const ASPECTS: [&str; 5] = ["quality", "value", "appearance", "logistics", "service"];

/// Everything that the shopper has entered. It is stored with every change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// 1 to 5; 0 as long as nothing is chosen.
    pub rating: u8,
    /// The same for each of [`ASPECTS`].
    pub aspects: [u8; 5],
    /// Headline.
    pub title: String,
    /// Text.
    pub text: String,
    /// Whether the name is hidden.
    pub anonymous: bool,
    /// Photos that were uploaded.
    pub photos: Vec<Photo>,
    /// Key of the request once it was sent; empty before.
    pub key: String,
}

/// An uploaded photo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// What the review names.
    pub id: String,
    /// How it looks.
    pub picture: Picture,
}

impl From<Upload> for Photo {
    fn from(upload: Upload) -> Self {
        Self { id: upload.id.0, picture: upload.picture }
    }
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The stars.
    Rating,
    /// An aspect's stars, by its place in [`ASPECTS`].
    Aspect(usize),
    /// Headline.
    Title,
    /// Text.
    Text,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Rating,
        Self::Aspect(0),
        Self::Aspect(1),
        Self::Aspect(2),
        Self::Aspect(3),
        Self::Aspect(4),
        Self::Title,
        Self::Text,
    ];

    /// Its name in the form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Aspect(i) => ASPECTS[i],
            Self::Title => "title",
            Self::Text => "text",
        }
    }

    /// Its path in the contract.
    pub fn path(self) -> String {
        match self {
            Self::Aspect(i) => format!("dimensions.{}", ASPECTS[i]),
            _ => self.name().to_owned(),
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No star is chosen.
    Unrated,
    /// Shorter than allowed.
    TooShort,
    /// Longer than allowed.
    TooLong,
}

impl Fault {
    /// What the server says about a field, as far as the form can show it.
    pub fn of(code: &FieldCode) -> Option<Self> {
        Some(match code {
            FieldCode::TooShort => Self::TooShort,
            FieldCode::TooLong => Self::TooLong,
            FieldCode::Required | FieldCode::OutOfRange => Self::Unrated,
            _ => return None,
        })
    }

    /// The fault in words.
    pub fn text(self, l: Locale, field: Field) -> String {
        use strings::review;
        match (self, field) {
            (Self::Unrated, Field::Rating) => review::error_rating(l).to_owned(),
            (Self::Unrated, Field::Text) => review::error_text_short(l, &TEXT_MIN.to_string()),
            (Self::Unrated, _) => review::error_dimension(l).to_owned(),
            (Self::TooShort, _) => review::error_text_short(l, &TEXT_MIN.to_string()),
            (Self::TooLong, Field::Title) => review::error_title_long(l, &TITLE_MAX.to_string()),
            (Self::TooLong, _) => review::error_text_long(l, &TEXT_MAX.to_string()),
        }
    }
}

impl Draft {
    /// The field's fault by the contract's limits.
    pub fn fault(&self, field: Field) -> Option<Fault> {
        let unrated = |rating: u8| (!(1..=5).contains(&rating)).then_some(Fault::Unrated);
        match field {
            Field::Rating => unrated(self.rating),
            Field::Aspect(i) => unrated(self.aspects[i]),
            Field::Title => (length(&self.title) > TITLE_MAX).then_some(Fault::TooLong),
            Field::Text => match length(&self.text) {
                n if n < TEXT_MIN => Some(Fault::TooShort),
                n if n > TEXT_MAX => Some(Fault::TooLong),
                _ => None,
            },
        }
    }

    /// The first field with a fault.
    pub fn first_fault(&self) -> Option<Field> {
        Field::ALL.into_iter().find(|field| self.fault(*field).is_some())
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        Self { key: String::new(), ..self.clone() } == Self::default()
    }

    /// Rates as a whole; aspects that were not rated on their own follow, so
    /// that a quick review is one press and a few words.
    pub fn rate(&mut self, rating: u8) {
        let before = self.rating;
        self.rating = rating;
        for aspect in &mut self.aspects {
            if *aspect == 0 || *aspect == before {
                *aspect = rating;
            }
        }
    }

    /// Takes out the photos that the server no longer knows, by the fields of
    /// its refusal. Returns whether there were any.
    pub fn drop_unknown_photos(&mut self, error: &ApiError) -> bool {
        let before = self.photos.len();
        let mut index = 0;
        self.photos.retain(|_| {
            index += 1;
            error.field(&format!("photos.{}", index - 1)).is_none()
        });
        self.photos.len() < before
    }

    /// The request for it.
    pub fn request(&self, language: Locale) -> CreateReview {
        let [quality, value, appearance, logistics, service] = self.aspects;
        CreateReview {
            rating: self.rating,
            dimensions: Dimensions { quality, value, appearance, logistics, service },
            title: self.title.trim().to_owned(),
            text: self.text.trim().to_owned(),
            language: language_of(&self.text, language).tag().to_owned(),
            photos: self.photos.iter().map(|photo| photo.id.as_str().into()).collect(),
            anonymous: self.anonymous,
        }
    }
}

/// Characters that count: as people count them, without the ends' blanks.
pub fn length(text: &str) -> usize {
    text.trim().chars().count()
}

/// The language of a text: the page's, unless its script says otherwise.
fn language_of(text: &str, page: Locale) -> Locale {
    let han = text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
    match (han, page) {
        (true, Locale::En) => Locale::ZhHans,
        (false, Locale::ZhHans | Locale::ZhHant)
            if text.chars().filter(char::is_ascii_alphabetic).count() > 10 =>
        {
            Locale::En
        }
        _ => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Draft {
        Draft { rating: 4, aspects: [4; 5], text: "很跟脚，好穿".into(), ..Draft::default() }
    }

    #[test]
    fn limits_are_the_contracts() {
        assert_eq!(Draft::default().first_fault(), Some(Field::Rating));
        assert_eq!(full().first_fault(), None);
        let text = |text: String| Draft { text, ..full() }.fault(Field::Text);
        assert_eq!(text(" 好用的 \n ".into()), Some(Fault::TooShort));
        assert_eq!(text("好".repeat(TEXT_MIN)), None);
        assert_eq!(text("好".repeat(TEXT_MAX)), None);
        assert_eq!(text("好".repeat(TEXT_MAX + 1)), Some(Fault::TooLong));
        let title = Draft { title: "好".repeat(TITLE_MAX + 1), ..full() };
        assert_eq!(title.first_fault(), Some(Field::Title));
        let aspect = Draft { aspects: [5, 5, 0, 5, 5], ..full() };
        assert_eq!(aspect.first_fault().map(Field::path), Some("dimensions.appearance".into()));
    }

    #[test]
    fn aspects_follow_the_whole_until_they_are_rated_themselves() {
        let mut draft = Draft::default();
        draft.rate(4);
        assert_eq!(draft.aspects, [4; 5]);
        draft.aspects[1] = 2;
        draft.rate(5);
        assert_eq!(draft.aspects, [5, 2, 5, 5, 5]);
    }

    #[test]
    fn the_request_is_trimmed_and_tells_its_language() {
        let request = Draft { text: "  很跟脚，好穿 ".into(), ..full() }.request(Locale::En);
        assert_eq!((request.text.as_str(), request.language.as_str()), ("很跟脚，好穿", "zh-Hans"));
        let english = Draft { text: "Grips well on wet stone".into(), ..full() };
        assert_eq!(english.request(Locale::ZhHant).language, "en");
        assert_eq!(full().request(Locale::ZhHant).language, "zh-Hant");
    }

    #[test]
    fn an_untouched_draft_is_empty() {
        assert!(Draft { key: "k".into(), ..Draft::default() }.is_empty());
        assert!(!full().is_empty());
    }
}
