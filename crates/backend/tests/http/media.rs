//! `GET /media/{file}`, the import of photos, uploads.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use vitrine_backend::media::{self, pictures};
use vitrine_contract::ProblemCode;
use vitrine_contract::products::ProductPage;

use crate::common::TestShop;

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        if y < height / 2 { Rgb([220, (x % 40) as u8, 30]) } else { Rgb([20, 30, 200]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn without_photos_pictures_are_drawn() {
    let shop = TestShop::start().await;
    let page: ProductPage = shop.get("/api/products/laptop").await.json();
    let url = page.product.pictures[0].url(640);
    let answer = shop.get(&url).await;
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(
        answer.header("content-security-policy"),
        "default-src 'none'; frame-ancestors 'none'"
    );
    assert!(answer.text().starts_with("<svg"));
}

#[tokio::test]
async fn other_names_are_not_found() {
    let shop = TestShop::start().await;
    for name in
        ["x.webp", "..%2Fvitrine.sqlite", "%2e%2e%2fvitrine.sqlite", ".webp", "a.svg", "%00"]
    {
        shop.get(&format!("/media/{name}")).await.problem(404);
    }
}

#[tokio::test]
async fn photos_take_the_place_of_drawings_once() {
    let photos = tempfile::tempdir().unwrap();
    // The laptop's photo; another one is broken.
    std::fs::write(photos.path().join("derick-david-409858-unsplash.jpg"), jpeg(1500, 1000))
        .unwrap();
    std::fs::write(photos.path().join("chuttersnap-584518-unsplash.jpg"), b"no photo").unwrap();
    let folder = photos.path().to_owned();
    let shop = TestShop::start_with(|config| config.demo_photos = folder).await;
    let before: ProductPage = shop.get("/api/products/laptop?lang=en").await.json();

    vitrine_backend::demo::import::import_photos(&shop.state).await.unwrap();
    let after: ProductPage = shop.get("/api/products/laptop?lang=en").await.json();
    let [whole, left, centre, right] = &after.product.pictures[..] else { panic!("four pictures") };
    assert_eq!((whole.width, whole.height), (1280, 854));
    assert_eq!(whole.widths, [160, 320, 480, 640, 960, 1280]);
    assert_eq!((left.width, left.height, right.width), (960, 960, 960));
    assert_eq!(centre.widths, [160, 320, 480, 640]);
    assert_ne!(whole.tone, before.product.pictures[0].tone);
    for picture in &after.product.pictures {
        for width in &picture.widths {
            let answer = shop.get(&picture.url(*width)).await;
            assert_eq!(answer.header("content-type"), "image/webp");
            let read = image::load_from_memory(&answer.body).unwrap();
            assert_eq!(read.width(), *width);
        }
    }
    // The broken one stays drawn, and a second run changes nothing.
    vitrine_backend::demo::import::import_photos(&shop.state).await.unwrap();
    let again: ProductPage = shop.get("/api/products/laptop?lang=en").await.json();
    assert_eq!(again.product.pictures, after.product.pictures);
    let shoe: ProductPage = shop.get("/api/products/ultraboost-running-shoe").await.json();
    assert!(shoe.product.pictures[0].template.ends_with(".svg"));
}

#[tokio::test]
async fn an_upload_is_stored_without_its_metadata_and_upright() {
    let shop = TestShop::start().await;
    let stored = media::store_photo(&shop.state, turned(jpeg(800, 400)).into()).await.unwrap();
    // Orientation 6 turns a quarter clockwise.
    assert_eq!(
        (stored.widths.as_slice(), stored.width, stored.height),
        (&[160, 320][..], 320, 640)
    );
    let id = pictures::insert(&shop.state.db.write, &stored, pictures::UPLOAD).await.unwrap();
    let rows = pictures::by_ids(&shop.state.db.read, [id.clone()]).await.unwrap();
    let answer = shop.get(&rows[&id].to_contract("").url(320)).await;
    assert!(!answer.body.windows(4).any(|bytes| bytes == b"Exif" || bytes == b"EXIF"));
    // What was the bottom (blue) is the left now.
    let read = image::load_from_memory(&answer.body).unwrap().into_rgb8();
    assert!(read.get_pixel(20, 300)[2] > 150 && read.get_pixel(300, 300)[0] > 150);
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let shop = TestShop::start().await;
    let mut cut = jpeg(400, 400);
    cut.truncate(300);
    let mut huge = jpeg(16, 16);
    claim_size(&mut huge, 60_000, 60_000);
    for bytes in [b"".to_vec(), b"<svg/>".to_vec(), cut, huge, vec![0xff; 1000]] {
        let error = media::store_photo(&shop.state, bytes.into()).await.unwrap_err();
        assert_eq!(*error.code(), ProblemCode::PhotoUnreadable);
    }
}

/// Puts an EXIF block that says "turn me by a quarter" behind the JPEG's start.
fn turned(jpeg: Vec<u8>) -> Vec<u8> {
    let tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let mut segment = vec![0xff, 0xe1];
    segment.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(tiff);
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend(segment);
    bytes.extend(&jpeg[2..]);
    bytes
}

/// Rewrites the size in the JPEG's frame header.
fn claim_size(jpeg: &mut [u8], width: u16, height: u16) {
    let frame = jpeg.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
}
