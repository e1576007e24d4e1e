use crate::Locale;

/// The text of `locale` out of three in the order of [`Locale::ALL`].
pub(crate) fn pick(locale: Locale, texts: &[&'static str; 3]) -> &'static str {
    texts[locale as usize]
}

/// Puts the values in place of `{name}`. The build has checked the names.
#[allow(dead_code)]
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        if let Some((_, value)) = values.iter().find(|(n, _)| *n == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_stand_where_their_names_stood() {
        assert_eq!(fill("{a}/{b}", &[("b", "2"), ("a", "{b}")]), "{b}/2");
        assert_eq!(fill("plain", &[]), "plain");
    }
}
