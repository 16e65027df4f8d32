//! The templates, and the values that all pages share; the only user of Tera.

use super::PagesError;
use super::frame::Frame;
use super::shared::Shared;
use serde::Serialize;
use tera::{Context, Tera, Value};

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

/// Every template by its name, compiled into the program.
const TEMPLATES: &[(&str, &str)] = templates![
    "base.html",
    "components/claims.html",
    "components/cohorts.html",
    "components/figures.html",
    "components/move.html",
    "components/names.html",
    "components/pager.html",
    "components/people.html",
    "components/place.html",
    "components/rows.html",
    "components/sources.html",
    "components/stint.html",
    "components/when.html",
    "cohort.html",
    "cohorts.html",
    "directory.html",
    "event.html",
    "events.html",
    "figure.html",
    "figures.html",
    "free.html",
    "home.html",
    "not-found.html",
    "org-moves.html",
    "org-people.html",
    "org.html",
    "person.html",
    "redirect.html",
    "source.html",
    "sources.html",
    "timeline.html",
    "year.html",
];

/// The compiled templates with the values made once for each language.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    shared: Vec<(Value, Value)>,
}

impl Templates {
    /// Compiles the templates; `shared` holds what the pages of each language share.
    pub fn new(shared: &[Shared]) -> Result<Self, PagesError> {
        let mut tera = Tera::new();
        tera.add_raw_templates(TEMPLATES.iter().copied())?;
        let shared = shared
            .iter()
            .map(|shared| Ok((value(&shared.site)?, value(&shared.texts)?)))
            .collect::<Result<_, PagesError>>()?;
        Ok(Self { tera, shared })
    }

    /// Fills a template in for a page of the language `number`.
    pub fn fill(
        &self,
        number: usize,
        template: &str,
        frame: &Frame,
        page: &impl Serialize,
    ) -> Result<String, PagesError> {
        let mut context = Context::new();
        if let Some((site, texts)) = self.shared.get(number) {
            context.insert_value("site", site.clone());
            context.insert_value("t", texts.clone());
        }
        context.insert_value("frame", value(frame)?);
        context.insert_value("page", value(page)?);
        Ok(self.tera.render(template, &context)?)
    }

    /// Fills in a template that has no frame.
    pub fn fill_bare(&self, template: &str, page: &impl Serialize) -> Result<String, PagesError> {
        let mut context = Context::new();
        context.insert_value("page", value(page)?);
        Ok(self.tera.render(template, &context)?)
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
