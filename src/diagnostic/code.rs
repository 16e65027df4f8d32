//! The codes of findings. Each is documented with an example in `docs/diagnostics.md`.

use std::fmt;

/// Whether a finding stops a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does with `--strict`.
    Warning,
}

macro_rules! codes {
    ($($severity:ident { $($(#[$doc:meta])* $name:ident = $word:literal),* $(,)? })*) => {
        /// The rule that a finding is about. The names are stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($($(#[$doc])* $name),*),*
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$($(Self::$name),*),*];

            /// The name, in kebab case.
            pub fn as_str(self) -> &'static str {
                match self { $($(Self::$name => $word),*),* }
            }

            /// The severity that findings of this code usually have.
            pub fn severity(self) -> Severity {
                match self { $($(Self::$name => Severity::$severity),*),* }
            }
        }
    };
}

codes! {
    Error {
        /// A file or folder can't be read.
        UnreadableFile = "unreadable-file",
        /// A symbolic link among the files of a site.
        SymbolicLink = "symbolic-link",
        /// A file that is not UTF-8.
        NotUtf8 = "not-utf8",
        /// A file of more than 256 KiB, or a static file of more than 25 MiB.
        FileTooLarge = "file-too-large",
        /// A file that is no record: in no known folder, or with another extension. Or one that is no template.
        UnknownFile = "unknown-file",
        /// There is no `content/site.yaml`.
        MissingSite = "missing-site",
        /// A `.md` file whose fields are not between two lines of `---`.
        FrontMatter = "front-matter",
        /// A translation of a record that is not there, or one that is written twice.
        OrphanTranslation = "orphan-translation",
        /// A text that is not YAML.
        YamlSyntax = "yaml-syntax",
        /// YAML nested deeper than any record is.
        TooDeep = "too-deep",
        /// Aliases that unfold to more than any record holds.
        TooMuch = "too-much",
        /// A key that the format does not know.
        UnknownKey = "unknown-key",
        /// A key that is written twice.
        DuplicateKey = "duplicate-key",
        /// A required key that is not there.
        MissingKey = "missing-key",
        /// A list where a text is expected, and the like.
        WrongType = "wrong-type",
        /// A word that is not among the allowed values.
        UnknownValue = "unknown-value",
        /// An id or file name that is not lower-case words joined by hyphens.
        InvalidId = "invalid-id",
        /// An id that Windows can't have as a file.
        ReservedId = "reserved-id",
        /// An id or alias that another record of its kind has.
        DuplicateId = "duplicate-id",
        /// A text that is not a date.
        InvalidDate = "invalid-date",
        /// A text that is not a language tag.
        InvalidLanguage = "invalid-language",
        /// A site language that the program has no interface texts for.
        UnsupportedLanguage = "unsupported-language",
        /// A text that is not an address on the web.
        InvalidUrl = "invalid-url",
        /// An address of another scheme than `https` and `http`.
        UnsafeUrl = "unsafe-url",
        /// A text that is not an address elsewhere, such as a Q-number of Wikidata.
        InvalidLink = "invalid-link",
        /// A text that is not a colour.
        InvalidColor = "invalid-color",
        /// An empty text.
        EmptyText = "empty-text",
        /// An invisible control character.
        ControlCharacter = "control-character",
        /// HTML in Markdown.
        RawHtml = "raw-html",
        /// An image in Markdown.
        Image = "image",
        /// A person that is not recorded.
        UnknownPerson = "unknown-person",
        /// An organization that is not recorded.
        UnknownOrg = "unknown-org",
        /// A team that its organization does not declare.
        UnknownTeam = "unknown-team",
        /// A post that its organization does not declare.
        UnknownPost = "unknown-post",
        /// An event that is not recorded.
        UnknownEvent = "unknown-event",
        /// A source that is not recorded.
        UnknownSource = "unknown-source",
        /// A record that rests on no source.
        NoSource = "no-source",
        /// A move without something that its kind needs.
        KindNeeds = "kind-needs",
        /// A move with something that its kind does not know.
        KindForbids = "kind-forbids",
        /// A promotion or transfer from one organization to another.
        OtherOrg = "other-org",
        /// A move that needs an open stint, where the records say that there is none.
        NoOpenStint = "no-open-stint",
        /// A return of somebody who had not left.
        NothingToReturnTo = "nothing-to-return-to",
        /// A move of somebody after their death.
        MoveAfterDeath = "move-after-death",
        /// Dates that certainly contradict each other.
        DateContradiction = "date-contradiction",
        /// An organization that is a part of itself.
        ParentCycle = "parent-cycle",
        /// A percentage that does not follow from the value and its base.
        PercentMismatch = "percent-mismatch",
        /// A template or static file with a name that not every system can have.
        InvalidName = "invalid-name",
        /// A static file at an address that the site has already.
        AddressTaken = "address-taken",
        /// A template that can't be read, or that breaks a page.
        TemplateError = "template-error",
    }
    Warning {
        /// Dates that possibly contradict each other.
        DateDoubt = "date-doubt",
        /// A first of January: was only the year known?
        FirstOfJanuary = "first-of-january",
        /// A post that more people hold at a time than it has seats.
        PostTaken = "post-taken",
        /// A confirmed move with no source but social posts, blogs and aggregators.
        WeakSources = "weak-sources",
        /// Two moves that may be one.
        PossibleDuplicate = "possible-duplicate",
        /// A stated size of a cohort that differs from its members, without a note that explains it.
        UnexplainedSize = "unexplained-size",
        /// A template that nothing uses.
        UnusedTemplate = "unused-template",
    }
}

impl Code {
    /// The code of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
