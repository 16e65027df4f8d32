//! The palette of the style sheet, held against eyes: contrast to the ground in both themes, and colours of one
//! family apart from each other for any kind of colour vision, and in grey.

#![allow(clippy::unreadable_literal, reason = "the matrices are written as they were published")]

use color::{Lab, LinearSrgb, OpaqueColor, Srgb};

const TOKENS: &str = include_str!("../static/css/tokens.css");

/// What eyes see of red, green and blue light: all of it, or as people do who lack a kind of cone.
/// From Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency" (2009), severity 1.0.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

type Rgb = OpaqueColor<Srgb>;

/// The tokens that are colours, in their order: light, dark.
fn tokens() -> Vec<(&'static str, [Rgb; 2])> {
    let pair = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some((name, [rgb(light), rgb(dark)]))
    };
    TOKENS.lines().filter_map(pair).collect()
}

fn rgb(hex: &str) -> Rgb {
    let number = u32::from_str_radix(hex.strip_prefix('#').unwrap(), 16).unwrap();
    let [_, r, g, b] = number.to_be_bytes();
    Rgb::from_rgb8(r, g, b)
}

/// The contrast ratio of WCAG 2.2.
fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (one, other) = (one.relative_luminance(), other.relative_luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn seen(color: Rgb, eyes: &[[f32; 3]; 3]) -> OpaqueColor<Lab> {
    let light = color.convert::<LinearSrgb>().components;
    let part = |row: &[f32; 3]| row.iter().zip(light).map(|(a, b)| a * b).sum::<f32>().clamp(0.0, 1.0);
    OpaqueColor::<LinearSrgb>::new([part(&eyes[0]), part(&eyes[1]), part(&eyes[2])]).convert()
}

fn token(name: &str) -> [Rgb; 2] {
    tokens().into_iter().find(|(token, _)| *token == name).unwrap().1
}

fn family(prefix: &str) -> Vec<(&'static str, [Rgb; 2])> {
    tokens().into_iter().filter(|(name, _)| name.starts_with(prefix)).collect()
}

#[test]
fn what_is_read_stands_out() {
    let soft = ["ink-soft", "accent", "good", "warn", "bad", "calm"].map(|name| (name, 4.5));
    for (name, least) in soft.into_iter().chain([("ink", 7.0), ("line-strong", 3.0)]) {
        for (theme, ground) in [(0, "ground"), (1, "ground"), (0, "raised"), (1, "raised")] {
            let ratio = contrast(token(name)[theme], token(ground)[theme]);
            assert!(ratio >= least, "--{name} on --{ground}, theme {theme}: {ratio}");
        }
    }
}

#[test]
fn marks_stand_out() {
    let marks: Vec<_> = family("kind-").into_iter().chain(family("series-")).collect();
    assert_eq!(marks.len(), 6 + 9, "the kinds of moves, eight organizations and the others");
    for (name, colors) in marks {
        for (theme, ground) in token("ground").into_iter().enumerate() {
            let ratio = contrast(colors[theme], ground);
            assert!(ratio >= 3.0, "--{name}, theme {theme}: {ratio}");
        }
    }
}

/// Distances are those of CIELAB, in which about 2 can just be told apart side by side.
#[test]
fn colours_of_a_family_stay_apart_for_all_eyes() {
    for (prefix, least) in [("kind-", 20.0), ("series-", 14.0)] {
        let family = family(prefix);
        let pairs =
            family.iter().enumerate().flat_map(|(i, one)| family[i + 1..].iter().map(move |b| (one, b)));
        for ((one, a), (other, b)) in pairs {
            for (eyes, matrix) in EYES {
                for theme in [0, 1] {
                    let apart = seen(a[theme], &matrix).difference(seen(b[theme], &matrix));
                    assert!(apart >= least, "--{one} and --{other} for {eyes}, theme {theme}: {apart}");
                }
            }
        }
    }
}

#[test]
fn neighbours_in_a_stack_stay_apart_in_grey() {
    for prefix in ["kind-", "series-"] {
        for pair in family(prefix).windows(2) {
            for theme in [0, 1] {
                let lightness = |nth: usize| pair[nth].1[theme].convert::<Lab>().components[0];
                let apart = (lightness(0) - lightness(1)).abs();
                assert!(apart >= 8.0, "--{} and --{}, theme {theme}: {apart}", pair[0].0, pair[1].0);
            }
        }
    }
}
