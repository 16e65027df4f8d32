//! What many pages look up, worked out once: which records belong to which, and in which order they are listed.

use crate::analysis::Careers;
use crate::archive::Archive;
use crate::model::{CohortIx, EventIx, FigureIx, Language, MoveIx, OrgIx, PersonIx, PostIx, SourceIx, Text};
use std::cmp::Reverse;

/// The lists of the site, and which records belong to which.
#[derive(Debug)]
pub struct Index {
    /// The lists of each language of the site.
    pub listings: Vec<Listing>,
    pub events_of_person: Vec<Vec<EventIx>>,
    pub cohorts_of_person: Vec<Vec<CohortIx>>,
    pub events_of_org: Vec<Vec<EventIx>>,
    pub figures_of_org: Vec<Vec<FigureIx>>,
    pub cohorts_of_org: Vec<Vec<CohortIx>>,
    pub parts_of_org: Vec<Vec<OrgIx>>,
    /// The people of an organization, in the order of its list.
    pub people_of_org: Vec<Vec<Tie>>,
    /// For each organization and post, the moves into and out of it, oldest first.
    pub moves_of_post: Vec<Vec<Vec<MoveIx>>>,
    /// The moves told in the context of an event, oldest first.
    pub moves_of_event: Vec<Vec<MoveIx>>,
}

/// The order of the lists in one language.
#[derive(Debug)]
pub struct Listing {
    pub people: Vec<PersonIx>,
    pub orgs: Vec<OrgIx>,
    pub sources: Vec<SourceIx>,
}

/// What ties a person to an organization; the number is that of the stint or the education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// They are there, as far as is recorded.
    Now(PersonIx, usize),
    /// They were there.
    Before(PersonIx, usize),
    /// They studied there.
    Studied(PersonIx, usize),
}

impl Index {
    /// Works everything out.
    pub fn new(archive: &Archive, careers: &Careers) -> Self {
        let people = archive.people().len();
        let orgs = archive.orgs().len();
        let events = || archive.events();
        let cohorts = || archive.cohorts();
        Self {
            listings: archive
                .site()
                .languages
                .iter()
                .map(|language| Listing::new(archive, language))
                .collect(),
            events_of_person: lists(
                people,
                events().flat_map(|(ix, e)| e.people.iter().map(move |p| (p.at(), ix))),
            ),
            cohorts_of_person: lists(
                people,
                cohorts().flat_map(|(ix, c)| c.members.iter().map(move |m| (m.person.at(), ix))),
            ),
            events_of_org: lists(orgs, events().flat_map(|(ix, e)| e.orgs.iter().map(move |o| (o.at(), ix)))),
            figures_of_org: lists(orgs, archive.figures().filter_map(|(ix, f)| Some((f.org?.at(), ix)))),
            cohorts_of_org: lists(orgs, cohorts().map(|(ix, c)| (c.org.at(), ix))),
            parts_of_org: lists(orgs, archive.orgs().filter_map(|(ix, o)| Some((o.parent?.at(), ix)))),
            people_of_org: people_of_orgs(archive, careers),
            moves_of_post: moves_of_posts(archive),
            moves_of_event: lists(
                archive.events().len(),
                archive.moves().flat_map(|(ix, m)| m.events.iter().map(move |e| (e.at(), ix))),
            ),
        }
    }

    /// The moves into and out of a post, oldest first.
    pub fn moves_of_post(&self, org: OrgIx, post: PostIx) -> &[MoveIx] {
        &self.moves_of_post[org.at()][post.at()]
    }
}

