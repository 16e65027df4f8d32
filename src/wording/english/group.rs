//! The title of a group of people inside of a sentence.

/// What people are called in a group: "founders of Covariant", "staff named in August".
const PEOPLE: &[&str] = &[
    "alumni",
    "authors",
    "co-authors",
    "co-founders",
    "cofounders",
    "directors",
    "employees",
    "engineers",
    "executives",
    "founders",
    "hires",
    "leaders",
    "managers",
    "members",
    "named",
    "officers",
    "partners",
    "people",
    "researchers",
    "scientists",
    "signatories",
    "staff",
    "those",
];
/// What may stand before that.
const WHICH: &[&str] = &[
    "early",
    "first",
    "former",
    "founding",
    "initial",
    "named",
    "original",
    "policy",
    "research",
    "safety",
    "senior",
    "technical",
];

/// The title as it goes on after "of the 11": "people named at the launch". `None` where the title does not
/// begin with what people are called, for then nobody knows its grammar.
pub fn in_sentence(title: &str) -> Option<String> {
    let mut words = title.split_whitespace().map(str::to_lowercase);
    let (first, second) = (words.next()?, words.next()?);
    let is_known = |words: &[&str], word: &str| words.contains(&word);
    if is_known(PEOPLE, &first) || (is_known(WHICH, &first) && is_known(PEOPLE, &second)) {
        let mut letters = title.chars();
        let initial = letters.next()?;
        return Some(initial.to_lowercase().chain(letters).collect());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::in_sentence;

    #[test]
    fn only_what_people_are_called_goes_on_in_a_sentence() {
        let goes_on = |title| in_sentence(title).unwrap_or_default();
        assert_eq!(goes_on("People named at Orbit’s launch"), "people named at Orbit’s launch");
        assert_eq!(goes_on("Named at the launch"), "named at the launch");
        assert_eq!(goes_on("Founding members of Orbit"), "founding members of Orbit");
        for title in
            ["", "People", "Orbit’s board", "Exits of 14 May", "First paper", "Orbit alumni", "成员 们"]
        {
            assert_eq!(in_sentence(title), None, "{title}");
        }
    }
}
