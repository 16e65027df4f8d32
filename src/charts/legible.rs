//! What every chart is held against in tests.

use super::Chart;

impl Chart {
    /// Fails when a label is cut off at an edge or covers another.
    pub fn assert_legible(&self) {
        let (width, height) = (self.width.pixels(), self.height);
        for (i, label) in self.labels.iter().enumerate() {
            let bounds = label.bounds();
            let is_inside = bounds.x >= -0.5
                && bounds.x + bounds.width <= width + 0.5
                && bounds.y >= -0.5
                && bounds.y + bounds.height <= height + 0.5;
            assert!(is_inside, "{label:?} at {bounds:?} is outside of {width} by {height}");
            for other in &self.labels[i + 1..] {
                assert!(!bounds.overlaps(&other.bounds()), "{label:?} covers {other:?}");
            }
        }
    }
}
