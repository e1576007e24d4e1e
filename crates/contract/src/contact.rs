//! How a shopper is reached: an e-mail address or a phone number.

use crate::validate::half_width;

/// A contact in its one normal form, so that the same person is the same shopper.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// An e-mail address in lower case.
    Email(String),
    /// A phone number in E.164 form, for example `+8613800138000`.
    Phone(String),
}

impl Contact {
    /// Reads what was typed: an e-mail address, a mainland number of 11 digits,
    /// or `+` (or `00`) with country code. Spaces, hyphens, dots, brackets and
    /// full-width characters are forgiven. `None` when it is neither.
    ///
    /// ```
    /// use vitrine_contract::contact::Contact;
    /// let phone = Contact::parse("138 0013-8000").unwrap();
    /// assert_eq!(phone.as_str(), "+8613800138000");
    /// assert_eq!(phone.masked(), "138****8000");
    /// let email = Contact::parse(" Wang@Example.com").unwrap();
    /// assert_eq!(email.as_str(), "wang@example.com");
    /// assert_eq!(email.masked(), "w***@example.com");
    /// assert!(Contact::parse("wang at example").is_none());
    /// ```
    pub fn parse(typed: &str) -> Option<Self> {
        let text = half_width(typed);
        let text = text.trim();
        if text.contains('@') { email(text) } else { phone(text) }
    }

    /// The normal form.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(text) | Self::Phone(text) => text,
        }
    }

    /// For showing to its owner: enough to recognise, too little to misuse.
    pub fn masked(&self) -> String {
        match self {
            Self::Email(email) => {
                let (local, domain) = email.split_once('@').unwrap_or((email, ""));
                let first: String = local.chars().take(1).collect();
                format!("{first}***@{domain}")
            }
            Self::Phone(number) => {
                // Only ASCII digits get in, so bytes are characters.
                let national = number.strip_prefix("+86").unwrap_or(number);
                let (head, tail) = national.split_at(national.len().saturating_sub(4));
                let shown = if head.len() > 5 { 3 } else { 0 };
                format!("{}****{tail}", &head[..shown])
            }
        }
    }
}

fn email(text: &str) -> Option<Contact> {
    let text = text.to_lowercase();
    let (local, domain) = text.split_once('@')?;
    let plain = |c: char| {
        !c.is_whitespace() && !crate::validate::control(c) && !r#"@<>()[]",;:\"#.contains(c)
    };
    let local_fits = (1..=64).contains(&local.len())
        && local.chars().all(plain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or("");
    let domain_fits = domain.contains('.')
        && domain.split('.').all(label)
        && top.len() >= 2
        && !top.bytes().all(|b| b.is_ascii_digit());
    (local_fits && domain_fits && text.len() <= 254).then_some(Contact::Email(text))
}

fn phone(text: &str) -> Option<Contact> {
    let digits: String =
        text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}')).collect();
    let international = digits.strip_prefix('+').or_else(|| digits.strip_prefix("00"));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let mainland = |text: &str| {
        text.len() == 11 && all_digits(text) && matches!(text.as_bytes(), [b'1', b'3'..=b'9', ..])
    };
    match international {
        Some(number) if number.starts_with("86") => {
            mainland(&number[2..]).then(|| Contact::Phone(format!("+{number}")))
        }
        // E.164: at most 15 digits, the country code never starts with 0.
        Some(number) => {
            ((8..=15).contains(&number.len()) && all_digits(number) && !number.starts_with('0'))
                .then(|| Contact::Phone(format!("+{number}")))
        }
        None => mainland(&digits).then(|| Contact::Phone(format!("+86{digits}"))),
    }
}
