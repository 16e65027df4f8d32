//! The claim that the home page opens with: in one sentence, who of a cohort remains.

use crate::analysis::Headcount;
use crate::model::CohortIx;
use crate::pages::routes::Route;
use crate::pages::view::{Link, View, Words};
use crate::wording::fill;
use serde::Serialize;

/// The claim: "Of the 11 people named at the launch, 3 remain". It leads to the cohort that it is about.
#[derive(Debug, Serialize)]
pub struct Claim<'a> {
    pub href: String,
    /// The sentence: what goes before the title of the cohort, the title, and what comes after it.
    pub before: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    pub after: String,
    pub org: Link<'a>,
    /// The day that it holds for.
    pub as_of: String,
}

impl<'a> View<'a> {
    /// The claim about a cohort. A title that can't go on in a sentence, or is in another language, stands
    /// before it: "The board of 2023: 3 of 6 remain".
    pub fn claim(&self, ix: CohortIx) -> Claim<'a> {
        let cohort = &self.archive[ix];
        let followed = self.site.cohorts.of(ix);
        let count = followed.count();
        let Words { text, lang } = self.words(&cohort.title);
        let group = self.wording.group(text).filter(|_| lang.is_none());
        let (key, title, remain) = match group {
            Some(group) => ("claim", group, self.remain_in_claim(count)),
            None => ("claim_named", text.to_owned(), self.remaining(count)),
        };
        let values = [("total", &*self.wording.number(count.size())), ("remain", &*remain)];
        let (before, after) = self.text(key).split_once("{title}").unwrap_or_default();
        Claim {
            href: self.href(Route::Cohort(ix)),
            before: fill(before, &values),
            title,
            lang,
            after: fill(after, &values),
            org: self.org(cohort.org),
            as_of: self.filled("remain_as_of", "date", &self.wording.day(followed.until())),
        }
    }

    fn remain_in_claim(&self, count: Headcount) -> String {
        let (least, most) = (count.at_least(), count.at_most());
        let key = match (least, most) {
            _ if least < most => "claim_between",
            (0, _) => "claim_none",
            _ if least == count.size() => "claim_all",
            (1, _) => "claim_one",
            _ => "claim_some",
        };
        let number = |n| self.wording.number(n);
        fill(self.text(key), &[("n", &number(least)), ("most", &number(most))])
    }
}