impl Listing {
    fn new(archive: &Archive, language: &Language) -> Self {
        let first = archive.site().first_language();
        let mut people: Vec<PersonIx> = archive.people().map(|(ix, _)| ix).collect();
        people.sort_by_cached_key(|&ix| {
            let person = &archive[ix];
            (sort_key(person.sort_name.as_ref(), &person.name, language, first), ix)
        });
        let mut orgs: Vec<OrgIx> = archive.orgs().map(|(ix, _)| ix).collect();
        orgs.sort_by_cached_key(|&ix| (sort_key(None, &archive[ix].name, language, first), ix));
        let mut sources: Vec<SourceIx> = archive.sources().map(|(ix, _)| ix).collect();
        sources.sort_by_cached_key(|&ix| {
            let source = &archive[ix];
            let date = source.date.as_ref().map(super::super::model::date::EdtfDate::sort_key);
            (letter_first(publisher(archive, ix, language)), Reverse(date), source.url.as_str(), ix)
        });
        Self { people, orgs, sources }
    }
}

/// Who published a source, as `language` shows it: the host of its address where no record says.
pub fn publisher<'a>(archive: &'a Archive, ix: SourceIx, language: &Language) -> &'a str {
    let source = &archive[ix];
    let shown =
        source.publisher.as_ref().and_then(|text| text.show(language, archive.site().first_language()));
    shown.map_or_else(|| source.url.host(), |shown| shown.value)
}

/// What a name is sorted by: whether it has a Latin letter to go by, and its letters without case and accents.
///
/// A name in the script of the page that has a Latin spelling is sorted by that, since its order is one
/// that every reader of the list can follow.
pub fn sort_key(
    sort_name: Option<&Text>,
    name: &Text,
    language: &Language,
    first: &Language,
) -> (bool, String) {
    let shown = |text: &Text| text.show(language, first).map(|shown| shown.value.to_string());
    let own = sort_name.and_then(shown).or_else(|| shown(name)).unwrap_or_default();
    let key = letter_first(&own);
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

fn people_of_orgs(archive: &Archive, careers: &Careers) -> Vec<Vec<Tie>> {
    let mut of_org: Vec<Vec<(Order, Tie)>> = vec![Vec::new(); archive.orgs().len()];
    for (person, record) in archive.people() {
        for (number, stint) in careers.of_person(person).iter().enumerate() {
            let date = |ix: Option<MoveIx>| {
                ix.and_then(|ix| archive[ix].effective()).map(super::super::model::date::EdtfDate::sort_key)
            };
            let (order, tie) = if stint.is_open() {
                ((0, Reverse(None), date(stint.opened)), Tie::Now(person, number))
            } else {
                ((1, Reverse(date(stint.closed)), date(stint.opened)), Tie::Before(person, number))
            };
            of_org[stint.org.at()].push((order, tie));
        }
        for (number, education) in record.education.iter().enumerate() {
            of_org[education.org.at()].push(((2, Reverse(None), None), Tie::Studied(person, number)));
        }
    }
    let sorted = |mut ties: Vec<(Order, Tie)>| {
        ties.sort_by_key(|(order, _)| *order);
        ties.into_iter().map(|(_, tie)| tie).collect()
    };
    of_org.into_iter().map(sorted).collect()
}

type Instant = Option<(crate::model::Day, crate::model::Precision, crate::model::Day)>;

/// The list of an organization's people: those there now as they came, then who left last, then who studied there.
type Order = (u8, Reverse<Instant>, Instant);

fn moves_of_posts(archive: &Archive) -> Vec<Vec<Vec<MoveIx>>> {
    let mut found: Vec<Vec<Vec<MoveIx>>> =
        archive.orgs().map(|(_, org)| vec![Vec::new(); org.posts.len()]).collect();
    for (ix, moved) in archive.moves() {
        for place in moved.from.iter().chain(&moved.to) {
            let Some(post) = place.post else { continue };
            let moves = &mut found[place.org.at()][post.at()];
            if moves.last() != Some(&ix) {
                moves.push(ix);
            }
        }
    }
    found
}

/// Pairs of a position and a value as one list a position, without repetitions.
fn lists<T: PartialEq>(positions: usize, pairs: impl Iterator<Item = (usize, T)>) -> Vec<Vec<T>> {
    let mut lists: Vec<Vec<T>> = std::iter::repeat_with(Vec::new).take(positions).collect();
    for (position, value) in pairs {
        let list = &mut lists[position];
        if list.last() != Some(&value) {
            list.push(value);
        }
    }
    lists
}
