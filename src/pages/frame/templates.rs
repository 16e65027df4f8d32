//! The templates, and the values that all pages share; the only user of Tera.

mod errors;
mod uses;

use super::Frame;
use super::shared::Shared;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Theme;
use crate::pages::PagesError;
pub use errors::built_in;
use serde::Serialize;
use std::collections::BTreeMap;
use tera::{Context, Tera, Value};
use uses::Uses;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        /// Every template by its name, compiled into the program.
        const TEMPLATES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../../templates/", $name)))),*];

        /// The same by the names that stay theirs where a template of the site's own has taken their place.
        const PREFIXED: &[(&str, &str)] =
            &[$((concat!("built-in/", $name), include_str!(concat!("../../../templates/", $name)))),*];
    };
}

/// What a name of [`PREFIXED`] begins with.
const BUILT_IN: &str = "built-in/";

templates![
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
    "search.html",
    "source.html",
    "sources.html",
    "timeline.html",
    "wave.html",
    "waves.html",
    "year.html",
];

/// The room made for a page, in bytes; most fit in.
const USUAL_SIZE: usize = 16 * 1024;

/// The template that is filled in once for many pages.
const MENU: &str = "menu.html";

/// The compiled templates, with what is made once for each language.
#[derive(Debug)]
pub struct Templates<'a> {
    theme: &'a Theme,
    tera: Tera,
    languages: Vec<Made>,
    /// What is wrong with templates before any page is made; each page is told what concerns it.
    broken: Option<Broken<'a>>,
}

/// Templates that are of no use, and whom they are of no use to.
#[derive(Debug)]
struct Broken<'a> {
    findings: Vec<Diagnostic>,
    uses: Uses<'a>,
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

/// What keeps the templates from being compiled, whatever pages they would make.
pub fn check_templates(theme: &Theme) -> Vec<Diagnostic> {
    compile(theme).err().unwrap_or_default()
}

/// The templates of the site's own that no page and no other template uses.
pub fn unused_templates(theme: &Theme) -> Vec<Diagnostic> {
    if theme.templates.keys().all(|name| is_built_in(name)) {
        return Vec::new();
    }
    let uses = Uses::new(theme);
    let own = uses.unnamed().filter(|name| theme.templates.contains_key(*name) && !is_built_in(name));
    let told = own.map(|name| {
        let message = "no page and no other template uses this one";
        Diagnostic::in_file(&errors::file_of(theme, name), Code::UnusedTemplate, message)
            .help(errors::did_you_mean(theme, name))
    });
    told.collect()
}

fn is_built_in(name: &str) -> bool {
    TEMPLATES.iter().any(|(known, _)| *known == name)
}

fn compile(theme: &Theme) -> Result<Tera, Vec<Diagnostic>> {
    let mut tera = Tera::new();
    // A component of the site's own goes before the one of a built-in template that it has replaced.
    let added =
        tera.set_fallback_prefixes([BUILT_IN]).and_then(|()| tera.add_raw_templates(uses::texts(theme)));
    added.map_err(|error| errors::of_compiling(theme, &error))?;
    Ok(tera)
}

impl<'a> Templates<'a> {
    /// Compiles the templates; `shared` holds what the pages of each language share.
    pub fn new(theme: &'a Theme, shared: &[Shared]) -> Self {
        let mut templates = Self { theme, tera: Tera::default(), languages: Vec::new(), broken: None };
        let made = compile(theme).and_then(|tera| {
            templates.tera = tera;
            let made = |shared| Made::new(&templates.tera, shared);
            let made = shared.iter().map(made).collect::<Result<_, _>>();
            made.map_err(|error| errors::of(theme, MENU, &error))
        });
        match made {
            Ok(languages) => templates.languages = languages,
            Err(findings) => templates.broken = Some(Broken { findings, uses: Uses::new(theme) }),
        }
        templates
    }

    /// What is wrong with templates before any page is made.
    pub fn broken(&self) -> &[Diagnostic] {
        self.broken.as_ref().map_or(&[], |broken| &broken.findings)
    }

    /// Fills a template in for a page of the language `number`.
    pub fn fill(
        &self,
        number: usize,
        template: &'static str,
        frame: &Frame,
        page: &impl Serialize,
    ) -> Result<Vec<u8>, PagesError> {
        self.concerned(&[template, MENU])?;
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
    pub fn fill_bare(&self, template: &'static str, page: &impl Serialize) -> Result<Vec<u8>, PagesError> {
        self.concerned(&[template])?;
        let mut context = Context::new();
        context.insert_value("page", value(page)?);
        self.render(template, &context)
    }

    fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, PagesError> {
        let mut html = Vec::with_capacity(USUAL_SIZE);
        let rendered = self.tera.render_to(template, context, &mut html);
        rendered.map_err(|error| PagesError::Templates(errors::of(self.theme, template, &error)))?;
        Ok(html)
    }

    /// Fails while some template is broken, with the findings about those that a page is made of.
    fn concerned(&self, templates: &[&'static str]) -> Result<(), PagesError> {
        let Some(broken) = &self.broken else { return Ok(()) };
        let reached: Vec<_> = templates.iter().map(|template| broken.uses.reached(template)).collect();
        let concerns =
            |finding: &&Diagnostic| reached.iter().any(|all| all.contains(errors::name_of(finding)));
        Err(PagesError::Templates(broken.findings.iter().filter(concerns).cloned().collect()))
    }
}

impl Made {
    fn new(tera: &Tera, shared: &Shared) -> tera::TeraResult<Self> {
        let mut made =
            Self { site: value(&shared.site)?, texts: value(&shared.texts)?, menus: BTreeMap::new() };
        for (up, path, section) in shared.site.places() {
            let mut context = Context::new();
            context.insert_value("site", made.site.clone());
            context.insert_value("t", made.texts.clone());
            context.insert_value("frame", value(&Mark { up, path, section })?);
            let menu = tera.render(MENU, &context)?;
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

fn value(of: &impl Serialize) -> tera::TeraResult<Value> {
    Value::try_from_serializable(of)
}

impl From<tera::Error> for PagesError {
    fn from(error: tera::Error) -> Self {
        Self::Other(error.to_string())
    }
}
