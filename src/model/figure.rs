//! Figures: cited aggregate numbers.

use super::{Claim, Common, EdtfPeriod, Invalid, Note, OrgIx, SourceIx, Text};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// A number that a source gives.
#[derive(Debug, Clone)]
pub struct Figure {
    /// File and id.
    pub common: Common,
    /// What it counts.
    pub title: Text,
    /// When.
    pub period: EdtfPeriod,
    /// The number.
    pub value: FigureValue,
    /// What it is a number of.
    pub unit: Option<Text>,
    /// The organization.
    pub org: Option<OrgIx>,
    /// The base that it is a part of.
    pub of: Option<FigureValue>,
    /// The part of the base, in percent.
    pub percent: Option<FigureValue>,
    /// The wording of the source.
    pub as_published: Option<Text>,
    /// What other sources give instead.
    pub claims: Vec<Claim>,
    /// More.
    pub note: Option<Note>,
    /// How we know.
    pub sources: Vec<SourceIx>,
}

/// A number as it was published, or words where the source gives no number ("more than ten").
#[derive(Debug, Clone, PartialEq)]
pub enum FigureValue {
    /// A number, and how it was written (`10.30` and `10.3` round differently).
    Number(f64, Box<str>),
    /// Words.
    Words(Text),
}

impl FigureValue {
    /// The number, where it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number, _) => Some(*number),
            Self::Words(_) => None,
        }
    }

    /// How many digits stand behind the decimal point.
    pub fn decimals(&self) -> usize {
        match self {
            Self::Number(_, written) => written.split_once('.').map_or(0, |(_, digits)| digits.len()),
            Self::Words(_) => 0,
        }
    }

    fn from_number(number: f64, written: String) -> Result<Self, Invalid> {
        if number.is_finite() {
            return Ok(Self::Number(number, written.into()));
        }
        Err(Invalid::new("wrong-type", "this is not a finite number"))
    }
}

impl<'de> Deserialize<'de> for FigureValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl<'de> Visitor<'de> for ValueVisitor {
            type Value = FigureValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or a text")
            }
            fn visit_u64<E: Error>(self, n: u64) -> Result<FigureValue, E> {
                #[expect(clippy::cast_precision_loss, reason = "figures are far below 2^53")]
                FigureValue::from_number(n as f64, n.to_string()).map_err(E::custom)
            }
            fn visit_i64<E: Error>(self, n: i64) -> Result<FigureValue, E> {
                #[expect(clippy::cast_precision_loss, reason = "figures are far below 2^53")]
                FigureValue::from_number(n as f64, n.to_string()).map_err(E::custom)
            }
            fn visit_f64<E: Error>(self, n: f64) -> Result<FigureValue, E> {
                FigureValue::from_number(n, n.to_string()).map_err(E::custom)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<FigureValue, E> {
                match text.parse::<f64>() {
                    Ok(n) if n.is_finite() => Ok(FigureValue::Number(n, text.into())),
                    _ => super::text::plain_text(text)
                        .map(|t| FigureValue::Words(Text::plain(t)))
                        .map_err(E::custom),
                }
            }
            fn visit_map<M: serde::de::MapAccess<'de>>(self, map: M) -> Result<FigureValue, M::Error> {
                Text::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(FigureValue::Words)
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}
