//! Sentences and notes, in English and Chinese.

use super::names::{Text, Word};
use super::random::Random;

const SUMMARIES: [Word; 10] = [
    ("The news came at the end of a week of changes in the group.", "消息在该团队一周的人事变动之后传出。"),
    ("Colleagues were told in an internal letter on the same day.", "同事当天通过内部信获知。"),
    ("The role had been open for several months.", "该职位此前已空缺数月。"),
    ("No successor was named at first.", "起初没有公布继任者。"),
    ("It was the third change in the group within a year.", "这是该团队一年内的第三次变动。"),
    ("The organization confirmed it after a first report.", "该机构在首次报道后予以确认。"),
    ("The work on the current programme goes on as planned.", "目前的项目按计划继续。"),
    ("A profile page was the first place to show it.", "最先显示这一变化的是个人主页。"),
    ("Both sides spoke of a decision made together.", "双方均称这是共同的决定。"),
    ("The group was to grow to forty people by the end of the year.", "该团队计划年底前扩大到四十人。"),
];

const SENTENCES: [Word; 12] = [
    (
        "The announcement gives **no reason**, and those who were asked did not want to be named.",
        "公告**没有说明原因**，受访者均不愿具名。",
    ),
    (
        "A first report put the change a week earlier; the organization later gave the date recorded here.",
        "最初的报道称变动早一周发生；该机构后来给出了此处记录的日期。",
    ),
    (
        "The group had worked on evaluation methods since the spring, and its results were published with two partners.",
        "该团队自春季起研究评测方法，成果与两家合作方共同发表。",
    ),
    (
        "In an interview the year before, the plan had been described as *a matter of years rather than months*.",
        "前一年的采访中，这一计划曾被形容为*以年计，而非以月计*。",
    ),
    (
        "Three people of the same group followed within the next half year.",
        "此后半年内，同一团队又有三人离开。",
    ),
    (
        "The letter to staff thanks for the work on two generations of the system and on the tools around it.",
        "致员工的信中感谢其对两代系统及相关工具所做的工作。",
    ),
    (
        "How the tasks were to be divided among the other leads was left open.",
        "其余负责人如何分担工作，当时没有说明。",
    ),
    (
        "The title given in the filing differs slightly from the one that the site of the organization shows.",
        "备案文件中的头衔与该机构网站所示略有不同。",
    ),
    (
        "According to the minutes, the decision was unanimous, with one member absent.",
        "会议纪要显示，该决定获一致通过，一名成员缺席。",
    ),
    (
        "The position was filled again after four months, by somebody from outside.",
        "四个月后，该职位由外部人选接任。",
    ),
    (
        "Earlier work in the same field had been done at a university, where a part-time post was kept.",
        "此前在大学从事同一领域的工作，并保留了兼职职位。",
    ),
    (
        "Reports of a disagreement over resources were denied by the organization and repeated by others.",
        "有关资源分歧的报道遭该机构否认，但其他媒体仍有转述。",
    ),
];

const POINTS: [Word; 6] = [
    ("the size of the group, about thirty people", "团队规模，约三十人"),
    ("a budget for two years", "两年的预算"),
    ("the move to a new building", "迁入新的办公楼"),
    ("a review after twelve months", "十二个月后的评估"),
    ("joint work with two universities", "与两所大学的合作"),
    ("an office in a second city", "在第二座城市设立办公室"),
];

/// One sentence about a move.
pub fn summary(random: &mut Random) -> Text {
    Text::of(*random.pick(&SUMMARIES))
}

/// What somebody works on.
pub fn person(random: &mut Random) -> Text {
    let fields: [Word; 6] = [
        ("machine learning", "机器学习"),
        ("robotics", "机器人"),
        ("language models", "语言模型"),
        ("computing infrastructure", "计算基础设施"),
        ("policy for new technologies", "新技术政策"),
        ("scientific software", "科学软件"),
    ];
    let (field, other) = (random.pick(&fields), random.pick(&fields));
    let since = random.between(1992, 2016);
    Text {
        en: format!("Works on {} and has published on {} since {since}.", field.0, other.0),
        zh: format!("从事{}方面的工作，自{since}年起发表{}方面的文章。", field.1, other.1),
    }
}

/// A note in Markdown: a paragraph or some, with emphasis, at times a list or a link.
pub fn note(random: &mut Random) -> Text {
    let mut note = Text { en: String::new(), zh: String::new() };
    for paragraph in 0..=random.below(3) {
        if paragraph > 0 {
            add(&mut note, ("\n\n", "\n\n"));
        }
        for sentence in 0..=random.below(3) {
            add(&mut note, if sentence > 0 { (" ", "") } else { ("", "") });
            add(&mut note, *random.pick(&SENTENCES));
        }
    }
    match random.below(4) {
        0 => {
            add(&mut note, ("\n\nIt names:\n", "\n\n其中提到：\n"));
            for point in 0..3 {
                add(&mut note, ("\n- ", "\n- "));
                add(&mut note, POINTS[(point * 2 + random.below(2)) % POINTS.len()]);
            }
        }
        1 => {
            let page = format!("https://archive.example/notes/{}", random.below(100_000));
            let (en, zh) = (
                format!(" See the [collection of statements]({page})."),
                format!("参见[声明汇编]({page})。"),
            );
            add(&mut note, (&en, &zh));
        }
        _ => {}
    }
    note
}

fn add(text: &mut Text, (en, zh): (&str, &str)) {
    text.en += en;
    text.zh += zh;
}

/// The title of a news report.
pub fn headline(random: &mut Random, name: &str, org: &str) -> String {
    match random.below(4) {
        0 => format!("{name} and the next chapter of {org}"),
        1 => format!("{org} confirms change around {name}"),
        2 => format!("What {name} means for {org}"),
        _ => format!("{org} tells staff about {name}"),
    }
}

/// What an event is called.
pub fn event(random: &mut Random, org: &Text) -> Text {
    let events: [Word; 5] = [
        ("announces a new programme", "公布新项目"),
        ("reorganizes its groups", "重组团队"),
        ("closes a round of funding", "完成一轮融资"),
        ("opens a second office", "设立第二处办公室"),
        ("publishes its review", "发布评估报告"),
    ];
    let (en, zh) = random.pick(&events);
    Text { en: format!("{} {en}", org.en), zh: format!("{}{zh}", org.zh) }
}
