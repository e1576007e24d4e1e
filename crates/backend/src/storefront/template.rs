//! `index.html` with gaps for a first screen.

use vitrine::routes::WindowPage;
use vitrine::server::FirstScreen;
use vitrine::ui::markup::FOLD;
use vitrine_i18n::Locale;

use super::findable::Notes;

/// Where the app lives, as the build leaves it.
const APP: [&str; 2] = ["<div id=app></div>", "<div id=\"app\"></div>"];

/// The language in which the build leaves the document.
const WRITTEN_IN: Locale = Locale::ZhHans;

/// How what it says without script begins, once for each language.
const SAID: &str = "<p class=page lang=";

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

    /// What of the document a page of this kind has: its inline parts are what the page's
    /// policy allows.
    pub fn frame(&self, page: Option<WindowPage>) -> String {
        self.head_for(page) + &self.body + &self.rest
    }

    fn head_for(&self, page: Option<WindowPage>) -> String {
        without(&self.head, "<style data-part", "</style>", |style| {
            page.is_some_and(|page| !self.is_inline(style, page))
        })
    }

    /// Whether a page of this kind has in it what a `style` element is marked with.
    fn is_inline(&self, style: &str, page: WindowPage) -> bool {
        let (tag, _) = style.split_once('>').unwrap_or_default();
        let name = tag.split_once('=').unwrap_or_default().1.trim_matches('"');
        let is_at_fold = page.styles_at_fold().contains(&name);
        page.first_styles().contains(&name) || (is_at_fold && self.sheet(name).is_none())
    }

    /// What loads the style of a page where its first screen ends, as far as the build has
    /// it in files.
    fn fold(&self, page: WindowPage) -> Option<String> {
        let names = page.styles_at_fold().iter();
        let links: String = names.filter_map(|name| self.sheet(name)).collect();
        (!links.is_empty()).then_some(links)
    }

    /// What loads one sheet, if the build has it in a file.
    fn sheet(&self, name: &str) -> Option<String> {
        let file = style_file(&self.head, name)?;
        // Browsers wait for it before they show what follows, and for nothing else: the
        // first screen's pictures go first.
        Some(format!("<link data-part={name} fetchpriority=low href={file} rel=stylesheet>"))
    }

    /// The whole document: the page, what it tells search engines, and the answers that
    /// it was written from, which are text until the app reads them.
    pub fn fill(&self, screen: &FirstScreen, notes: &Notes) -> String {
        let lang = screen.locale.tag();
        let head = screen.head_html();
        let app = match screen.in_window.and_then(|page| self.fold(page)) {
            Some(link) => screen.html.replacen(FOLD, &link, 1),
            None => screen.html.clone(),
        };
        let mut data = notes.data.clone();
        for (path, body) in &screen.answers {
            let path = path.replace('&', "&amp;").replace('"', "&quot;");
            data += &data_block(&format!("application/json data-path=\"{path}\""), body);
        }
        let Self { doctype, body, rest, .. } = self;
        let start = self.head_for(screen.in_window);
        let start = start.replacen(&manifest(WRITTEN_IN), &manifest(screen.locale), 1);
        let own = format!("{SAID}{lang}>");
        let rest = without(rest, SAID, "</p>", |text| !text.starts_with(&own));
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

/// The file with the style of a part, as the build names it.
fn style_file<'a>(head: &'a str, part: &str) -> Option<&'a str> {
    let (_, rest) = head.split_once(&format!("<meta name=style-{part} content="))?;
    rest.split('>').next()
}

