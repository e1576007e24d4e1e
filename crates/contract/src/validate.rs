//! The rules for input, pure, so that browser and server say the same.
//!
//! Every function takes what was typed and answers with field errors; an empty
//! answer means that the input may be kept. Texts are to be [`tidy`] first.

use vitrine_pricing::{Currency, Money};

use crate::addresses::AddressFields;
use crate::problem::{FieldCode, FieldError};
use crate::reviews::{CreateReview, TITLE_MAX};

/// The most addresses a shopper can keep.
pub const ADDRESSES_MAX: u64 = 50;
/// The most means of payment a shopper can keep.
pub const PAYMENT_METHODS_MAX: u64 = 20;
/// The highest password-free limit, in minor units of CNY: ¥5,000.
pub const PASSWORD_FREE_LIMIT_MAX: i64 = 500_000;

/// Spaces at the ends go; inside, all that is a space becomes one.
///
/// ```
/// assert_eq!(vitrine_contract::validate::tidy("\u{3000}文三路  1 号 "), "文三路 1 号");
/// ```
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Other control characters stay, so that the rules can refuse them.
    for word in text.split([' ', '\u{a0}', '\u{3000}', '\t']).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// [`tidy`] for each field.
pub fn tidy_address(fields: &AddressFields) -> AddressFields {
    AddressFields {
        name: tidy(&fields.name),
        phone: half_width(&tidy(&fields.phone)),
        region: tidy(&fields.region),
        city: tidy(&fields.city),
        street: tidy(&fields.street),
        postal_code: half_width(&tidy(&fields.postal_code)).to_ascii_uppercase(),
    }
}

/// What is wrong with an address; paths start with `prefix` (`""` or `address.`).
///
/// Names, places and streets of any country pass; the phone number needs 5 to
/// 20 characters out of digits, spaces, `+` and `-`; the postal code may be empty.
pub fn address(fields: &AddressFields, prefix: &str) -> Vec<FieldError> {
    let mut faults = Faults { prefix, found: Vec::new() };
    faults.text("name", &fields.name, 1, 60);
    faults.text("region", &fields.region, 1, 60);
    faults.text("city", &fields.city, 1, 100);
    faults.text("street", &fields.street, 1, 200);
    faults.text("postal_code", &fields.postal_code, 0, 12);
    let odd = |c: char| !(c.is_ascii_alphanumeric() || c == ' ' || c == '-');
    if !faults.has("postal_code") && fields.postal_code.contains(odd) {
        faults.add("postal_code", FieldCode::Invalid, "letters, digits, spaces and - only");
    }
    phone(&mut faults, &fields.phone);
    faults.found
}

fn phone(faults: &mut Faults, phone: &str) {
    faults.text("phone", phone, 5, 20);
    if faults.has("phone") {
        return;
    }
    let odd = |c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '+' | '-'));
    if phone.contains(odd) {
        faults.add("phone", FieldCode::Invalid, "digits, spaces, + and - only");
    } else if phone.chars().skip(1).any(|c| c == '+') {
        faults.add("phone", FieldCode::Invalid, "+ only at the start");
    } else if phone.bytes().filter(u8::is_ascii_digit).count() < 5 {
        faults.add("phone", FieldCode::TooShort, "at least 5 digits");
    }
}

/// What is wrong with a review. A text that is too short is not told here, nor
/// are too many photos: they have problem codes of their own.
pub fn review(review: &CreateReview) -> Vec<FieldError> {
    let mut faults = Faults { prefix: "", found: Vec::new() };
    let d = &review.dimensions;
    for (path, stars) in [
        ("rating", review.rating),
        ("dimensions.quality", d.quality),
        ("dimensions.value", d.value),
        ("dimensions.appearance", d.appearance),
        ("dimensions.logistics", d.logistics),
        ("dimensions.service", d.service),
    ] {
        if !(1..=5).contains(&stars) {
            faults.add(path, FieldCode::OutOfRange, "1 to 5");
        }
    }
    faults.text("title", &review.title, 0, TITLE_MAX);
    let text = review.text.trim();
    if text.chars().count() > crate::reviews::TEXT_MAX {
        faults.add("text", FieldCode::TooLong, "longer than allowed");
    } else if text.contains(|c: char| control(c) && c != '\n') {
        faults.add("text", FieldCode::Invalid, "no control characters but line breaks");
    }
    if !language_tag(&review.language) {
        faults.add("language", FieldCode::Invalid, "a BCP 47 tag, for example zh-Hans");
    }
    for (at, photo) in review.photos.iter().enumerate() {
        if review.photos[..at].contains(photo) {
            faults.add(&format!("photos.{at}"), FieldCode::Duplicate, "named twice");
        }
    }
    faults.found
}

/// What is wrong with a password-free limit: it is 0 to ¥5,000.
pub fn password_free_limit(limit: Money) -> Vec<FieldError> {
    let mut faults = Faults { prefix: "", found: Vec::new() };
    if limit.currency() != Currency::CNY {
        faults.add("password_free_limit.currency", FieldCode::Unknown, "CNY only");
    } else if !(0..=PASSWORD_FREE_LIMIT_MAX).contains(&limit.amount()) {
        faults.add("password_free_limit", FieldCode::OutOfRange, "0 to 500000 fen");
    }
    faults.found
}

/// Whether `tag` has the form of a BCP 47 tag.
pub fn language_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').enumerate().all(|(at, part)| {
            let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
            let length = if at == 0 { 2..=8 } else { 1..=8 };
            length.contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_alphanumeric())
                && (at > 0 || letters)
        })
}

/// Whether a character has no business in a line of text: controls, and the
/// marks that turn the direction of what stands around them.
pub fn control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Full-width letters, digits and signs, as Chinese keyboards type them, in ASCII.
pub fn half_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(narrow).collect()
}

struct Faults<'a> {
    prefix: &'a str,
    found: Vec<FieldError>,
}

impl Faults<'_> {
    fn add(&mut self, path: &str, code: FieldCode, detail: &str) {
        let path = format!("{}{path}", self.prefix);
        self.found.push(FieldError { path, code, detail: detail.to_owned() });
    }

    fn has(&self, path: &str) -> bool {
        self.found.iter().any(|f| f.path.strip_prefix(self.prefix) == Some(path))
    }

    /// A line of `min` to `max` characters; nothing is missing when `min` is 0.
    fn text(&mut self, path: &str, text: &str, min: usize, max: usize) {
        let count = text.trim().chars().count();
        if count == 0 && min > 0 {
            self.add(path, FieldCode::Required, "is missing");
        } else if text.contains(control) {
            self.add(path, FieldCode::Invalid, "no control characters");
        } else if count < min {
            self.add(path, FieldCode::TooShort, &format!("at least {min} characters"));
        } else if count > max {
            self.add(path, FieldCode::TooLong, &format!("at most {max} characters"));
        }
    }
}
