//! The manifests by which the shop is installed: one a language, alike but for words.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use serde_json::Value;
use vitrine::i18n::{Locale, strings};

fn public(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name.trim_start_matches('/'))
}

fn manifest(l: Locale) -> Value {
    let text = std::fs::read(public(&format!("manifest.{}.webmanifest", l.tag()))).unwrap();
    serde_json::from_slice(&text).unwrap()
}

#[test]
fn the_shop_is_installed_under_its_name_in_each_language() {
    for l in Locale::ALL {
        let manifest = manifest(l);
        assert_eq!(manifest["lang"], l.tag());
        assert_eq!(manifest["short_name"], strings::shell::shop_name(l));
        assert_eq!(manifest["description"], strings::shell::tagline(l));
    }
}

#[test]
fn it_is_one_app_in_all_languages() {
    let mut first = manifest(Locale::default());
    for l in Locale::ALL {
        let mut other = manifest(l);
        for words in ["lang", "name", "short_name", "description"] {
            first[words] = Value::Null;
            other[words] = Value::Null;
        }
        assert_eq!(first, other, "{}", l.tag());
    }
}

#[test]
fn its_icons_are_there_in_their_sizes() {
    let manifest = manifest(Locale::default());
    let mut purposes = Vec::new();
    for icon in manifest["icons"].as_array().unwrap() {
        let png = std::fs::read(public(icon["src"].as_str().unwrap())).unwrap();
        assert!(png.starts_with(b"\x89PNG") && png.len() < 10_000, "{icon}");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(icon["sizes"], format!("{}x{}", side(16), side(20)));
        purposes.push((icon["sizes"].as_str().unwrap(), icon["purpose"].as_str()));
    }
    for wanted in [("192x192", None), ("512x512", None), ("512x512", Some("maskable"))] {
        assert!(purposes.contains(&wanted), "{wanted:?}");
    }
}

#[test]
fn the_page_names_manifest_touch_icon_and_the_colour_of_the_manifest() {
    let page = std::fs::read_to_string(public("../index.html")).unwrap();
    let manifest = manifest(Locale::default());
    let colour = manifest["theme_color"].as_str().unwrap();
    assert!(page.contains(&format!(r#"content="{colour}" media="(prefers-color-scheme: light)""#)));
    for named in ["/icon-180.png", "/manifest.zh-Hans.webmanifest"] {
        assert!(page.contains(&format!("href=\"{named}\"")) && public(named).exists(), "{named}");
    }
}
