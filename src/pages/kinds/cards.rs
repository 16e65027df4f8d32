//! Cards for other sites: a person, a move or a chart on a small page, and the HTML that shows it there.

use crate::charts::Drawing;
use crate::model::PersonIx;
use crate::pages::Website;
use crate::pages::frame::Frame;
use crate::pages::pictures::career::CareerView;
use crate::pages::pictures::chart::ChartView;
use crate::pages::routes::{self, Card, Picture, Route};
use crate::pages::rows::moves::FullMove;
use crate::pages::rows::people::StintView;
use crate::pages::view::{View, Words};
use rayon::prelude::*;
use serde::Serialize;

/// A card.
#[derive(Debug, Serialize)]
pub struct CardPage<'a> {
    pub title: Words<'a>,
    /// The page that tells more.
    pub href: String,
    #[serde(rename = "move")]
    pub moved: Option<FullMove<'a>>,
    pub person: Option<PersonCard<'a>>,
    pub chart: Option<ChartView>,
}

/// What the card of a person tells beside the name.
#[derive(Debug, Serialize)]
pub struct PersonCard<'a> {
    pub others: Vec<Words<'a>>,
    pub summary: Option<Words<'a>>,
    pub now: Vec<StintView<'a>>,
    pub career: Option<CareerView<'a>>,
}

/// Every card that the site asks for.
pub fn asked_for(site: &Website) -> Vec<Card> {
    let (archive, asked) = (site.archive, site.archive.site().embeds);
    let mut cards = Vec::new();
    if asked.people {
        cards.extend(archive.people().map(|(ix, _)| Card::Person(ix)));
    }
    if asked.moves {
        cards.extend(archive.moves().map(|(ix, _)| Card::Move(ix)));
    }
    if asked.charts {
        let is_there = |picture: &Picture| {
            let view = site.view(0, Route::Card(Card::Chart(*picture)));
            chart(&view, *picture).is_some()
        };
        let there: Vec<Picture> = pictures(site).into_par_iter().filter(is_there).collect();
        cards.extend(there.into_iter().map(Card::Chart));
    }
    cards
}

/// Every chart that there may be.
fn pictures(site: &Website) -> Vec<Picture> {
    let archive = site.archive;
    let mut pictures = vec![Picture::Years, Picture::Flows];
    for (ix, _) in archive.orgs() {
        pictures.extend([Picture::OrgFlows(ix), Picture::Rhythm(ix), Picture::Posts(ix)]);
    }
    pictures.extend(site.waves.all().iter().map(|wave| Picture::Wave(wave.org, wave.first())));
    for (ix, _) in archive.cohorts() {
        pictures.extend([Picture::Members(ix), Picture::Remain(ix)]);
    }
    pictures.extend(archive.figures().map(|(ix, _)| Picture::Share(ix)));
    pictures
}

/// A card; `None` where there is nothing to draw.
pub fn page<'a>(view: &View<'a>, card: Card) -> Option<(Frame, CardPage<'a>)> {
    let archive = view.archive;
    let about = card.about(archive);
    let href = view.href(about);
    let blank = CardPage { title: view.title(about), href, moved: None, person: None, chart: None };
    let page = match card {
        Card::Person(ix) => CardPage { person: Some(person(view, ix)), ..blank },
        Card::Move(ix) => {
            let (moved, full) = (view.moved(ix), view.full_move(ix));
            let title = Words { text: moved.text, lang: moved.lang };
            CardPage { title, href: moved.href, moved: Some(full), ..blank }
        }
        Card::Chart(picture) => {
            let chart = chart(view, picture)?;
            let drawings = chart.drawings.map(Drawing::leading_beside);
            CardPage { chart: Some(ChartView { drawings, ..chart }), ..blank }
        }
    };
    let title = page.chart.as_ref().map_or(page.title.text, |chart| &chart.title);
    let mut frame = Frame::new(view, title);
    let folder = routes::folder(archive, view.language);
    frame.canonical = routes::absolute(archive, &[folder, about.path(archive)].concat());
    Some((frame, page))
}

fn person<'a>(view: &View<'a>, ix: PersonIx) -> PersonCard<'a> {
    let person = &view.archive[ix];
    let open = view.site.careers.of_person(ix).iter().filter(|stint| stint.is_open());
    PersonCard {
        others: view.other_names(&person.name, &person.other_names),
        summary: view.maybe(person.summary.as_ref()),
        now: open.map(|stint| view.stint(stint)).collect(),
        career: view.career(ix).map(|career| {
            let drawings = career.drawings.map(Drawing::leading_beside);
            CareerView { drawings, ..career }
        }),
    }
}

fn chart(view: &View, picture: Picture) -> Option<ChartView> {
    match picture {
        Picture::Years => view.moves_by_year_chart(),
        Picture::Flows => super::flows::picture(view),
        Picture::OrgFlows(ix) => super::org_flows::of_org(view, ix)?.chart,
        Picture::Rhythm(ix) => view.rhythm_chart(ix),
        Picture::Posts(ix) => {
            let lanes = view.post_lanes(ix)?;
            let legend = lanes.legend.into_iter().map(str::to_owned);
            Some(lanes.chart.noted(lanes.shown.into_iter().chain(legend)))
        }
        Picture::Wave(org, first) => {
            let is_it = |wave: &&crate::analysis::Wave| wave.org == org && wave.first() == first;
            Some(view.wave_chart(view.site.waves.all().iter().find(is_it)?))
        }
        Picture::Members(ix) => Some(view.members_chart(ix, &view.site.cohorts.of(ix).now())),
        Picture::Remain(ix) => view.curve_chart(ix),
        Picture::Share(ix) => view.share(ix),
    }
}

impl<'a> View<'a> {
    /// The title of a page that cards are about.
    fn title(&self, about: Route) -> Words<'a> {
        let archive = self.archive;
        match about {
            Route::Person(ix) => self.words(&archive[ix].name),
            Route::Org(ix) | Route::Wave(ix, _) => self.words(&archive[ix].name),
            Route::Cohort(ix) => self.words(&archive[ix].title),
            Route::Figure(ix) => self.words(&archive[ix].title),
            _ => self.words(&archive.site().title),
        }
    }
}
