use leptos::prelude::*;

use super::specimen::specimen;
use crate::ui::markup::html;
use crate::ui::{Glyph, Icon, icon};

/// Every icon, with its name in the code.
pub fn specimens() -> AnyView {
    let all = GLYPHS
        .map(|glyph| {
            let name = format!("{glyph:?}");
            view! { <li class="chip"><Icon glyph /> <code translate="no">{name}</code></li> }
        })
        .collect_view();
    let as_text = html! { (icon(Glyph::Star)) };
    view! {
        {specimen("Icon", view! { <ul class="chips">{all}</ul> })}
        {specimen("icon", view! { <span inner_html=as_text.into_string()></span> })}
    }
    .into_any()
}

const GLYPHS: [Glyph; 47] = [
    Glyph::Back,
    Glyph::Bell,
    Glyph::Bolt,
    Glyph::Camera,
    Glyph::Card,
    Glyph::Cart,
    Glyph::Categories,
    Glyph::Check,
    Glyph::ChevronDown,
    Glyph::ChevronLeft,
    Glyph::ChevronRight,
    Glyph::Clock,
    Glyph::Close,
    Glyph::Copy,
    Glyph::Edit,
    Glyph::Filter,
    Glyph::Globe,
    Glyph::Heart,
    Glyph::Home,
    Glyph::Info,
    Glyph::Lock,
    Glyph::Mail,
    Glyph::Message,
    Glyph::Minus,
    Glyph::Moon,
    Glyph::Offline,
    Glyph::Orders,
    Glyph::Parcel,
    Glyph::Person,
    Glyph::Phone,
    Glyph::Photo,
    Glyph::Pin,
    Glyph::Plus,
    Glyph::Problem,
    Glyph::Refresh,
    Glyph::Search,
    Glyph::Share,
    Glyph::Shield,
    Glyph::Sort,
    Glyph::Star,
    Glyph::Store,
    Glyph::Sun,
    Glyph::Trash,
    Glyph::Truck,
    Glyph::Undo,
    Glyph::Warning,
    Glyph::Zoom,
];
