use leptos::prelude::*;

use super::specimen::specimen;
use crate::browser;
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;

/// The sheet as it was when this was built. Which tokens there are comes from here;
/// their values come from the browser, and follow every change.
const SHEET: &str = include_str!("../../../style/tokens.css");

/// Every token with its value now: a colour as a colour, a length as a length.
pub fn specimens() -> AnyView {
    let l = use_locale();
    // A change of theme, density or a sheet changes what the browser computes.
    let changes = RwSignal::new(0_u32);
    effect(move || browser::on_style_change(move || changes.update(|n| *n += 1)));
    let (colours, others): (Vec<_>, Vec<_>) = tokens(SHEET).into_iter().partition(is_colour);
    view! {
        {specimen(strings::gallery::colours(l), table(colours, changes, true))}
        {specimen(strings::gallery::other_tokens(l), table(others, changes, false))}
    }
    .into_any()
}

fn table(tokens: Vec<Token>, changes: RwSignal<u32>, colours: bool) -> AnyView {
    let rows = tokens
        .into_iter()
        .map(|Token { name, written }| {
            let value = RwSignal::new(written);
            let asked = name.clone();
            effect(move || {
                changes.track();
                if let Some(now) = browser::style_value(&asked) {
                    value.set(now);
                }
            });
            let sample = colours.then(|| {
                // A presentation attribute: the page's policy refuses inline styles.
                view! {
                    <svg width="64" height="24" aria-hidden="true">
                        <rect width="64" height="24" fill=format!("var({name})") stroke="currentColor" />
                    </svg>
                }
            });
            view! {
                <dt>
                    <code translate="no">{name}</code>
                </dt>
                <dd>{sample} <code translate="no">{move || value.get()}</code></dd>
            }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// A custom property of the sheet, with the value that stands there.
#[derive(Debug, PartialEq)]
struct Token {
    name: String,
    written: String,
}

fn tokens(sheet: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    for line in sheet.lines().map(str::trim).filter(|line| line.starts_with("--")) {
        let declaration = line.split(';').next().unwrap_or_default();
        let Some((name, written)) = declaration.split_once(':') else { continue };
        if !found.iter().any(|token| token.name == name) {
            found.push(Token { name: name.to_owned(), written: written.trim().to_owned() });
        }
    }
    found
}

fn is_colour(token: &Token) -> bool {
    let direct = ["oklch(", "light-dark("].iter().any(|start| token.written.starts_with(start));
    direct || ["--accent", "--accent-hover", "--on-accent"].contains(&token.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_once_with_their_values() {
        let sheet =
            ":root {\n  --a: oklch(1% 0 0); /* why */\n  --b: calc(2 * var(--a));\n --a: x;\n}";
        let token =
            |name: &str, written: &str| Token { name: name.into(), written: written.into() };
        assert_eq!(
            tokens(sheet),
            [token("--a", "oklch(1% 0 0)"), token("--b", "calc(2 * var(--a))")]
        );
        let all = tokens(SHEET);
        assert!(all.len() > 100, "{}", all.len());
        assert!(all.iter().filter(|token| is_colour(token)).count() > 50);
    }
}
