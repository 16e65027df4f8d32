//! How the numbers are computed; the same parts in the same order in each language.

use crate::wording::Explained;

/// Every part, in the order of the page.
pub const METHOD: &[Explained] = &[
    Explained {
        anchor: "records",
        title: "What is counted",
        paragraphs: &[
            "Only moves are recorded: somebody joined, left, rose, changed roles, went on leave or came back. Whatever \
             this site says about people beyond a single move – who held a post after whom, who of a group remains, \
             how long somebody stayed – is computed from those moves each time the site is built. Nothing of it is \
             written by hand, and every number leads to the moves that it counts.",
            "A number here is about the records, not about the world. Nobody has recorded every move, so a count of \
             departures is the least there were, and the silence of the records proves nothing.",
        ],
    },
    Explained {
        anchor: "doubt",
        title: "Disputed, cancelled and retracted moves",
        paragraphs: &[
            "A move that was announced and never took hold is marked as cancelled, and a record that turned out to \
             be wrong as retracted. Both are still told, so that a reader who heard of them can see what became of \
             them, but they change nothing: no stint, no post and no count.",
            "A move that sources contradict each other about is marked as disputed. It counts, and what rests on it \
             says so. Where sources give another date, role or number, the record keeps one of them and shows the \
             other beside it; nothing is averaged.",
        ],
    },
    Explained {
        anchor: "dates",
        title: "Imprecise dates",
        paragraphs: &[
            "A date is as precise as its sources and no more. “2021” means some day of that year, and is never \
             taken for its first of January. Wherever a result depends on where in the year that day was, the \
             result is a range, or is called uncertain.",
            "A date that is only “about” or “probably” right is given as much room again before and after it when \
             the length of a stay is worked out: about 2018 may have been any day from 2017 to 2019. Where only the \
             announcement of a move is dated, the move is taken to have happened about then.",
        ],
    },
    Explained {
        anchor: "stints",
        title: "Stints and roles",
        paragraphs: &[
            "A stint is the time of one person at one organization in one capacity: as an employee, a founder, a \
             member of the board, an adviser, a board observer, a contractor or in an interim seat. It begins with \
             the move that joins, or where a departure elsewhere names the organization as its destination, and ends \
             with the departure. Who leaves and comes back has two stints. An employee who also has a seat on the \
             board has two at the same time, and they are kept apart.",
            "Promotions, changes of role and leaves happen within a stint and do not end it. A role lasts until the \
             next role or the end of the stint. If only the move out of it names a role, it was held by then, since \
             when is not recorded. Where the records of somebody begin later than their stint, its beginning is \
             called unrecorded, not guessed.",
        ],
    },
    Explained {
        anchor: "tenure",
        title: "Tenure",
        paragraphs: &[
            "Tenure is the length of a stint in whole calendar months, from the day it began to the day it ended; for \
             one that goes on, to the day that the records are complete to. Leaves are not subtracted, since somebody \
             on leave keeps the place.",
            "With imprecise dates tenure is a range. The least runs from the latest day on which the stint can have \
             begun to the earliest on which it can have ended; the most, from the earliest to the latest. A promotion \
             in between narrows the range, for by then the stint had begun. Where the beginning is not recorded there \
             is no upper limit.",
        ],
    },
    Explained {
        anchor: "presence",
        title: "Where somebody is on a day",
        paragraphs: &[
            "A day is looked at as it ends: whoever leaves on that day is gone, and whoever joins is there. Somebody \
             can be there, on leave, gone, or not there yet. If a move has so imprecise a date that the day may lie \
             before it or after it, the answer is “uncertain”. If the first thing recorded of somebody is later than \
             the day, and was not their arrival, the answer is that it is not recorded.",
        ],
    },
    Explained {
        anchor: "posts",
        title: "Posts, their holders and vacancies",
        paragraphs: &[
            "A post is a seat that people hold one after the other, such as that of the chief executive. Somebody \
             holds it from the move that gives it to them until the next move that gives them another place or ends \
             the stint. Going on leave does not end it. Those who hold a post ad interim are holders like the others, \
             and are marked.",
            "The predecessor of a holder is whoever held the same seat before, the successor whoever held it next. On \
             one day, the order in which the sources report the changes decides. A shared post has several seats, and \
             a newcomer is taken to follow whoever left last. If nothing says what became of a holder, and another is \
             recorded in the only seat, the time of the first is taken to be over by then; the page says that this is \
             inferred.",
            "A post is called vacant only between two holders, when the dates leave no other reading: the last of \
             the earlier ones had certainly left before the next came. That nobody is recorded after the latest \
             holder is not called a vacancy, because a successor may simply not be recorded.",
        ],
    },
    Explained {
        anchor: "cohorts",
        title: "Cohorts, and who remains",
        paragraphs: &[
            "A cohort is a group of people who were at an organization together, such as its founders. A member remains \
             while working there: as an employee, a founder, a contractor or in an interim role. Those on leave remain, \
             and are told apart; so are those who left and came back. Whoever has only a seat on the board, observes \
             it or advises does not remain, and is also told apart.",
            "To be a member is to have been there when the cohort was formed, so members count from that day even if \
             their arrival is not recorded, and until the records say that they left. Of a member with no recorded \
             move at the organization at all, it is said that nothing is known. Where those went who left is worked \
             out as it is for flows. Each cohort is followed from its \
             formation to the day the records are complete to, or to the end of the organization.",
            "Sources often give numbers of their own: so many founders, so many left. These stand beside the computed \
             ones and are never merged with them. Where the two differ, the page says whether imprecise dates, or \
             people on leave, account for the difference.",
        ],
    },
    Explained {
        anchor: "rhythm",
        title: "Joins and departures over time",
        paragraphs: &[
            "The bars of an organization count moves, not people: upward those by which somebody came to it from \
             outside, returns included, and downward the departures. A seat on the board counts like a place at work, so \
             somebody who leaves both by two moves is counted twice. Moves within the organization are in neither, nor \
             are leaves and the returns from them.",
            "A move belongs to the quarter that its date lies in. If its date is not known to the quarter, it belongs \
             to the year as a whole; if not even the year is certain, it is counted and not drawn.",
        ],
    },
    Explained {
        anchor: "waves",
        title: "Waves of departures",
        paragraphs: &[
            "A wave is at least {people} people who left one organization within at most {days} days, where chance \
             alone would bring so many in so few days less than once in {years} years.",
            "Departures count that ended work there, as an employee, a founder, a contractor or in an interim role; a \
             seat on the board or as an adviser does not. Somebody who left twice counts once. The day is the one on which the \
             departure took effect; if that is not known to the day, it is that of the announcement, provided that it \
             agrees with what is known. A departure that cannot be placed on a day is in no wave.",
            "The windows that are looked at begin on the day of a departure and are {lengths} days long. What is usual \
             is measured in the year before and the year after: all the other departures of those two years, the \
             undated and those of other waves among them. The usual rate therefore comes out rather too high, and \
             waves are called too seldom rather than too often. If the records do not reach a year to one side, the \
             two years are moved to the other.",
            "The chance is worked out as though each departure of the two years had fallen on any of their days alike, \
             and independently of the others: how often would a window of that length then be as full as this one, or \
             fuller? Because many windows are looked at, the chance is multiplied by their number. Of windows that \
             share a day, only the least likely is kept. For an organization whose departures really were independent, \
             the threshold promises at most one false wave in {years} years.",
            "With each wave stand the number of departures that the usual rate would have brought in those days, and \
             how rarely chance alone would bring as many as there were. A wave says that people left together. It does \
             not say why.",
        ],
    },
    Explained {
        anchor: "flows",
        title: "Flows from one organization to another",
        paragraphs: &[
            "A flow adds up passages. A passage is one person’s way from one organization to another: it begins where \
             their last work at the first ends, and ends where their first work at the next begins. A seat on a board, \
             as an adviser or as an observer is no work in this sense and is counted separately; so is everything that \
             happens within one organization.",
            "Where somebody went is what the departure says. If it does not say, it is the place that they had joined \
             at most {handover} days before and still held, or else the next one they joined, however much later, \
             unless they left another in between. Where no such place is recorded, the destination is unknown. A join \
             that no departure leads to has an unknown origin. Unknowns are counted and shown as such; they are not \
             spread over the known.",
            "Every move that begins or ends work at an organization is in exactly one passage. A passage belongs to the \
             year of the departure, or of the join where none is recorded. Somebody who leaves an organization and \
             returns to it without having worked elsewhere is told of, but is neither an arrival nor a loss. The net \
             flow is the arrivals less the departures.",
        ],
    },
    Explained {
        anchor: "as-of",
        title: "“Now”, and any other day",
        paragraphs: &[
            "“Now” is the day that the records are complete to, which stands at the foot of every page. It is not \
             the day on which you read this.",
            "The same can be computed for any earlier day. The records then tell of that day with what is known \
             today: a departure that was reported later, but had taken effect by then, is taken into account.",
        ],
    },
];
