//! Drawn placeholders: a small still life on soft paper, the same for the same
//! seed, so that the shop looks like one without any photo.

use super::StoredPicture;

/// Raised when the drawing changes: the files are immutable under their names.
const EDITION: u32 = 1;
const WIDTH: u32 = 960;
const HEIGHT: u32 = 720;

/// Paper, table, and three shapes: muted, light enough for dark text beside them.
const PALETTES: [[&str; 5]; 8] = [
    ["#ece7dd", "#ddd4c4", "#b98b6b", "#7d8c7a", "#d9b48f"],
    ["#e6ebe6", "#d2dbd2", "#7f9a86", "#b7a17e", "#a9c1ae"],
    ["#e5eaf0", "#d0d9e3", "#7d92ad", "#b0a090", "#a9bccf"],
    ["#f0e6e3", "#e2d1cc", "#b57f73", "#8a8f86", "#d8aba0"],
    ["#ebe6ef", "#d9d0e0", "#8f80a3", "#a99a86", "#b9adc9"],
    ["#e4ecec", "#cfdddd", "#6f9797", "#b4977a", "#a3c3c2"],
    ["#f1ebdb", "#e3d8bd", "#b39b56", "#80876f", "#d3c089"],
    ["#eae8e6", "#d8d5d1", "#8c867f", "#a58f7c", "#bdb5ab"],
];

/// The picture number `index` of whatever `seed` names.
pub fn picture(seed: &str, index: u32) -> StoredPicture {
    let number = hash(seed);
    StoredPicture {
        template: format!("/media/drawn-{EDITION}-{number:016x}-{index}.svg"),
        widths: vec![WIDTH],
        width: WIDTH,
        height: HEIGHT,
        tone: palette(number)[0].to_owned(),
    }
}

/// The drawing of a file that [`picture`] named, or `None` for another name.
pub fn by_file_name(name: &str) -> Option<String> {
    let rest = name.strip_prefix(&format!("drawn-{EDITION}-"))?.strip_suffix(".svg")?;
    let (seed, index) = rest.split_once('-')?;
    let number = u64::from_str_radix(seed, 16).ok().filter(|_| seed.len() == 16)?;
    Some(draw(number, index.parse().ok().filter(|index| *index < 10)?))
}

/// FNV-1a, which never changes with a release of Rust.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn palette(seed: u64) -> &'static [&'static str; 5] {
    &PALETTES[(seed % PALETTES.len() as u64) as usize]
}

/// A whole scene for index 0; the others look at its left, middle and right.
fn draw(seed: u64, index: u32) -> String {
    let [paper, table, first, second, third] = *palette(seed);
    let view = match index {
        0 => "0 0 960 720",
        1 => "20 140 560 420",
        2 => "260 200 440 330",
        _ => "380 140 560 420",
    };
    let mut dice = Dice(seed | 1);
    let horizon = 470 + dice.below(60);
    let (sun_x, sun_y, sun) = (180 + dice.below(600), 150 + dice.below(90), 60 + dice.below(60));
    let left = shape(&mut dice, 250, horizon + 60, first);
    let middle = shape(&mut dice, 480, horizon + 90, second);
    let right = shape(&mut dice, 710, horizon + 50, third);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{view}\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
         <rect width=\"960\" height=\"720\" fill=\"{paper}\"/>\
         <circle cx=\"{sun_x}\" cy=\"{sun_y}\" r=\"{sun}\" fill=\"#fff\" opacity=\".45\"/>\
         <path d=\"M0 {horizon}H960V720H0Z\" fill=\"{table}\"/>{left}{right}{middle}</svg>"
    )
}

/// Something that stands on the table at `x`, its foot at `y`, with a shadow.
fn shape(dice: &mut Dice, x: u64, y: u64, colour: &str) -> String {
    let w = 110 + dice.below(90);
    let h = 150 + dice.below(170);
    let (l, r, t) = (x - w / 2, x + w / 2, y - h);
    let body = match dice.below(5) {
        // A ball, a box, a vase, a bottle, an arch.
        0 => format!("<circle cx=\"{x}\" cy=\"{}\" r=\"{}\"", y - w / 2, w / 2),
        1 => format!("<rect x=\"{l}\" y=\"{t}\" width=\"{w}\" height=\"{h}\" rx=\"14\""),
        2 => format!(
            "<path d=\"M{} {t}H{}C{} {} {r} {} {} {y}H{}C{l} {} {} {} {} {t}Z\"",
            x - w / 5,
            x + w / 5,
            x + w / 6,
            t + h / 3,
            t + h / 2,
            x + w / 4,
            x - w / 4,
            t + h / 2,
            x - w / 6,
            t + h / 3,
            x - w / 5,
        ),
        3 => format!(
            "<path d=\"M{} {t}H{}V{}Q{r} {} {r} {}V{y}H{l}V{}Q{l} {} {} {}Z\"",
            x - w / 7,
            x + w / 7,
            t + h / 4,
            t + h / 3,
            t + h / 2,
            t + h / 2,
            t + h / 3,
            x - w / 7,
            t + h / 4,
        ),
        _ => format!(
            "<path d=\"M{l} {y}V{}A{} {} 0 0 1 {r} {}V{y}Z\"",
            t + w / 2,
            w / 2,
            w / 2,
            t + w / 2
        ),
    };
    format!(
        "<ellipse cx=\"{}\" cy=\"{y}\" rx=\"{}\" ry=\"14\" fill=\"#000\" opacity=\".08\"/>{body} fill=\"{colour}\"/>",
        x + 18,
        w * 3 / 5,
    )
}

/// Marsaglia's xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_leads_to_its_drawing() {
        let picture = picture("laptop", 2);
        let drawing = by_file_name(picture.template.strip_prefix("/media/").unwrap()).unwrap();
        assert!(drawing.starts_with("<svg") && drawing.ends_with("</svg>"));
        assert_eq!(super::picture("laptop", 2), picture);
        assert_ne!(super::picture("bonsai", 2), picture);
    }

    #[test]
    fn other_names_lead_nowhere() {
        for name in ["drawn-1-0-0.svg", "drawn-0-0000000000000000-0.svg", "x.svg", "drawn-1-"] {
            assert_eq!(by_file_name(name), None, "{name}");
        }
    }
}
