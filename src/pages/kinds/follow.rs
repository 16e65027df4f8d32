//! How to follow the site: its feeds, those of organizations, and the calendar.

use crate::pages::files::ahead::{self, Ahead};
use crate::pages::files::news;
use crate::pages::frame::Frame;
use crate::pages::routes::{self, Feed};
use crate::pages::rows::Row;
use crate::pages::rows::paging::ROWS;
use crate::pages::view::{Link, View};
use crate::wording::fill;
use serde::Serialize;

/// How to follow the site.
#[derive(Debug, Serialize)]
pub struct FollowPage<'a> {
    pub feeds: Vec<FeedView>,
    pub orgs: Vec<Link<'a>>,
    pub orgs_about: String,
    pub calendar: FeedView,
    pub left_out: Option<String>,
    /// What the calendar holds.
    pub coming: Vec<Row<'a>>,
    /// What it holds while it holds nothing.
    pub none: String,
}

/// Something to follow, and what is in it.
#[derive(Debug, Serialize)]
pub struct FeedView {
    pub href: String,
    pub title: String,
    pub about: String,
}

/// How to follow the site.
pub fn page<'a>(view: &View<'a>) -> (Frame, FollowPage<'a>) {
    let archive = view.archive;
    let feeds = [Feed::Moves, Feed::Changes].map(|feed| FeedView {
        href: view.up.to_owned() + &feed.path(archive),
        title: news::name(view, feed),
        about: news::about(view, feed),
    });
    let org = |ix| Link { href: view.up.to_owned() + &Feed::Org(ix).path(archive), ..view.org(ix) };
    let (least, most) = (view.wording.number(news::MOVES), view.wording.number(news::ORGS));
    let ahead = Ahead::of(view);
    let page = FollowPage {
        feeds: feeds.into(),
        orgs: view.site.followed.iter().map(|ix| org(*ix)).collect(),
        orgs_about: fill(view.text("feeds_of_orgs_about"), &[("n", &least), ("most", &most)]),
        calendar: FeedView {
            href: view.up.to_owned() + routes::CALENDAR,
            title: view.text("announced_moves").to_owned(),
            about: ahead::about(view),
        },
        left_out: ahead.left_out(view),
        coming: ahead.coming.iter().take(ROWS).map(|coming| coming.row(view)).collect(),
        none: view.filled("calendar_none", "date", &view.wording.date(&archive.site().as_of)),
    };
    (Frame::new(view, view.text("follow")), page)
}
