//! The session's cookie.

use axum::http::{HeaderMap, HeaderValue, header};
use vitrine_contract::identity::SESSION_COOKIE;

use super::secret;

/// How long a session lasts, in seconds: 30 days.
pub const LIFETIME: i64 = 30 * 86_400;

/// A session's token as the browser holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// 256 random bits.
    pub fn random() -> Self {
        Self(secret::hex(&secret::random::<32>()))
    }

    /// The token that came with a request. What does not look like one is no token.
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        find(headers, SESSION_COOKIE)
            .filter(|value| value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit()))
            .map(|value| Self(value.to_owned()))
    }

    /// What the database keeps.
    pub fn hash(&self) -> String {
        secret::sha256(self.0.as_bytes())
    }

    /// `Set-Cookie` of a new session.
    pub fn set(&self, secure: bool) -> Option<HeaderValue> {
        line(&self.0, LIFETIME, secure)
    }
}

/// The value of a cookie that came with a request.
pub fn find<'a>(headers: &'a HeaderMap, cookie: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|v| v.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == cookie)
        .map(|(_, value)| value)
}

/// `Set-Cookie` that ends the session in the browser.
pub fn clear(secure: bool) -> Option<HeaderValue> {
    line("", 0, secure)
}

fn line(value: &str, max_age: i64, secure: bool) -> Option<HeaderValue> {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!(
        "{SESSION_COOKIE}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}"
    );
    HeaderValue::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cookie: &str) -> Option<Token> {
        Token::from_headers(&[(header::COOKIE, cookie.parse().unwrap())].into_iter().collect())
    }

    #[test]
    fn a_token_is_found_among_other_cookies() {
        let token = Token::random();
        let set = token.set(true).unwrap();
        let pair = set.to_str().unwrap().split(';').next().unwrap();
        assert!(read(&format!("theme=dark; {pair}; a=b")) == Some(token));
        assert!(set.to_str().unwrap().ends_with("; HttpOnly; SameSite=Lax; Secure"));
    }

    #[test]
    fn nonsense_is_no_token() {
        for bad in ["", "vitrine_session", "vitrine_session=", "vitrine_session=abc", "x=y"] {
            assert!(read(bad).is_none(), "{bad}");
        }
    }
}
