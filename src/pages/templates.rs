//! The templates, and the values that all pages share; the only user of Tera.

use super::PagesError;
use super::frame::Frame;
use super::shared::Shared;
use serde::Serialize;
use std::collections::BTreeMap;
use tera::{Context, Tera, Value};

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

/// Every template by its name, compiled into the program.
const TEMPLATES: &[(&str, &str)] = templates![
    "base.html",
    "components/beside.html",
    "components/by-move.html",
    "components/career.html",
    "components/chart.html",
    "components/claims.html",
    "components/cohorts.html",
    "components/embed.html",
    "components/figures.html",
    "components/filter.html",
    "components/holder.html",
    "components/months.html",
    "components/move.html",
    "components/names.html",
    "components/pager.html",
    "components/people.html",
    "components/place.html",
    "components/rows.html",
    "components/share.html",
    "components/source.html",
    "components/sources.html",
    "components/stint.html",
    "components/waves.html",
    "components/when.html",
    "card.html",
    "cohort.html",
    "cohorts.html",
    "directory.html",
    "doubts.html",
    "event.html",
    "events.html",
    "figure.html",
    "figures.html",
    "flows.html",
    "follow.html",
    "free.html",
    "home.html",
    "menu.html",
    "method.html",
    "not-found.html",
    "org-moves.html",
    "org-people.html",
    "org.html",
    "person.html",
    "post.html",
    "redirect.html",
    "source.html",
    "sources.html",
    "timeline.html",
    "wave.html",
    "waves.html",
    "year.html",
];

/// The room made for a page, in bytes; most fit in.
const USUAL_SIZE: usize = 16 * 1024;

/// The compiled templates, with what is made once for each language.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    languages: Vec<Made>,
}

/// What all pages of a language share.
#[derive(Debug)]
struct Made {
    site: Value,
    texts: Value,
    /// The menu, by the way up from the page and the address or the section that it marks.
    menus: BTreeMap<(&'static str, String), Value>,
}

/// What the menu asks of the frame of its page.
#[derive(Serialize)]
struct Mark<'a> {
    up: &'a str,
    path: &'a str,
    section: &'a str,
}

impl Templates {
    /// Compiles the templates; `shared` holds what the pages of each language share.
    pub fn new(shared: &[Shared]) -> Result<Self, PagesError> {
        let mut tera = Tera::new();
        tera.add_raw_templates(TEMPLATES.iter().copied())?;
        let languages = shared.iter().map(|shared| Made::new(&tera, shared)).collect::<Result<_, _>>()?;
        Ok(Self { tera, languages })
    }

    /// Fills a template in for a page of the language `number`.
    pub fn fill(
        &self,
        number: usize,
        template: &str,
        frame: &Frame,
        page: &impl Serialize,
    ) -> Result<Vec<u8>, PagesError> {
        let mut context = Context::new();
        if let Some(made) = self.languages.get(number) {
            context.insert_value("site", made.site.clone());
            context.insert_value("t", made.texts.clone());
            context.insert_value("menu", made.menu(frame).unwrap_or_else(Value::none));
        }
        context.insert_value("frame", value(frame)?);
        context.insert_value("page", value(page)?);
        self.render(template, &context)
    }

    /// Fills in a template that has no frame.
    pub fn fill_bare(&self, template: &str, page: &impl Serialize) -> Result<Vec<u8>, PagesError> {
        let mut context = Context::new();
        context.insert_value("page", value(page)?);
        self.render(template, &context)
    }

    fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, PagesError> {
        let mut html = Vec::with_capacity(USUAL_SIZE);
        self.tera.render_to(template, context, &mut html)?;
        Ok(html)
    }
}

impl Made {
    fn new(tera: &Tera, shared: &Shared) -> Result<Self, PagesError> {
        let mut made =
            Self { site: value(&shared.site)?, texts: value(&shared.texts)?, menus: BTreeMap::new() };
        for (up, path, section) in shared.site.places() {
            let mut context = Context::new();
            context.insert_value("site", made.site.clone());
            context.insert_value("t", made.texts.clone());
            context.insert_value("frame", value(&Mark { up, path, section })?);
            let menu = tera.render("menu.html", &context)?;
            let place = if path.is_empty() { section } else { path };
            made.menus.insert((up, place.to_owned()), Value::safe_string(menu.trim_end()));
        }
        Ok(made)
    }

    /// The menu of a page: one that marks the page itself, or else its section.
    fn menu(&self, frame: &Frame) -> Option<Value> {
        let menu = |place: &str| self.menus.get(&(frame.up, place.to_owned())).cloned();
        menu(&frame.path).or_else(|| menu(frame.section))
    }
}

fn value(of: &impl Serialize) -> Result<Value, PagesError> {
    Ok(Value::try_from_serializable(of)?)
}

impl From<tera::Error> for PagesError {
    fn from(error: tera::Error) -> Self {
        Self(error.to_string())
    }
}
