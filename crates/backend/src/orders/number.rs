//! Short numbers by which people speak of orders, for example `7K3M-9QXA`.

use crate::identity::secret::random;

/// No letter that looks like a digit (Crockford's alphabet).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A random number, one of 2^40. Whether it is free, the database says.
pub fn new() -> String {
    let mut text = String::with_capacity(9);
    for (at, byte) in random::<8>().into_iter().enumerate() {
        if at == 4 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]));
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_short_and_differ() {
        let (a, b) = (super::new(), super::new());
        assert_eq!(a.len(), 9);
        assert_ne!(a, b);
    }
}