/// What names the app on a shopper's home screen.
fn manifest(locale: Locale) -> String {
    format!("/manifest.{}.webmanifest", locale.tag())
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
        <link crossorigin href=/a.js rel=modulepreload><link href=/manifest.zh-Hans.webmanifest rel=manifest>\
        <link as=fetch href=/a.wasm rel=preload><script data-early>a()</script><style>.e{}</style>\
        <meta name=style-lists content=/l.css><style data-part=lists>.l{}</style>\
        <meta name=style-results content=/r.css><style data-part=results>.r{}</style>\
        <style data-part=\"product\">.p{}</style></head><body><div id=app></div>\
        <app-shell id=app-shell><p>shell</p></app-shell><noscript><p class=page lang=zh-Hans>h</p>\
        <p class=page lang=en>e</p></noscript><p>after</body>";

    fn screen(in_window: Option<WindowPage>) -> FirstScreen {
        FirstScreen {
            locale: Locale::En,
            head: Head { title: "A & <B>".into(), description: Some("\"C\"".into()) },
            html: "<main></main>".into(),
            is_whole: true,
            answers: vec![("/api/home?a=1&b=\"".into(), "{\"t\":\"</script>\"}".into())],
            in_window,
        }
    }

    #[test]
    fn a_page_has_the_style_of_its_first_screen() {
        let template = Template::read(PAGE).unwrap();
        let styles = |page| {
            let html = template.fill(&screen(page), &Notes::default());
            [".e{}", ".l{}", ".r{}", ".p{}"].map(|css| html.contains(css))
        };
        assert_eq!(styles(Some(WindowPage::Home)), [true, true, false, false]);
        assert_eq!(styles(Some(WindowPage::Results)), [true, true, true, false]);
        assert_eq!(styles(Some(WindowPage::Product)), [true, false, false, true]);
        assert_eq!(styles(None), [true, true, true, true]);
    }

    #[test]
    fn what_is_below_the_first_screen_is_loaded_there() {
        let page = PAGE.replace(
            "</head>",
            "<meta name=style-below content=/b.css><style data-part=below>.b{}</style></head>",
        );
        let template = Template::read(&page).unwrap();
        let html = format!("<p>above</p>{FOLD}<p>below</p>");
        let filled = |page| {
            let screen = FirstScreen { html: html.clone(), ..screen(page) };
            template.fill(&screen, &Notes::default())
        };
        let page = Some(WindowPage::Product);
        let product = filled(page);
        assert!(!product.contains(".b{}") && !template.frame(page).contains(".b{}"));
        let link = "<link data-part=below fetchpriority=low href=/b.css rel=stylesheet>";
        assert!(product.contains(&format!("<p>above</p>{link}<p>below</p>")), "{product}");
        let home = filled(Some(WindowPage::Home));
        assert!(
            home.contains("<p>above</p><link data-part=results ") && !home.contains("/b.css r")
        );
        // Any other page has the style of all.
        assert!(filled(None).contains(".b{}") && !filled(None).contains(link));
    }

    #[test]
    fn a_page_takes_the_place_of_the_app() {
        let screen = screen(Some(WindowPage::Home));
        let notes = Notes { head: "<link rel=canonical>".into(), data: "<i>data</i>".into() };
        let html = Template::read(PAGE).unwrap().fill(&screen, &notes);
        assert_eq!(
            html,
            "<!doctype html><html lang=en data-first-screen=en><meta content=\"a>b\" name=viewport>\
             <link href=/manifest.en.webmanifest rel=manifest><style>.e{}</style>\
             <meta name=style-lists content=/l.css><style data-part=lists>.l{}</style><meta name=style-results content=/r.css><title>A &amp; &lt;B&gt;</title>\
             <meta name=\"description\" content=\"&quot;C&quot;\"><link rel=canonical></head><body>\
             <div id=app><main></main></div><i>data</i>\
             <script type=application/json data-path=\"/api/home?a=1&amp;b=&quot;\">\
             {\"t\":\"\\u003c/script>\"}</script><noscript>\
             <p class=page lang=en>e</p></noscript><p>after</body>"
        );
    }

    #[test]
    fn a_document_without_a_place_is_none() {
        assert!(Template::read("<!doctype html><div id=app></div>").is_none());
        assert!(Template::read("<html></head><div id=other></div>").is_none());
    }
}
