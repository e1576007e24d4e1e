//! What a shopper typed to sign in, kept across a reload: on a phone, looking
//! at the mail often throws the tab away.

use serde::{Deserialize, Serialize};
use vitrine_contract::identity::Challenge;

use crate::state::Stored;

/// The contact, and the code that was sent to it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Draft {
    /// As typed.
    pub contact: String,
    /// The code that is awaited.
    pub sent: Option<Sent>,
}

/// A code that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sent {
    /// From the server.
    pub challenge: Challenge,
    /// From when another can be asked for, in seconds since 1970 by this device.
    pub resend_at: u64,
}

pub(super) fn draft() -> Stored<Draft> {
    Stored::new("vitrine.draft.sign_in", Draft::default())
}

/// The digits of a code as typed or pasted, full-width ones too; at most six.
pub(super) fn digits(typed: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    };
    typed.chars().filter_map(digit).take(6).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_code_is_read_however_it_is_written() {
        assert_eq!(digits(" 123 456 "), "123456");
        assert_eq!(digits("１２３-４５６"), "123456");
        assert_eq!(digits("1234567"), "123456");
        assert_eq!(digits("code"), "");
    }
}
