//! Figures: all of them, and one with its evidence.

use crate::charts::Caption;
use crate::charts::share::{Share, share};
use crate::model::{FigureIx, FigureValue};
use crate::pages::frame::Frame;
use crate::pages::pictures::chart::{Cell, ChartView, Table};
use crate::pages::routes::{Picture, Route};
use crate::pages::rows::evidence::{ClaimView, SourceView};
use crate::pages::rows::paging::{Pager, ROWS, rows};
use crate::pages::view::{Link, Prose, View, When, Words};
use crate::wording::{Noun, Wording, fill};
use serde::Serialize;

/// A page of all figures.
#[derive(Debug, Serialize)]
pub struct Figures<'a> {
    pub total: String,
    pub figures: Vec<FigureRow<'a>>,
    pub pager: Option<Pager>,
}

/// A figure in one line.
#[derive(Debug, Serialize)]
pub struct FigureRow<'a> {
    pub link: Link<'a>,
    pub value: Words<'a>,
    pub unit: Option<Words<'a>>,
    pub when: When<'a>,
    pub org: Option<Link<'a>>,
}

/// A figure.
#[derive(Debug, Serialize)]
pub struct FigurePage<'a> {
    pub title: Words<'a>,
    pub row: FigureRow<'a>,
    pub of: Option<Words<'a>>,
    pub percent: Option<String>,
    /// The value as a part of its base, where both are numbers.
    pub share: Option<ChartView>,
    pub as_published: Option<Words<'a>>,
    pub note: Option<Prose<'a>>,
    pub claims: Vec<ClaimView<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// A page of all figures.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, Figures<'a>) {
    let all = &view.site.index.figures;
    let total = all.len();
    let figures = Figures {
        total: view.wording.count(Noun::Figure, total),
        figures: all[rows(total, ROWS, number)].iter().map(|ix| view.figure_row(*ix)).collect(),
        pager: Pager::new(view, total, ROWS, number, Route::Figures),
    };
    (Frame::new(view, view.text("figures")), figures)
}

/// A figure.
pub fn page<'a>(view: &View<'a>, ix: FigureIx) -> (Frame, FigurePage<'a>) {
    let figure = &view.archive[ix];
    let title = view.words(&figure.title);
    let page = FigurePage {
        title,
        row: view.figure_row(ix),
        of: figure.of.as_ref().map(|value| view.value(value)),
        percent: figure
            .percent
            .as_ref()
            .map(|value| view.filled("percent_value", "n", view.value(value).text)),
        share: view.share(ix),
        as_published: view.maybe(figure.as_published.as_ref()),
        note: view.prose(figure.note.as_ref()),
        claims: view.claims(&figure.claims),
        sources: view.sources(&figure.sources),
    };
    (Frame::new(view, title.text).edited(view, &figure.common.file), page)
}

impl<'a> View<'a> {
    /// A figure in one line.
    pub fn figure_row(&self, ix: FigureIx) -> FigureRow<'a> {
        let figure = &self.archive[ix];
        FigureRow {
            link: self.link(Route::Figure(ix), &figure.title),
            value: self.value(&figure.value),
            unit: self.maybe(figure.unit.as_ref()),
            when: self.period(&figure.period),
            org: figure.org.map(|org| self.org(org)),
        }
    }

    /// A figure as a part of its base; `None` where one of them is not a number, or the part is no part.
    pub fn share(&self, ix: FigureIx) -> Option<ChartView> {
        let figure = &self.archive[ix];
        let of = figure.of.as_ref()?;
        let (part, whole) = (figure.value.number()?, of.number()?);
        if part < 0.0 || whole <= 0.0 || part > whole {
            return None;
        }
        let published = figure.percent.as_ref().map(|value| self.value(value).text.to_owned());
        let is_computed = published.is_none();
        let percent = published.unwrap_or_else(|| percent(part / whole));
        let percent = self.filled("percent_value", "n", &percent);
        let (value, base) = (self.value(&figure.value).text, self.value(of).text);
        let unit = figure.unit.as_ref().map_or("", |unit| self.words(unit).text);
        let described = [("n", value), ("total", base), ("percent", &*percent)];
        let description = fill(self.text("share_described"), &described);
        let part_words = self.with_unit(value, unit) + &self.wording.aside(&percent);
        let whole_words = self.wording.labelled(self.text("base"), &self.with_unit(base, unit));
        let data = Share { part, whole, part_words: &part_words, whole_words: &whole_words };
        let head = ["value", "base", "percent"].map(|key| self.text(key).to_owned());
        let rows = vec![[value, base, &*percent].into_iter().map(Cell::text).collect()];
        let table = Table { head: head.into(), rows };
        let caption = Caption { id: "share", title: self.text("share_title"), description: &description };
        let notes = is_computed.then(|| Cell::text(self.text("share_computed")));
        let chart = ChartView::new(caption, |width| share(&data, width), table).noted(notes);
        Some(chart.embedded(self, Picture::Share(ix)))
    }

    fn with_unit(&self, value: &str, unit: &str) -> String {
        let space = if unit.is_empty() || self.wording == Wording::Chinese { "" } else { " " };
        format!("{value}{space}{unit}")
    }

    /// A number as it was published, or the words in its place.
    fn value(&self, value: &'a FigureValue) -> Words<'a> {
        match value {
            FigureValue::Number(_, written) => Words { text: written, lang: None },
            FigureValue::Words(words) => self.words(words),
        }
    }
}

/// A part of one in percent, to a tenth, or without one where it is even.
fn percent(part: f64) -> String {
    let tenths = (part * 1000.0).round() / 10.0;
    if part > 0.0 && tenths == 0.0 { "< 0.1".to_owned() } else { tenths.to_string() }
}
