//! Findings while they are collected: at fields of records; their places are looked up at the end.

use crate::content::{Lost, Root};
use crate::diagnostic::{Code, Diagnostic, FieldPath, Severity};
use rayon::prelude::*;
use std::collections::HashMap;

/// Something wrong at a field of a record.
#[derive(Debug)]
pub struct Finding {
    file: Box<str>,
    path: FieldPath,
    code: Code,
    severity: Severity,
    message: String,
    help: Option<String>,
}

impl Finding {
    /// The same finding with its remedy.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }
}

/// How many findings of one file are told: a file that has more is not what it was meant to be, and looking
/// up each place reads the file once.
const MOST_OF_A_FILE: usize = 100;

/// All findings of a run about records and how they fit together.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    lost: HashMap<Box<str>, Lost>,
}

impl Findings {
    /// Adds a finding at a field, with the usual severity of its code.
    pub fn add(
        &mut self,
        file: &str,
        path: FieldPath,
        code: Code,
        message: impl Into<String>,
    ) -> &mut Finding {
        let finding = Finding {
            file: file.into(),
            path,
            code,
            severity: code.severity(),
            message: message.into(),
            help: None,
        };
        self.list.push(finding);
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// What rules find, each on its own; in the order of the rules.
    pub fn extend_by<R: Sync>(&mut self, rules: &[R], find: impl Fn(&R, &mut Self) + Sync) {
        let found = |rule| {
            let mut findings = Self { list: Vec::new(), lost: self.lost.clone() };
            find(rule, &mut findings);
            findings.list
        };
        let found: Vec<Vec<Finding>> = rules.par_iter().map(found).collect();
        self.list.extend(found.into_iter().flatten());
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Adds a finding that the key `key` of the value at `parent` is missing; not where it is written and could
    /// not be read, which is told already.
    pub fn add_missing(
        &mut self,
        file: &str,
        parent: FieldPath,
        (key, code): (&str, Code),
        message: String,
        help: String,
    ) {
        if !self.is_lost(file, &parent.clone().key(key)) {
            self.add(file, parent, code, message).help(help);
        }
    }

    /// Whether a field is written and could not be read, which is told already.
    pub fn is_lost(&self, file: &str, path: &FieldPath) -> bool {
        self.lost.get(file).is_some_and(|lost| lost.holds(path))
    }

    /// Notes what of a file could not be read.
    pub fn note_lost(&mut self, file: &str, lost: &Lost) {
        if !lost.is_nothing() {
            self.lost.insert(file.into(), lost.clone());
        }
    }

    /// Looks up the place of each in its file.
    pub fn locate(self, root: &Root) -> Vec<Diagnostic> {
        let lost = self.lost;
        let few = few_of_each_file(self.list);
        let place = |finding: Finding| {
            let Finding { file, path, code, severity, message, help } = finding;
            let path = lost.get(&file).map_or_else(|| path.clone(), |lost| lost.written(&path));
            let mut diagnostic = root.locate(&file, &path, code, message).help(help);
            diagnostic.severity = severity;
            diagnostic
        };
        few.into_par_iter().map(place).collect()
    }
}

/// Leaves out what is beyond the bound of each file, and says how many that are.
fn few_of_each_file(mut all: Vec<Finding>) -> Vec<Finding> {
    let mut told: HashMap<Box<str>, usize> = HashMap::new();
    for finding in &all {
        *told.entry(finding.file.clone()).or_default() += 1;
    }
    let beyond: HashMap<Box<str>, usize> =
        told.drain().filter(|(_, count)| *count > MOST_OF_A_FILE).collect();
    all.retain_mut(|finding| {
        let Some(&count) = beyond.get(&finding.file) else { return true };
        let so_far = told.entry(finding.file.clone()).or_default();
        *so_far += 1;
        if *so_far == MOST_OF_A_FILE {
            finding.help(format!("{} more findings of this file are not shown", count - MOST_OF_A_FILE));
        }
        *so_far <= MOST_OF_A_FILE
    });
    all
}
