//! A report as text: headings, lines and tables, as wide as the terminal.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

/// Text under construction.
pub struct Sheet {
    text: String,
    width: u16,
}

/// A table: what its columns are called, and its rows.
pub struct Rows<const COLUMNS: usize> {
    /// None where the rows speak for themselves.
    header: Option<[&'static str; COLUMNS]>,
    /// Whether a column holds numbers, which are aligned to the right.
    is_number: [bool; COLUMNS],
    rows: Vec<[String; COLUMNS]>,
}

/// No lines but one under the header; columns are two spaces apart.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

impl Sheet {
    /// An empty sheet of a width in columns of a terminal.
    pub fn new(width: u16) -> Self {
        Self { text: String::new(), width }
    }

    /// The heading of a part, after an empty line.
    pub fn heading(&mut self, heading: &str) {
        self.gap();
        self.line(&heading.to_uppercase());
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph.
    pub fn line(&mut self, text: &str) {
        let mut table = Table::new();
        table.add_row([one_line(text)]);
        self.put(&mut table);
    }

    /// A table; none where it has no rows.
    pub fn table<const COLUMNS: usize>(&mut self, rows: &Rows<COLUMNS>) {
        if rows.rows.is_empty() {
            return;
        }
        let mut table = Table::new();
        if let Some(header) = rows.header {
            table.set_header(header);
        }
        table.add_rows(rows.rows.iter().map(|row| row.each_ref().map(|cell| one_line(cell))));
        for (column, _) in table.column_iter_mut().zip(rows.is_number).filter(|(_, is_number)| *is_number) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        self.put(&mut table);
    }

    /// The text so far.
    pub fn into_text(self) -> String {
        self.text
    }

    fn put(&mut self, table: &mut Table) {
        table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic).set_width(self.width);
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
        }
        for line in table.lines() {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
}

impl<const COLUMNS: usize> Rows<COLUMNS> {
    /// A table of texts.
    pub fn new(header: [&'static str; COLUMNS]) -> Self {
        Self { header: Some(header), ..Self::bare() }
    }

    /// A table of texts without a header.
    pub fn bare() -> Self {
        Self { header: None, is_number: [false; COLUMNS], rows: Vec::new() }
    }

    /// The same with numbers in a column, counted from 0.
    #[must_use]
    pub fn numbers_in(mut self, column: usize) -> Self {
        if let Some(is_number) = self.is_number.get_mut(column) {
            *is_number = true;
        }
        self
    }

    /// Adds a row.
    pub fn add(&mut self, row: [String; COLUMNS]) {
        self.rows.push(row);
    }
}

/// A text without ends of lines and other space that would break a table.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
