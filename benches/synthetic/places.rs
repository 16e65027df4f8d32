//! Positions: where in an organization somebody is, and on which rung of which ladder.

use super::names::Word;

/// A position at an organization.
#[derive(Clone, Copy)]
pub struct Place {
    pub org: usize,
    pub team: Option<usize>,
    pub post: Option<usize>,
    pub role: Role,
    pub capacity: Option<&'static str>,
}

/// A rung of one of the ladders.
#[derive(Clone, Copy)]
pub struct Role {
    pub ladder: usize,
    pub rung: usize,
}

const DIRECTOR: Word = ("Director", "董事");

/// The ladders, each from the lowest rung to the highest.
pub const LADDERS: [[Word; 5]; 4] = [
    [
        ("Researcher", "研究员"),
        ("Senior Researcher", "高级研究员"),
        ("Research Lead", "研究主管"),
        ("Director of Research", "研究总监"),
        ("VP of Research", "研究副总裁"),
    ],
    [
        ("Software Engineer", "软件工程师"),
        ("Senior Software Engineer", "高级软件工程师"),
        ("Engineering Manager", "工程经理"),
        ("Director of Engineering", "工程总监"),
        ("VP of Engineering", "工程副总裁"),
    ],
    [
        ("Product Manager", "产品经理"),
        ("Senior Product Manager", "高级产品经理"),
        ("Product Lead", "产品主管"),
        ("Director of Product", "产品总监"),
        ("VP of Product", "产品副总裁"),
    ],
    [
        ("Policy Analyst", "政策分析师"),
        ("Senior Policy Analyst", "高级政策分析师"),
        ("Policy Lead", "政策主管"),
        ("Director of Policy", "政策总监"),
        ("VP of Public Affairs", "公共事务副总裁"),
    ],
];

/// The highest rung.
pub const TOP: usize = LADDERS[0].len() - 1;

impl Place {
    /// The title.
    pub fn title(&self) -> Word {
        if self.capacity == Some("board") { DIRECTOR } else { LADDERS[self.role.ladder][self.role.rung] }
    }
}
