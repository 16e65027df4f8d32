//! Invented names, in English and Chinese: as many different ones as a site of any size needs.

/// A text in both languages of the site.
#[derive(Debug, Clone)]
pub struct Text {
    pub en: String,
    pub zh: String,
}

/// A word in both languages.
pub type Word = (&'static str, &'static str);

impl Text {
    pub fn of(word: Word) -> Self {
        Self { en: word.0.into(), zh: word.1.into() }
    }
}

/// The id of a name: its words in lower case.
pub fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

const GIVEN: [Word; 48] = [
    ("Ada", "艾达"),
    ("Ben", "本"),
    ("Cleo", "克利奥"),
    ("Dara", "达拉"),
    ("Elio", "埃利奥"),
    ("Faye", "费伊"),
    ("Gwen", "格温"),
    ("Hugo", "雨果"),
    ("Ines", "伊内丝"),
    ("Jonas", "乔纳斯"),
    ("Kira", "基拉"),
    ("Leon", "莱昂"),
    ("Mira", "米拉"),
    ("Nils", "尼尔斯"),
    ("Olga", "奥尔加"),
    ("Pavel", "帕维尔"),
    ("Quinn", "奎因"),
    ("Rosa", "罗莎"),
    ("Sami", "萨米"),
    ("Tara", "塔拉"),
    ("Uma", "乌玛"),
    ("Viktor", "维克托"),
    ("Wanda", "旺达"),
    ("Xenia", "克塞妮娅"),
    ("Yara", "亚拉"),
    ("Zeno", "芝诺"),
    ("Alma", "阿尔玛"),
    ("Boris", "鲍里斯"),
    ("Carla", "卡拉"),
    ("Dylan", "迪伦"),
    ("Edda", "埃达"),
    ("Felix", "费利克斯"),
    ("Greta", "格蕾塔"),
    ("Henri", "亨利"),
    ("Iris", "艾丽斯"),
    ("Jasper", "贾斯珀"),
    ("Karin", "卡琳"),
    ("Lucas", "卢卡斯"),
    ("Maren", "玛伦"),
    ("Noel", "诺埃尔"),
    ("Otto", "奥托"),
    ("Petra", "佩特拉"),
    ("Rufus", "鲁弗斯"),
    ("Selma", "塞尔玛"),
    ("Tobias", "托比亚斯"),
    ("Ursula", "乌尔苏拉"),
    ("Vera", "薇拉"),
    ("Walter", "沃尔特"),
];

const SURNAME_STARTS: [Word; 32] = [
    ("Ash", "阿什"),
    ("Brand", "布兰德"),
    ("Calder", "考尔德"),
    ("Dun", "邓"),
    ("Elder", "埃尔德"),
    ("Fair", "费尔"),
    ("Glen", "格伦"),
    ("Hart", "哈特"),
    ("Iver", "艾弗"),
    ("Jarrow", "贾罗"),
    ("Kel", "凯尔"),
    ("Lang", "兰"),
    ("Marl", "马尔"),
    ("Nor", "诺"),
    ("Oak", "奥克"),
    ("Pem", "彭"),
    ("Quill", "奎尔"),
    ("Raven", "雷文"),
    ("Stan", "斯坦"),
    ("Thorn", "索恩"),
    ("Ul", "乌尔"),
    ("Vander", "范德"),
    ("West", "韦斯特"),
    ("Yar", "亚尔"),
    ("Zell", "泽尔"),
    ("Birch", "伯奇"),
    ("Crow", "克罗"),
    ("Drake", "德雷克"),
    ("Fen", "芬"),
    ("Grim", "格里姆"),
    ("Holl", "霍尔"),
    ("Lin", "林"),
];

const SURNAME_ENDS: [Word; 32] = [
    ("bank", "班克"),
    ("berg", "贝里"),
    ("bourne", "伯恩"),
    ("brook", "布鲁克"),
    ("by", "比"),
    ("combe", "库姆"),
    ("croft", "克罗夫特"),
    ("dale", "代尔"),
    ("den", "登"),
    ("don", "唐"),
    ("field", "菲尔德"),
    ("ford", "福德"),
    ("gate", "盖特"),
    ("grove", "格罗夫"),
    ("ham", "汉姆"),
    ("hurst", "赫斯特"),
    ("land", "兰德"),
    ("ley", "利"),
    ("man", "曼"),
    ("mere", "米尔"),
    ("moor", "穆尔"),
    ("ridge", "里奇"),
    ("sen", "森"),
    ("shaw", "肖"),
    ("stead", "斯特德"),
    ("stone", "斯通"),
    ("ton", "顿"),
    ("ville", "维尔"),
    ("ward", "沃德"),
    ("well", "韦尔"),
    ("wick", "威克"),
    ("wood", "伍德"),
];

