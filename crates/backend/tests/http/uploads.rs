//! Uploading photos.

use std::io::Cursor;

use axum::body::Body;
use axum::http::Request;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use vitrine_backend::clock::{DAY, new_id};
use vitrine_backend::housekeeping::tidy_up;
use vitrine_contract::ProblemCode;
use vitrine_contract::reviews::Upload;

use crate::common::{Answer, Client, TestShop};
use crate::person::demo;

/// A picture as a phone would send it.
fn photo(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([x as u8, y as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).expect("encodes");
    bytes.into_inner()
}

/// A chunk of a PNG with its checksum.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut body = kind.to_vec();
    body.extend_from_slice(data);
    let mut crc = u32::MAX;
    for byte in &body {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    [&(data.len() as u32).to_be_bytes()[..], &body, &(!crc).to_be_bytes()].concat()
}

/// Puts a chunk right behind the header.
fn with_chunk(png: &[u8], kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    const HEADER: usize = 8 + 25;
    [&png[..HEADER], &chunk(kind, data), &png[HEADER..]].concat()
}

async fn upload_as(client: &Client, key: &str, kind: &str, bytes: Vec<u8>) -> Answer {
    let request = Request::post("/api/uploads")
        .header("content-type", kind)
        .header("idempotency-key", key)
        .body(Body::from(bytes))
        .expect("a request");
    client.send(request).await
}

async fn upload(client: &Client, kind: &str, bytes: Vec<u8>) -> Answer {
    upload_as(client, &new_id(), kind, bytes).await
}

#[tokio::test]
async fn a_photo_is_shrunk_and_served_without_its_metadata() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let secret = b"Comment\0GPS 30.2741N 120.1551E";
    let png = with_chunk(&photo(ImageFormat::Png, 800, 400), b"tEXt", secret);
    let answer = upload(&shop, "image/png", png).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let upload: Upload = answer.json();
    assert_eq!(upload.picture.widths, [160, 320, 480, 640]);
    assert_eq!((upload.picture.width, upload.picture.height), (640, 320));
    for width in upload.picture.widths.clone() {
        let file = shop.get(&upload.picture.url(width)).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-type"), "image/webp");
        assert!(!file.body.windows(3).any(|w| w == b"GPS"));
        let decoded = image::load_from_memory(&file.body).unwrap();
        assert_eq!(decoded.width(), width);
    }
}

#[tokio::test]
async fn each_accepted_format_is_read() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    for (kind, format) in [
        ("image/jpeg", ImageFormat::Jpeg),
        ("image/png", ImageFormat::Png),
        ("image/webp", ImageFormat::WebP),
        ("IMAGE/JPEG; charset=binary", ImageFormat::Jpeg),
    ] {
        assert_eq!(upload(&shop, kind, photo(format, 40, 30)).await.status, 201, "{kind}");
    }
}

#[tokio::test]
async fn a_repeated_upload_is_one() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let (key, bytes) = (new_id(), photo(ImageFormat::Png, 64, 64));
    let first: Upload = upload_as(&shop, &key, "image/png", bytes.clone()).await.json();
    let again: Upload = upload_as(&shop, &key, "image/png", bytes.clone()).await.json();
    assert_eq!(first, again);
    let other = upload_as(&shop, &key, "image/png", photo(ImageFormat::Png, 32, 32)).await;
    assert_eq!(other.problem(422).code, ProblemCode::IdempotencyKeyReused);
    let anew: Upload = upload(&shop, "image/png", bytes).await.json();
    assert_ne!(first.id, anew.id);
}

#[tokio::test]
async fn garbage_is_no_photo() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let mut cut = photo(ImageFormat::Jpeg, 400, 400);
    cut.truncate(300);
    let mut bent = photo(ImageFormat::Png, 400, 400);
    let middle = bent.len() / 2;
    bent[middle..].fill(0xff);
    for bytes in [
        Vec::new(),
        b"hello".to_vec(),
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
        b"GIF89a\x01\x00\x01\x00".to_vec(),
        vec![0xff, 0xd8, 0xff],
        cut,
        bent,
    ] {
        let answer = upload(&shop, "image/png", bytes).await;
        assert_eq!(answer.problem(422).code, ProblemCode::PhotoUnreadable);
    }
}

#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    // 60,000 × 60,000 pixels announced in a handful of bytes.
    let side = 60_000u32.to_be_bytes();
    let header = [&side[..], &side, &[8, 2, 0, 0, 0]].concat();
    let data = [0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1];
    let bomb = [
        &b"\x89PNG\r\n\x1a\n"[..],
        &chunk(b"IHDR", &header),
        &chunk(b"IDAT", &data),
        &chunk(b"IEND", &[]),
    ]
    .concat();
    let began = std::time::Instant::now();
    let answer = upload(&shop, "image/png", bomb).await;
    assert_eq!(answer.problem(422).code, ProblemCode::PhotoUnreadable);
    assert!(began.elapsed().as_secs() < 5);
}

#[tokio::test]
async fn type_and_size_are_limited() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    for kind in ["image/svg+xml", "image/gif", "application/octet-stream", "multipart/form-data"] {
        let answer = upload(&shop, kind, photo(ImageFormat::Png, 8, 8)).await;
        assert_eq!(answer.problem(415).code, ProblemCode::UnsupportedMediaType, "{kind}");
    }
    let answer = upload(&shop, "image/png", vec![0; 8 * 1024 * 1024 + 1]).await;
    assert_eq!(answer.problem(413).code, ProblemCode::BodyTooLarge);
    // Above the limit of other routes, below that of photos: read, and no photo.
    upload(&shop, "image/png", vec![0; 3 * 1024 * 1024]).await.problem(422);
}

#[tokio::test]
async fn guests_upload_nothing_and_nobody_too_much() {
    let shop = TestShop::start().await;
    let png = photo(ImageFormat::Png, 8, 8);
    upload(&shop, "image/png", png.clone()).await.problem(401);
    demo(&shop).await;
    for _ in 0..50 {
        assert_eq!(upload(&shop, "image/png", png.clone()).await.status, 201);
    }
    let more = upload(&shop, "image/png", png.clone()).await;
    assert_eq!(more.problem(429).code, ProblemCode::TooManyRequests);
    assert!(!more.header("retry-after").is_empty());
    shop.clock.advance(2 * DAY + 1);
    tidy_up(&shop.state).await.unwrap();
    assert_eq!(upload(&shop, "image/png", png).await.status, 201);
}

#[tokio::test]
async fn what_no_review_names_is_forgotten_after_two_days() {
    let shop = TestShop::start().await;
    demo(&shop).await;
    let old: Upload = upload(&shop, "image/png", photo(ImageFormat::Png, 64, 64)).await.json();
    // Same content, same files: they stay for the one that is still young.
    let twin: Upload = upload(&shop, "image/png", photo(ImageFormat::Png, 8, 64)).await.json();
    shop.clock.advance(DAY);
    let young: Upload = upload(&shop, "image/png", photo(ImageFormat::Png, 8, 64)).await.json();
    assert_eq!(young.picture.template, twin.picture.template);
    tidy_up(&shop.state).await.unwrap();
    assert_eq!(shop.get(&old.picture.url(64)).await.status, 200);
    shop.clock.advance(DAY + 1);
    tidy_up(&shop.state).await.unwrap();
    assert_eq!(shop.get(&old.picture.url(64)).await.status, 404);
    assert_eq!(shop.get(&young.picture.url(8)).await.status, 200);
}
