use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::markup::{Markup, html};

/// The shop's icons: strokes on a grid of 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Glyph {
    Back,
    Bell,
    Bolt,
    Camera,
    Card,
    Cart,
    Categories,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Clock,
    Close,
    Copy,
    Edit,
    Filter,
    Globe,
    Heart,
    Home,
    Info,
    Lock,
    Mail,
    Message,
    Minus,
    Moon,
    Offline,
    Orders,
    Parcel,
    Person,
    Phone,
    Photo,
    Pin,
    Plus,
    Problem,
    Refresh,
    Search,
    Share,
    Shield,
    Sort,
    Star,
    Store,
    Sun,
    Trash,
    Truck,
    Undo,
    Warning,
    Zoom,
}

/// An icon beside words, or inside a control that has a name; never alone.
#[component]
pub fn Icon(
    /// Which.
    glyph: Glyph,
) -> impl IntoView {
    // The framework keeps one copy of each such text, and clones its nodes.
    InertElement::new(icon(glyph).into_string())
}

/// [`Icon`] as text.
pub fn icon(glyph: Glyph) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" {
            path d=(glyph.path()) {}
        }
    }
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Back => "M20 12H4.5M11 5.5 4.5 12l6.5 6.5",
            Self::Bell => "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10.2 20.8h3.6",
            Self::Bolt => "M13.5 3 5.5 13.5H11L10 21l8.5-11H13z",
            Self::Camera => {
                "M3.5 8h4L9 5.5h6L16.5 8h4v11.5h-17zM12 16.8a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z"
            }
            Self::Card => "M3 5.5h18v13H3zM3 10h18M6.5 15H10",
            Self::Cart => "M5.5 8.5h13l1 11.5h-15zM9 11V7a3 3 0 0 1 6 0v4",
            Self::Categories => {
                "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM16.5 13.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
            }
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::ChevronDown => "M5.5 9.5 12 16l6.5-6.5",
            Self::ChevronLeft => "M14.5 5.5 8 12l6.5 6.5",
            Self::ChevronRight => "M9.5 5.5 16 12l-6.5 6.5",
            Self::Clock => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Copy => "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
            Self::Edit => "M4 20l1-4.5L16 4.5 19.5 8l-11 11zM13.5 7l3.5 3.5",
            Self::Filter => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Globe => {
                "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c4.7 4.8 4.7 12.2 0 17M12 3.5c-4.7 4.8-4.7 12.2 0 17"
            }
            Self::Heart => {
                "M12 20S4 15.2 4 9.4A4.3 4.3 0 0 1 12 7.2a4.3 4.3 0 0 1 8 2.2C20 15.2 12 20 12 20z"
            }
            Self::Home => "M4 11l8-7 8 7M6 9.5V20h4.5v-5.5h3V20H18V9.5",
            Self::Info => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.6v.2",
            Self::Lock => "M5.5 10.5h13V20h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
            Self::Mail => "M3 5.5h18v13H3zM3.5 6.5l8.5 7 8.5-7",
            Self::Message => "M4 5h16v11.5h-8.5L7 20.5v-4H4z",
            Self::Minus => "M5 12h14",
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
            Self::Offline => {
                "M3.5 3.5l17 17M7.5 8.2A5 5 0 0 0 7 18h10.5M10.3 6.3A5.5 5.5 0 0 1 17.5 11a3.7 3.7 0 0 1 3 5.2"
            }
            Self::Orders => "M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5L8 19l-2 1.5zM9 8.5h6M9 12.5h6",
            Self::Parcel => "M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5M8 6l8 4",
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
            Self::Phone => "M7 2.5h10v19H7zM11 18.5h2",
            Self::Photo => "M3.5 5h17v14h-17zM3.5 16l5-5 4.5 4.5 2.5-2.5 5 5M15.5 9.2v.2",
            Self::Pin => {
                "M12 21s-7-6.2-7-11.2a7 7 0 0 1 14 0C19 14.8 12 21 12 21zM12 12.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8z"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Problem => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V13M12 16v.2",
            Self::Refresh => "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3l5.2 5.2",
            Self::Share => "M12 15V3.5M7.5 8 12 3.5 16.5 8M5 12v8h14v-8",
            Self::Shield => {
                "M12 3.5 5 6v6c0 4.5 3.2 7.2 7 8.5 3.8-1.3 7-4 7-8.5V6zM8.7 12l2.4 2.4 4.2-4.4"
            }
            Self::Sort => "M7 4.5v15M3.5 16 7 19.5l3.5-3.5M17 19.5v-15M13.5 8 17 4.5 20.5 8",
            Self::Star => {
                "M12 3.8l2.5 5.3 5.8.7-4.3 4 1.1 5.7-5.1-2.8-5.1 2.8L8 13.8l-4.3-4 5.8-.7z"
            }
            Self::Store => {
                "M4.5 11v9h15v-9M3 9.5 5 4h14l2 5.5a2.6 2.6 0 0 1-4.5 1 3 3 0 0 1-4.5 0 3 3 0 0 1-4.5 0 2.6 2.6 0 0 1-4.5-1zM10 20v-5h4v5"
            }
            Self::Sun => {
                "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
            }
            Self::Trash => {
                "M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l1 13.5h9l1-13.5M10.2 10.5v6M13.8 10.5v6"
            }
            Self::Truck => {
                "M5 17H3V6h11v11H9.4M14 9.5h3.8L21 13v4h-1.6M14 17h1M7.2 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM17.2 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"
            }
            Self::Undo => "M9 14 4.5 9.5 9 5M4.5 9.5H14a5 5 0 0 1 0 10h-3",
            Self::Warning => "M12 4 2.8 19.5h18.4zM12 10v4.2M12 16.7v.2",
            Self::Zoom => {
                "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3l5.2 5.2M10.5 8v5M8 10.5h5"
            }
        }
    }
}
