//! The site, made of its document.

use super::resolve::Resolver;
use crate::content::Document;
use crate::content::input::SiteInput;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{Day, EdtfDate, Language, Site};

impl Resolver<'_> {
    pub fn site(
        &mut self,
        document: Option<Document<SiteInput>>,
        unreadable: bool,
        latest: Option<&EdtfDate>,
    ) -> Option<Site> {
        let Some(Document { common, lost, fields: f, .. }) = document else {
            if unreadable {
                return None;
            }
            let finding = self.findings.add(
                "content/site.yaml",
                FieldPath::root(),
                Code::MissingSite,
                "there is no `content/site.yaml`, which names the site and its languages",
            );
            finding.help("write at least `title: …` and `languages: [en]`");
            return None;
        };
        let file = &*common.file;
        self.findings.note_lost(file, &lost);
        self.languages(&f.languages, file);
        let title = self.required(f.title, file, "title");
        if f.languages.is_empty() {
            return None;
        }
        Some(Site {
            title: title?,
            languages: f.languages,
            description: f.description,
            base_url: f.base_url,
            repository: f.repository,
            branch: f.branch.map_or_else(|| "main".into(), |line| line.0),
            as_of: f.as_of.or_else(|| latest.cloned()).unwrap_or_else(|| EdtfDate::day(Day::default())),
            license: f.license,
            accent: f.accent,
            embeds: f.embeds.unwrap_or_default(),
        })
    }

    /// There is at least one language, none twice, and each has interface texts.
    fn languages(&mut self, languages: &[Language], file: &str) {
        if languages.is_empty() {
            self.missing(file, FieldPath::root(), "languages");
        }
        for (i, language) in languages.iter().enumerate() {
            let path = FieldPath::of("languages").index(i);
            if !Language::SHIPPED.contains(&language.as_str()) {
                let message = format!("there are no interface texts in `{language}`");
                let shipped = Language::SHIPPED.map(|language| format!("`{language}`")).join(" and ");
                let finding = self.findings.add(file, path, Code::UnsupportedLanguage, message);
                finding.help(format!("a site can be in {shipped}"));
            } else if languages[..i].contains(language) {
                let message = format!("the language `{language}` is written twice");
                self.findings.add(file, path, Code::DuplicateKey, message).help("keep one of the two");
            }
        }
    }
}
