//! Texts with places to fill in.

/// A text with its `{placeholders}` filled in; what is filled in is not looked at again.
pub fn fill(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        filled.push_str(before);
        let name = after.split_once('}').map(|(name, _)| &name[1..]);
        let pair = pairs.iter().find(|(key, _)| Some(*key) == name);
        let used = if let Some((key, value)) = pair {
            filled.push_str(value);
            key.len() + 2
        } else {
            filled.push('{');
            1
        };
        rest = &after[used..];
    }
    filled.push_str(rest);
    filled
}
