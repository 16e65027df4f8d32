//! Findings while they are collected: at fields of records; their places are looked up at the end.

use crate::content::Root;
use crate::diagnostic::{Code, Diagnostic, FieldPath, Severity};
use rayon::prelude::*;

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

/// All findings of a run about records and how they fit together.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding at a field, with the usual severity of its code.
    pub fn add(&mut self, file: &str, path: FieldPath, code: Code, message: impl Into<String>) -> &mut Finding {
        let finding =
            Finding { file: file.into(), path, code, severity: code.severity(), message: message.into(), help: None };
        self.0.push(finding);
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Looks up the place of each in its file.
    pub fn locate(self, root: &Root) -> Vec<Diagnostic> {
        let place = |finding: Finding| {
            let Finding { file, path, code, severity, message, help } = finding;
            let mut diagnostic = root.locate(&file, &path, code, message).help(help);
            diagnostic.severity = severity;
            diagnostic
        };
        self.0.into_par_iter().map(place).collect()
    }
}
