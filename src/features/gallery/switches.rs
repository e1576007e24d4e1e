use leptos::prelude::*;

use crate::browser;
use crate::features::shell::choices;
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;
use crate::state::Stored;
use crate::ui::{Choice, Select, Switch};

/// What the whole page is shown in: language, theme, density, size of text, motion.
/// Kept over reloads, so that a look at one thing survives a build.
#[component]
pub fn Switches() -> impl IntoView {
    let l = use_locale();
    let density = of_document("density");
    let text = of_document("text");
    let motion = of_document("motion");
    let densities = vec![
        Choice::new("", strings::gallery::usual(l)),
        Choice::new("compact", strings::gallery::compact(l)),
        Choice::new("roomy", strings::gallery::roomy(l)),
    ];
    let sizes = vec![
        Choice::new("", strings::gallery::usual(l)),
        Choice::new("large", strings::gallery::large(l)),
        Choice::new("larger", strings::gallery::larger(l)),
    ];
    view! {
        <div class="cluster">
            {choices(l, "gallery").view("live")}
            <Select
                name="gallery-density"
                label=strings::gallery::density(l)
                choices=densities
                value=density.signal()
                on_change=move |value| density.set(value)
            />
            <Select
                name="gallery-text"
                label=strings::gallery::text_size(l)
                choices=sizes
                value=text.signal()
                on_change=move |value| text.set(value)
            />
            <Switch
                label=strings::gallery::less_motion(l)
                on=Signal::derive(move || motion.get() == "less")
                on_change=move |less| motion.set(if less { "less" } else { "" }.to_owned())
            />
        </div>
    }
}

/// A stored value that stands in an attribute of the document, as the sheets read it.
fn of_document(name: &'static str) -> Stored<String> {
    let value = Stored::new(format!("vitrine.gallery.{name}"), String::new());
    effect(move || {
        value.with(|value| {
            let chosen = Some(value.as_str()).filter(|value| !value.is_empty());
            browser::mark_document(&format!("data-{name}"), chosen);
        });
    });
    value
}
