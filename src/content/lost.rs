//! The fields of a record that could not be read.

use crate::diagnostic::{FieldPath, Segment};

/// What is missing from a record because something is wrong with it, and is reported already.
#[derive(Debug, Clone, Default)]
pub struct Lost(Vec<FieldPath>);

impl Lost {
    pub(super) fn new(paths: Vec<FieldPath>) -> Self {
        Self(paths)
    }

    /// Whether all of the record was read.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this field, or something in it, was written and could not be read.
    pub fn holds(&self, path: &FieldPath) -> bool {
        let path = self.written(path);
        self.0.iter().any(|lost| lost.segments().starts_with(path.segments()))
    }

    /// The path as it is written in the file, of a field of the record that was read: items of a list that
    /// are lost count there.
    pub fn written(&self, path: &FieldPath) -> FieldPath {
        let mut written = FieldPath::root();
        for segment in path.segments() {
            written = match segment {
                Segment::Key(key) => written.key(key),
                Segment::Index(index) => {
                    let index = self.written_index(&written, *index);
                    written.index(index)
                }
            };
        }
        if path.is_on_key() { written.on_key() } else { written }
    }

    fn written_index(&self, list: &FieldPath, index: usize) -> usize {
        let item = |lost: &FieldPath| match lost.segments().split_last() {
            Some((Segment::Index(at), before)) if before == list.segments() => Some(*at),
            _ => None,
        };
        let mut gaps: Vec<usize> = self.0.iter().filter_map(item).collect();
        gaps.sort_unstable();
        gaps.into_iter().fold(index, |index, gap| if gap <= index { index + 1 } else { index })
    }
}
