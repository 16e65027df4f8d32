//! Single words of the vocabulary, and counts of things.

use crate::model::{Capacity, Kind, OrgKind, Precision, Reason, SourceKind, Status};
use crate::wording::Noun;

/// So many of something; Chinese has a word to count with, no plural, and no space at a number or a Latin word.
pub fn count(noun: Noun, _one: bool, number: &str) -> String {
    let counted = match noun {
        Noun::Move => "次变动",
        Noun::Person => "人",
        Noun::Passage => "人次",
        Noun::Organization => "家机构",
        Noun::Team => "个团队",
        Noun::Post => "个职位",
        Noun::Event => "个事件",
        Noun::Cohort => "个群体",
        Noun::Member => "名成员",
        Noun::Figure => "项数据",
        Noun::Source => "个来源",
        Noun::Publisher => "家发布方",
        Noun::Record => "条记录",
        Noun::Day => "天",
        Noun::Month => "个月",
        Noun::Year => "年",
        Noun::Join => "次加入",
        Noun::Departure => "次离任",
        Noun::Promotion => "次升任",
        Noun::Transfer => "次转任",
        Noun::Leave => "次休假",
        Noun::Return => "次重返",
        Noun::Wave => "次离任潮",
    };
    format!("{number}{counted}")
}

/// A number as a title begins with it, where that is a word; in Chinese it is digits.
pub fn opening_number(_n: usize) -> Option<&'static str> {
    None
}

/// A kind of move.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Join => "加入",
        Kind::Departure => "离任",
        Kind::Promotion => "升任",
        Kind::Transfer => "转任",
        Kind::Leave => "休假",
        Kind::Return => "重返",
    }
}

/// Why a stint ended.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Resigned => "辞职",
        Reason::Dismissed => "被解职",
        Reason::LaidOff => "裁员",
        Reason::Retired => "退休",
        Reason::TermEnded => "任期届满",
        Reason::Acquired => "机构被收购",
        Reason::Died => "逝世",
        Reason::Unknown => "原因不详",
    }
}

/// How sure a move is.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "已证实",
        Status::Reported => "据报道",
        Status::Disputed => "有争议",
        Status::Cancelled => "已取消",
        Status::Retracted => "已撤回",
    }
}

/// How sure a move is, in a sentence.
pub fn status_explained(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "此变动已有来源证实。",
        Status::Reported => "见于报道，尚未证实。",
        Status::Disputed => "各来源说法不一；其他说法一并列出。",
        Status::Cancelled => "曾经公布，但并未实现。",
        Status::Retracted => "记录有误，保留以示更正。",
    }
}

/// In what capacity somebody is at an organization.
pub fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Employee => "员工",
        Capacity::Founder => "创始人",
        Capacity::Board => "董事",
        Capacity::Advisor => "顾问",
        Capacity::Interim => "临时任职",
        Capacity::Observer => "董事会观察员",
        Capacity::Contractor => "合同人员",
    }
}

/// What an organization is.
pub fn org_kind(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Lab => "实验室",
        OrgKind::Company => "公司",
        OrgKind::Startup => "初创公司",
        OrgKind::Nonprofit => "非营利机构",
        OrgKind::University => "大学",
        OrgKind::Government => "政府机构",
        OrgKind::Fund => "基金",
        OrgKind::Other => "其他机构",
    }
}

/// What a source is.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Statement => "声明",
        SourceKind::Filing => "法律或监管文件",
        SourceKind::News => "新闻报道",
        SourceKind::Memo => "内部信",
        SourceKind::Social => "社交媒体",
        SourceKind::Reference => "参考资料",
        SourceKind::Blog => "博客",
        SourceKind::Aggregator => "新闻汇编",
    }
}

/// How precisely a date is known.
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "日期确切",
        Precision::Month => "仅知月份",
        Precision::Quarter => "仅知季度或时节",
        Precision::Year => "仅知年份",
        Precision::Span => "仅知时间范围",
    }
}

/// The field of a claim, where it is one of the format.
pub fn claim_field(field: &str) -> Option<&'static str> {
    Some(match field {
        "person" => "人物",
        "kind" => "变动类型",
        "date" => "生效日期",
        "announced" => "公布日期",
        "until" => "计划结束日期",
        "reason" => "原因",
        "status" => "状态",
        "title" => "标题",
        "from" => "原任",
        "from.org" => "原机构",
        "from.team" => "原团队",
        "from.post" => "原职位",
        "from.role" => "原职务",
        "from.capacity" => "原身份",
        "to" => "新任",
        "to.org" => "新机构",
        "to.team" => "新团队",
        "to.post" => "新职位",
        "to.role" => "新职务",
        "to.capacity" => "新身份",
        "org" => "机构",
        "period" => "时期",
        "value" => "数值",
        "unit" => "单位",
        "of" => "基数",
        "percent" => "百分比",
        _ => return None,
    })
}

/// A language that sources are written in, by its tag.
pub fn language(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "en" => "英语",
        "zh" => "中文",
        "it" => "意大利语",
        "fr" => "法语",
        "de" => "德语",
        "es" => "西班牙语",
        "pt" => "葡萄牙语",
        "nl" => "荷兰语",
        "ja" => "日语",
        "ko" => "韩语",
        "ru" => "俄语",
        _ => return None,
    })
}

/// Where a link leads.
pub fn link(key: &str) -> Option<&'static str> {
    Some(match key {
        "wikidata" => "维基数据",
        "wikipedia" => "维基百科",
        "website" => "网站",
        "github" => "GitHub",
        "x" => "X",
        "linkedin" => "领英",
        "scholar" => "谷歌学术",
        "orcid" => "ORCID",
        _ => return None,
    })
}
