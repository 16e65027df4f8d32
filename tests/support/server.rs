//! A small web server for a folder, as far as a browser test needs one.

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Serves a folder below a path such as `/` or `/some/where/` until the tests end; returns its address.
pub fn serve(folder: &Path, below: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}{below}", listener.local_addr().unwrap());
    let folder = folder.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let folder = folder.clone();
            // A browser opens connections ahead, and may never use them.
            std::thread::spawn(move || answer(&stream, &folder, below));
        }
    });
    address
}

fn answer(mut stream: &TcpStream, folder: &Path, below: &str) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    // The rest of the request is read to its end, or closing the connection would reset it.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).and_then(|path| path.strip_prefix(below)).unwrap_or("no such file");
    let (status, file) = match file(folder, path) {
        Some(file) => ("200 OK", file),
        None => ("404 Not Found", folder.join("404.html")),
    };
    let kind = match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let body = std::fs::read(file)?;
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
    write!(stream, "{head}Connection: close\r\n\r\n")?;
    stream.write_all(&body)
}

fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split('?').next()?;
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let inside = !path.split('/').any(|part| part == "..");
    Some(folder.join(path)).filter(|file| inside && file.is_file())
}
