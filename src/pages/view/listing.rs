//! The order of the lists: people and organizations by name, sources by publisher.

use crate::archive::Archive;
use crate::model::{EdtfDate, Language, OrgIx, PersonIx, SourceIx, Text};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The order of the lists in one language.
#[derive(Debug)]
pub struct Listing {
    pub people: Vec<PersonIx>,
    pub orgs: Vec<OrgIx>,
    /// Positions in the list of works.
    pub works: Vec<usize>,
}

impl Listing {
    /// Sorts the lists.
    pub fn new(archive: &Archive, works: &[Vec<SourceIx>], language: &Language) -> Self {
        let first = archive.site().first_language();
        let mut people: Vec<PersonIx> = archive.people().map(|(ix, _)| ix).collect();
        people.sort_by_cached_key(|&ix| {
            let person = &archive[ix];
            (sort_key(person.sort_name.as_ref(), &person.name, language, first), ix)
        });
        let mut orgs: Vec<OrgIx> = archive.orgs().map(|(ix, _)| ix).collect();
        orgs.sort_by_cached_key(|&ix| (sort_key(None, &archive[ix].name, language, first), ix));
        let mut order: Vec<usize> = (0..works.len()).collect();
        order.sort_by_cached_key(|&at| {
            let date = works[at].first().and_then(|&ix| archive[ix].date.as_ref()).map(EdtfDate::sort_key);
            let publisher = works[at].first().map_or("", |&ix| publisher(archive, ix, language));
            (letter_first(publisher), publisher, Reverse(date), at)
        });
        Self { people, orgs, works: order }
    }
}

/// The sources with one address together, by address; of each the shared record first.
pub fn works(archive: &Archive) -> Vec<Vec<SourceIx>> {
    let mut works: BTreeMap<&str, Vec<SourceIx>> = BTreeMap::new();
    for (ix, source) in archive.sources() {
        works.entry(source.url.as_str()).or_default().push(ix);
    }
    works.into_values().collect()
}

/// Who published a source, as `language` shows it: the host of its address where no record says.
pub fn publisher<'a>(archive: &'a Archive, ix: SourceIx, language: &Language) -> &'a str {
    let source = &archive[ix];
    let first = archive.site().first_language();
    let shown = source.publisher.as_ref().and_then(|text| text.show(language, first));
    shown.map_or_else(|| source.url.host(), |shown| shown.value)
}

/// What a name is sorted by: whether it lacks a Latin letter to go by, and its letters without case and accents.
///
/// A name in another script that has a Latin spelling is sorted by that, since its order is one that
/// every reader of the list can follow.
pub fn sort_key(
    sort_name: Option<&Text>,
    name: &Text,
    language: &Language,
    first: &Language,
) -> (bool, String) {
    let own = sort_name.unwrap_or(name).show(language, first).map_or("", |shown| shown.value);
    let key = letter_first(own);
    if !key.0 {
        return key;
    }
    name.parts().map(|(_, text)| letter_first(text)).find(|latin| !latin.0).unwrap_or(key)
}

/// The heading of a list that a name stands under: its first letter, `#` for anything else.
pub fn initial(key: &(bool, String)) -> char {
    let first = key.1.chars().next().filter(|_| !key.0);
    first.map_or('#', |c| c.to_ascii_uppercase())
}

fn letter_first(text: &str) -> (bool, String) {
    let folded: String = text.chars().flat_map(char::to_lowercase).map(plain).collect();
    (!folded.starts_with(|c: char| c.is_ascii_lowercase()), folded)
}

/// A lower-case letter without its accent, for the Latin letters that names of people have most.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'æ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'œ' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}
