//! The organizations: a few large ones that half of all careers pass through, and a long tail.

use super::names::{self, Text, Word, slug};
use super::random::Random;
use chrono::NaiveDate;

/// How many organizations are large.
pub const LARGE: usize = 10;

/// An organization.
pub struct Org {
    pub id: String,
    pub name: Text,
    pub kind: &'static str,
    pub founded: i32,
    pub parent: Option<usize>,
    pub teams: Vec<Team>,
    pub posts: Vec<Post>,
}

/// A team, known to the year.
pub struct Team {
    pub id: String,
    pub name: Text,
    pub formed: i32,
    pub dissolved: Option<i32>,
    pub successor: Option<usize>,
}

/// A post with one seat, and when it is held.
pub struct Post {
    pub id: String,
    pub name: Text,
    held: Vec<(NaiveDate, NaiveDate)>,
}

const TEAMS: [Word; 10] = [
    ("Foundations", "基础研究团队"),
    ("Robotics", "机器人团队"),
    ("Language", "语言团队"),
    ("Safety", "安全团队"),
    ("Evaluation", "评测团队"),
    ("Infrastructure", "基础设施团队"),
    ("Applied Research", "应用研究团队"),
    ("Interpretability", "可解释性团队"),
    ("Developer Relations", "开发者关系团队"),
    ("Hardware", "硬件团队"),
];

const POSTS: [Word; 8] = [
    ("Chief Executive Officer", "首席执行官"),
    ("Chief Technology Officer", "首席技术官"),
    ("Chief Scientist", "首席科学家"),
    ("Chief Operating Officer", "首席运营官"),
    ("Head of Safety", "安全负责人"),
    ("Head of Product", "产品负责人"),
    ("Head of Policy", "政策负责人"),
    ("General Counsel", "总法律顾问"),
];

/// All organizations; the large ones come first.
pub fn make(seed: u64, count: usize) -> Vec<Org> {
    let mut random = Random::new(seed, "organizations");
    (0..count).map(|position| org(&mut random, position)).collect()
}

fn org(random: &mut Random, position: usize) -> Org {
    let (name, kind) = names::org(position);
    let large = position < LARGE;
    // Careers begin in 1998, and nobody joins what is not founded yet.
    let founded = if large { random.between(1970, 1994) } else { random.between(1960, 2014) };
    let (teams, posts) = match (large, random.below(3)) {
        (true, _) => (TEAMS.len(), POSTS.len()),
        (false, 0) => (2, 2),
        (false, _) => (0, 1),
    };
    let post = |&title: &Word| Post { id: slug(title.0), name: Text::of(title), held: Vec::new() };
    Org {
        id: slug(&name.en),
        name,
        kind,
        founded,
        parent: (!large && random.percent(3)).then(|| random.below(LARGE)),
        teams: (0..teams).map(|nth| team(random, nth, founded, teams)).collect(),
        posts: POSTS[..posts].iter().map(post).collect(),
    }
}

/// A team; of many, the last hands over to the first.
fn team(random: &mut Random, nth: usize, founded: i32, teams: usize) -> Team {
    let formed = founded + random.between(1, 8);
    let ends = teams > 2 && nth + 1 == teams;
    Team {
        id: slug(TEAMS[nth].0),
        name: Text::of(TEAMS[nth]),
        formed,
        dissolved: ends.then(|| 2008 + random.between(0, 12)),
        successor: ends.then_some(0),
    }
}

impl Org {
    /// A team that is there in a year and the next one; not everybody is in a team.
    pub fn team(&self, random: &mut Random, year: i32) -> Option<usize> {
        let there = |team: &Team| team.formed < year && team.dissolved.is_none_or(|end| end > year + 1);
        let team = random.below(self.teams.len().max(1) * 4 / 3);
        self.teams.get(team).is_some_and(there).then_some(team)
    }

    /// Takes a post that is free from one day to another, where there is one.
    pub fn take_post(&mut self, random: &mut Random, from: NaiveDate, to: NaiveDate) -> Option<usize> {
        let nth = random.below(self.posts.len());
        let post = &mut self.posts[nth];
        let free = post.held.iter().all(|&(start, end)| to <= start || end <= from);
        free.then(|| post.held.push((from, to)))?;
        Some(nth)
    }
}

/// An organization for somebody to go to in a year: not one of `known`, and founded before.
pub fn choose(random: &mut Random, orgs: &[Org], year: i32, known: &[usize]) -> Option<usize> {
    let fits = |org: usize| orgs[org].founded < year && !known.contains(&org);
    if random.percent(50) {
        // The lower of two numbers: some of the large ones are larger than others.
        let large = random.below(LARGE).min(random.below(LARGE));
        if fits(large) {
            return Some(large);
        }
    }
    let tail = orgs.len() - LARGE;
    let start = random.below(tail);
    (0..tail).map(|next| LARGE + (start + next) % tail).find(|&org| fits(org))
}
