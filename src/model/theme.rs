//! How a site owner changes the look of the site.

use std::collections::BTreeMap;

/// Templates and static files of the site's own. One that has the name of a built-in one takes its place.
#[derive(Debug, Default, Clone)]
pub struct Theme {
    /// Texts of templates by their names: `components/when.html` is the file `templates/components/when.html`.
    pub templates: BTreeMap<Box<str>, Box<str>>,
    /// Bytes of static files by their addresses: `css/tokens.css` is the file `static/css/tokens.css`.
    pub files: BTreeMap<Box<str>, Box<[u8]>>,
}

impl Theme {
    /// The bytes of an own static file.
    pub fn file(&self, address: &str) -> Option<&[u8]> {
        self.files.get(address).map(|bytes| &**bytes)
    }
}
