//! `index.html` with gaps for a first screen.

use vitrine::routes::Part;
use vitrine::server::FirstScreen;

use super::findable::Notes;

/// Where the app lives, as the build leaves it.
const APP: [&str; 2] = ["<div id=app></div>", "<div id=\"app\"></div>"];

/// The document in the pieces between which a first screen goes.
pub struct Template {
    /// To the tag of `html`.
    doctype: String,
    /// From there to the end of the head, without title, description, and what
    /// would fetch the app or the page's data at once.
    head: String,
    /// From there to the app.
    body: String,
    /// Behind the app, without what is shown in its place.
    rest: String,
}

impl Template {
    /// `None` for a document that has no place for one.
    pub fn read(html: &str) -> Option<Self> {
        let (doctype, rest) = html.split_once("<html")?;
        let (_, rest) = rest.split_once('>')?;
        let (head, rest) = rest.split_once("</head>")?;
        let (body, rest) = APP.iter().find_map(|app| rest.split_once(app))?;
        let head = without(head, "<title", "</title>", |_| true);
        let head = without(&head, "<meta", ">", |tag| tag.contains("name=description"));
        let head = without(&head, "<meta", ">", |tag| tag.contains("name=\"description\""));
        let head = without(&head, "<link", ">", fetches_the_app);
        let head = without(&head, "<script data-early", "</script>", |_| true);
        let rest = without(rest, "<app-shell", "</app-shell>", |_| true);
        Some(Self { doctype: doctype.to_owned(), head, body: body.to_owned(), rest })
    }

    /// The whole document: the page, what it tells search engines, and the answers that
    /// it was written from, which are text until the app reads them.
    pub fn fill(&self, screen: &FirstScreen, notes: &Notes) -> String {
        let lang = screen.locale.tag();
        let (head, app) = (screen.head_html(), &screen.html);
        let mut data = notes.data.clone();
        for (path, body) in &screen.answers {
            let path = path.replace('&', "&amp;").replace('"', "&quot;");
            data += &data_block(&format!("application/json data-path=\"{path}\""), body);
        }
        let Self { doctype, head: start, body, rest } = self;
        let start = without(start, "<style data-part", "</style>", |style| {
            screen.part.is_some_and(|part| !is_of(style, part))
        });
        let notes = &notes.head;
        format!(
            "{doctype}<html lang={lang} data-first-screen={lang}>{start}{head}{notes}</head>{body}\
             <div id=app>{app}</div>{data}{rest}"
        )
    }
}

/// JSON as an element that no browser runs. In JSON `<` can only stand in a string, where
/// it may be written so that no tag begins there.
pub fn data_block(kind: &str, json: &str) -> String {
    format!("<script type={kind}>{}</script>", json.replace('<', "\\u003c"))
}

/// Whether an element is marked with one of the style sheets that a part needs.
fn is_of(style: &str, part: Part) -> bool {
    let (tag, _) = style.split_once('>').unwrap_or_default();
    let name = tag.split_once('=').unwrap_or_default().1.trim_matches('"');
    part.styles().contains(&name)
}

fn fetches_the_app(tag: &str) -> bool {
    let is_wasm = tag.contains("preload") && tag.contains("as=fetch");
    tag.contains("modulepreload") || is_wasm
}

/// Without elements of a kind.
pub fn without(html: &str, opening: &str, closing: &str, which: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(opening) {
        let Some(length) = rest[start..].find(closing) else { break };
        let end = start + length + closing.len();
        let kept = if which(&rest[start..end]) { start } else { end };
        out += &rest[..kept];
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use vitrine::features::head::Head;
    use vitrine_i18n::Locale;

    use super::*;

    const PAGE: &str = "<!doctype html><html lang=zh-Hans><meta content=\"a>b\" name=viewport>\
        <meta content=old name=description><title>old</title>\
        <link crossorigin href=/a.js rel=modulepreload><link href=/i.svg rel=icon>\
        <link as=fetch href=/a.wasm rel=preload><script data-early>a()</script><style>.e{}</style>\
        <meta name=style-lists content=/l.css><style data-part=lists>.l{}</style>\
        <style data-part=\"product\">.p{}</style></head><body><div id=app></div>\
        <app-shell id=app-shell><p>shell</p></app-shell><p>after</body>";

    fn screen(part: Option<Part>) -> FirstScreen {
        FirstScreen {
            locale: Locale::En,
            head: Head { title: "A & <B>".into(), description: Some("\"C\"".into()) },
            html: "<main></main>".into(),
            is_whole: true,
            answers: vec![("/api/home?a=1&b=\"".into(), "{\"t\":\"</script>\"}".into())],
            part,
        }
    }

    #[test]
    fn a_page_has_the_style_of_its_part() {
        let template = Template::read(PAGE).unwrap();
        let styles = |part| {
            let html = template.fill(&screen(part), &Notes::default());
            [".e{}", ".l{}", ".p{}"].map(|css| html.contains(css))
        };
        assert_eq!(styles(Some(Part::Lists)), [true, true, false]);
        assert_eq!(styles(Some(Part::Product)), [true, false, true]);
        assert_eq!(styles(None), [true, true, true]);
    }

    #[test]
    fn a_page_takes_the_place_of_the_app() {
        let screen = screen(Some(Part::Lists));
        let notes = Notes { head: "<link rel=canonical>".into(), data: "<i>data</i>".into() };
        let html = Template::read(PAGE).unwrap().fill(&screen, &notes);
        assert_eq!(
            html,
            "<!doctype html><html lang=en data-first-screen=en><meta content=\"a>b\" name=viewport>\
             <link href=/i.svg rel=icon><style>.e{}</style>\
             <meta name=style-lists content=/l.css><style data-part=lists>.l{}</style><title>A &amp; &lt;B&gt;</title>\
             <meta name=\"description\" content=\"&quot;C&quot;\"><link rel=canonical></head><body>\
             <div id=app><main></main></div><i>data</i>\
             <script type=application/json data-path=\"/api/home?a=1&amp;b=&quot;\">\
             {\"t\":\"\\u003c/script>\"}</script><p>after</body>"
        );
    }

    #[test]
    fn a_document_without_a_place_is_none() {
        assert!(Template::read("<!doctype html><div id=app></div>").is_none());
        assert!(Template::read("<html></head><div id=other></div>").is_none());
    }
}
