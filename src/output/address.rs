use super::error::OutputError;

/// Makes sure that an address names a file within the site, on every system alike.
pub(super) fn check(address: &str) -> Result<(), OutputError> {
    match fault(address) {
        None => Ok(()),
        Some(reason) => Err(OutputError::BadAddress { address: address.to_owned(), reason }),
    }
}

fn fault(address: &str) -> Option<&'static str> {
    if address.is_empty() {
        Some("it is empty")
    } else if address.starts_with('/') {
        Some("it is absolute; addresses are relative to the site's folder")
    } else if address.contains('\\') {
        Some("it has a backslash; folders are separated by slashes")
    } else if address.contains('\0') {
        Some("it has a NUL character")
    } else if cfg!(windows) && address.contains(':') {
        Some("it has a colon, which stands for a drive or a stream on this system")
    } else if address.split('/').any(str::is_empty) {
        Some("a part of it is empty")
    } else if address.split('/').any(|part| part == "." || part == "..") {
        Some("it has a part \".\" or \"..\"")
    } else if address.starts_with('.') {
        Some("names with a dot at the top of a site are left to those who keep the folder")
    } else {
        None
    }
}
