//! The site's own colour, made readable in both themes.

use crate::model::Color;
use color::{Oklab, OpaqueColor, Srgb};

/// The contrast in each theme. WCAG 2.2 asks 4.5 to 1 of text at level AA (success criterion 1.4.3); light text on
/// dark looks thinner than it is, so it gets more.
const ENOUGH: [f32; 2] = [4.5, 6.0];
/// `--raised` of tokens.css in each theme: of what text stands on, the nearest to the text.
const RAISED: [[u8; 3]; 2] = [[0xf5, 0xf2, 0xec], [0x20, 0x23, 0x26]];
/// From black to white in so many steps.
const STEPS: u8 = 50;

type Rgb = OpaqueColor<Srgb>;

/// The colour for the light theme and for the dark one: as it is where it can be read, else mixed with as
/// little black or white (in Oklab) as it takes.
pub fn readable(accent: &Color) -> [Color; 2] {
    let [light, dark] = RAISED.map(|[r, g, b]| Rgb::from_rgb8(r, g, b));
    [mixed(accent, Rgb::BLACK, light, ENOUGH[0]), mixed(accent, Rgb::WHITE, dark, ENOUGH[1])]
}

fn mixed(accent: &Color, with: Rgb, ground: Rgb, enough: f32) -> Color {
    let [from, to] = [rgb(accent), with].map(OpaqueColor::convert::<Oklab>);
    let mut mixes = (0..=STEPS).map(|step| {
        let mix = from.lerp_rect(to, f32::from(step) / f32::from(STEPS));
        hex(mix.convert())
    });
    mixes.find(|mix| contrast(rgb(mix), ground) >= enough).unwrap_or_else(|| accent.clone())
}

/// How far two colours are apart, as WCAG 2.2 defines its contrast ratio: 1 to 21.
fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (one, other) = (one.relative_luminance(), other.relative_luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn rgb(color: &Color) -> Rgb {
    let [r, g, b] = color.rgb();
    Rgb::from_rgb8(r, g, b)
}

fn hex(rgb: Rgb) -> Color {
    let rgb = rgb.to_rgba8();
    Color::of([rgb.r, rgb.g, rgb.b])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_colour_becomes_readable_in_both_themes() {
        let shades = || (0..=255).step_by(51);
        for accent in shades().flat_map(|r| shades().flat_map(move |g| shades().map(move |b| [r, g, b]))) {
            let readable = readable(&Color::of(accent));
            for ((color, [r, g, b]), enough) in readable.iter().zip(RAISED).zip(ENOUGH) {
                let contrast = contrast(rgb(color), Rgb::from_rgb8(r, g, b));
                assert!(contrast >= enough, "{accent:?} becomes {color:?}: {contrast}");
            }
        }
    }

    #[test]
    fn a_readable_colour_stays_as_it_is() {
        let [dark, light] = [Color::of([0x0b, 0x5d, 0x4a]), Color::of([0x8f, 0xcb, 0xb8])];
        assert_eq!(readable(&dark)[0], dark);
        assert_eq!(readable(&light)[1], light);
        assert_ne!(readable(&light)[0], light);
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let [light, dark] = RAISED.map(|ground| Color::of(ground).as_str().to_owned());
        let token = format!("--raised: light-dark({light}, {dark});");
        assert!(include_str!("../../../static/css/tokens.css").contains(&token), "{token}");
    }
}