/// The name of the person at a position, and its form for sorting.
pub fn person(position: usize) -> (Text, String) {
    let names = GIVEN.len() * SURNAME_STARTS.len() * SURNAME_ENDS.len();
    // A step that shares no factor with their number visits all names before it meets one again.
    let mixed = position % names * 20_011 % names;
    let given = GIVEN[mixed % GIVEN.len()];
    let start = SURNAME_STARTS[mixed / GIVEN.len() % SURNAME_STARTS.len()];
    let end = SURNAME_ENDS[mixed / GIVEN.len() / SURNAME_STARTS.len()];
    let middle = match position / names {
        0 => String::new(),
        round => format!(" {}", letters(round - 1)),
    };
    let name = Text {
        en: format!("{}{middle} {}{}", given.0, start.0, end.0),
        zh: format!("{}{}·{}{}", given.1, middle.replace(' ', "·"), start.1, end.1),
    };
    (name, format!("{}{}, {}{middle}", start.0, end.0, given.0))
}

/// `A`, `B` … `Z`, `AA`, `AB` …: what tells people of one name apart.
fn letters(mut number: usize) -> String {
    let mut written = Vec::new();
    loop {
        written.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 26]));
        if number < 26 {
            return written.iter().rev().collect();
        }
        number = number / 26 - 1;
    }
}

const MARKS: [Word; 40] = [
    ("Orbit", "轨道"),
    ("Beacon", "灯塔"),
    ("Cobalt", "钴蓝"),
    ("Delta", "三角洲"),
    ("Ember", "余烬"),
    ("Fjord", "峡湾"),
    ("Granite", "花岗岩"),
    ("Harbor", "港湾"),
    ("Indigo", "靛青"),
    ("Juniper", "杜松"),
    ("Kestrel", "红隼"),
    ("Lantern", "灯笼"),
    ("Meridian", "子午线"),
    ("Nimbus", "雨云"),
    ("Opal", "蛋白石"),
    ("Prairie", "草原"),
    ("Quartz", "石英"),
    ("Ripple", "涟漪"),
    ("Summit", "峰顶"),
    ("Tundra", "苔原"),
    ("Umbra", "本影"),
    ("Vertex", "顶点"),
    ("Willow", "垂柳"),
    ("Yarrow", "蓍草"),
    ("Zephyr", "和风"),
    ("Aspen", "白杨"),
    ("Boreal", "北境"),
    ("Cinder", "煤渣"),
    ("Dune", "沙丘"),
    ("Echo", "回声"),
    ("Flint", "燧石"),
    ("Glacier", "冰川"),
    ("Heron", "苍鹭"),
    ("Isthmus", "地峡"),
    ("Jetty", "栈桥"),
    ("Kelp", "海藻"),
    ("Lagoon", "潟湖"),
    ("Marsh", "沼泽"),
    ("Nectar", "花蜜"),
    ("Osprey", "鱼鹰"),
];

/// What an organization calls itself, and what kind it is.
const TRADES: [(Word, &str); 20] = [
    (("Labs", "实验室"), "lab"),
    (("Systems", "系统"), "company"),
    (("Research", "研究"), "lab"),
    (("Robotics", "机器人"), "startup"),
    (("University", "大学"), "university"),
    (("Computing", "计算"), "company"),
    (("Dynamics", "动力"), "startup"),
    (("Institute", "研究所"), "nonprofit"),
    (("Intelligence", "智能"), "startup"),
    (("Ventures", "创投"), "fund"),
    (("Networks", "网络"), "company"),
    (("Health", "健康"), "startup"),
    (("Software", "软件"), "company"),
    (("Foundation", "基金会"), "nonprofit"),
    (("Semiconductors", "半导体"), "company"),
    (("Analytics", "分析"), "startup"),
    (("Agency", "署"), "government"),
    (("Motion", "运动"), "startup"),
    (("Cloud", "云"), "company"),
    (("College", "学院"), "university"),
];

const SITES: [Word; 8] = [
    ("North", "北方"),
    ("South", "南方"),
    ("East", "东方"),
    ("West", "西方"),
    ("Central", "中央"),
    ("Coast", "海岸"),
    ("Valley", "山谷"),
    ("Island", "海岛"),
];

/// The name and the kind of the organization at a position.
pub fn org(position: usize) -> (Text, &'static str) {
    let mark = MARKS[position % MARKS.len()];
    let (trade, kind) = TRADES[(position / MARKS.len() + position) % TRADES.len()];
    let mut name = Text { en: format!("{} {}", mark.0, trade.0), zh: format!("{}{}", mark.1, trade.1) };
    let round = position / (MARKS.len() * TRADES.len());
    if round > 0 {
        let site = SITES[(round - 1) % SITES.len()];
        let again = (round - 1) / SITES.len();
        let number = if again > 0 { format!(" {}", again + 1) } else { String::new() };
        name = Text {
            en: format!("{} {}{number}", name.en, site.0),
            zh: format!("{}{}{number}", site.1, name.zh),
        };
    }
    (name, kind)
}

const PAPERS: [&str; 8] = ["Daily", "Review", "Wire", "Journal", "Weekly", "Observer", "Tribune", "Bulletin"];

/// How many publishers there are.
pub const PUBLISHERS: usize = MARKS.len() * PAPERS.len();

/// The name of the publisher at a position.
pub fn publisher(position: usize) -> String {
    format!("{} {}", MARKS[position % MARKS.len()].0, PAPERS[position / MARKS.len() % PAPERS.len()])
}
