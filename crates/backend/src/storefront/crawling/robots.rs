//! `robots.txt`.

use super::super::origin::Origin;

/// Pages that are somebody's own. They say `noindex` themselves, too, to whoever comes.
const PRIVATE: [&str; 6] = ["/cart", "/checkout", "/demo/", "/me", "/orders", "/sign-in"];

/// The file. The API stays open: crawlers that run the app need what it reads.
pub fn text(origin: Option<&Origin>) -> String {
    // The longest rule wins: without this one `/me` would shut the pictures out.
    let mut text = String::from("User-agent: *\nAllow: /media/\n");
    for path in PRIVATE {
        text += &format!("Disallow: {path}\n");
    }
    if let Some(origin) = origin {
        text += &format!("\nSitemap: {}\n", origin.url("/sitemap.xml"));
    }
    text
}
