//! Pages as text with live places.
//!
//! A page is written as one text (`ui/markup.rs`); what listens or changes in it
//! are views in places of their own, marked `data-live`. A server writes text and
//! views; in the browser the app either writes the text itself, or finds the
//! server's and only brings its places to life. Nothing is hydrated: a place's
//! view takes the place of what the server had written there, and looks the same.
//! `docs/adr/0009` tells what that saves.

#[cfg(target_arch = "wasm32")]
mod enliven;
#[cfg(target_arch = "wasm32")]
mod pages;

#[cfg(target_arch = "wasm32")]
pub use pages::pages;

use leptos::prelude::*;
use maud::PreEscaped;
use web_sys::HtmlElement;

use crate::ui::markup::Markup;

/// A text with live places.
pub struct Written {
    text: Box<dyn FnOnce(&Places) -> Markup>,
    live: Vec<Live>,
}

/// One live place, by the value of its `data-live`, which is unique in its text.
struct Live {
    name: String,
    when: When,
    what: What,
}

enum What {
    /// A view that fills the place.
    View(Box<dyn FnOnce() -> AnyView>),
    /// What puts more behind what the place holds.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    Appended(Box<dyn FnOnce(HtmlElement)>),
    /// The same, which on a server's page has time.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    Waiting(Box<dyn FnOnce() -> AnyView>, Gate),
    /// More text.
    Text(Box<Written>),
    /// What listens in the text itself.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    Follow(Box<dyn FnOnce(HtmlElement)>),
}

/// Runs what it is given when there is a reason to.
type Gate = Box<dyn FnOnce(Box<dyn FnOnce()>)>;

/// When the browser makes a place of a text that it has written itself. What a
/// server has written comes to life in turn in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// With the text.
    AtOnce,
    /// Below the first screen.
    InTurn,
    /// The same, and a server's comes to life when somebody comes near: its place has
    /// a box of its own.
    Near,
    /// In turn, and a page is read without it: a server leaves the place empty.
    Last,
}

/// What stands in the places of a text when it is written.
#[derive(Default)]
pub struct Places(Vec<(String, String)>);

impl Places {
    /// The inside of the place with that name: what a server has rendered, or
    /// nothing yet.
    pub fn within(&self, name: &str) -> Markup {
        let found = self.0.iter().find(|(one, _)| one == name);
        PreEscaped(found.map(|(_, html)| html.clone()).unwrap_or_default())
    }

    /// A place with that name, without a box of its own.
    pub fn at(&self, name: &str) -> Markup {
        maud::html! { div.live data-live=(name) { (self.within(name)) } }
    }
}

impl Written {
    /// A text, written only where the server has not done so.
    pub fn new(text: impl FnOnce(&Places) -> Markup + 'static) -> Self {
        Self { text: Box::new(text), live: Vec::new() }
    }

    /// With a view in one of its places.
    pub fn live(
        mut self,
        name: impl Into<String>,
        when: When,
        make: impl FnOnce() -> AnyView + 'static,
    ) -> Self {
        self.live.push(Live { name: name.into(), when, what: What::View(Box::new(make)) });
        self
    }

    /// With a view below the first screen that comes to life on a server's page only
    /// when `gate` lets it: it can be read as it is.
    pub fn waiting(
        mut self,
        name: impl Into<String>,
        make: impl FnOnce() -> AnyView + 'static,
        gate: impl FnOnce(Box<dyn FnOnce()>) + 'static,
    ) -> Self {
        let what = What::Waiting(Box::new(make), Box::new(gate));
        self.live.push(Live { name: name.into(), when: When::InTurn, what });
        self
    }

    /// With something that puts more behind what one of its places holds, and leaves that
    /// alone; there is none of it on a server's page.
    pub fn appended(
        mut self,
        name: impl Into<String>,
        append: impl FnOnce(HtmlElement) + 'static,
    ) -> Self {
        let what = What::Appended(Box::new(append));
        self.live.push(Live { name: name.into(), when: When::AtOnce, what });
        self
    }

    /// With something that listens to, and changes, what the text itself has in one of
    /// its places: nothing is made anew where a server has written it.
    pub fn follow(
        mut self,
        name: impl Into<String>,
        when: When,
        follow: impl FnOnce(HtmlElement) + 'static,
    ) -> Self {
        self.live.push(Live { name: name.into(), when, what: What::Follow(Box::new(follow)) });
        self
    }

    /// With more text in one of its places.
    pub fn text(mut self, name: impl Into<String>, when: When, text: Written) -> Self {
        self.live.push(Live { name: name.into(), when, what: What::Text(Box::new(text)) });
        self
    }

    /// The whole text, as a server sends it; `before` stands in places whose
    /// contents come from elsewhere.
    pub fn into_markup(self, mut before: Places) -> Markup {
        for Live { name, when, what } in self.live {
            let html = match what {
                What::View(make) | What::Waiting(make, _) if when != When::Last => make().to_html(),
                What::Text(text) => text.into_markup(Places::default()).into_string(),
                What::View(_) | What::Waiting(..) | What::Appended(_) | What::Follow(_) => continue,
            };
            before.0.push((name, html));
        }
        (self.text)(&before)
    }

    /// As a view: an element with this class, or the server's, which it brings to
    /// life.
    pub fn view(self, class: &'static str) -> AnyView {
        #[cfg(target_arch = "wasm32")]
        {
            enliven::view(self, class)
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            let text = self.into_markup(Places::default()).into_string();
            view! { <div class=class data-written inner_html=text></div> }.into_any()
        }
    }

    /// Fills an element of the document, or brings to life what it holds.
    pub fn mount(self, root: &web_sys::Element, is_there: bool) {
        #[cfg(target_arch = "wasm32")]
        enliven::mount(self, root, is_there);
        // Called from effects, which a server does not run.
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (root, is_there);
    }

    /// Writes it behind what an element of the document holds.
    pub fn append(self, root: &web_sys::Element) {
        #[cfg(target_arch = "wasm32")]
        enliven::append(self, root);
        // Called from effects, too.
        #[cfg(not(target_arch = "wasm32"))]
        let _ = root;
    }
}

impl Places {
    /// With this in a place.
    pub fn with(mut self, name: &str, html: String) -> Self {
        self.0.push((name.to_owned(), html));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::markup::html;

    #[test]
    fn a_server_writes_what_is_read_and_leaves_the_rest() {
        let more = Written::new(|_| html! { b { "more" } });
        let written = Written::new(|places| {
            html! { (places.at("text")) (places.at("last")) i { (places.within("given")) } }
        })
        .text("text", When::InTurn, more)
        .live("last", When::Last, || unreachable!("a page is read without it"));
        let html = written.into_markup(Places::default().with("given", "<u></u>".into()));
        assert_eq!(
            html.into_string(),
            "<div class=\"live\" data-live=\"text\"><b>more</b></div>\
             <div class=\"live\" data-live=\"last\"></div><i><u></u></i>"
        );
    }
}
