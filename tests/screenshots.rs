//! Pictures of one page of each kind, to be looked at: `cargo test --test screenshots -- --ignored`, with
//! `chromium` installed, writes them to `target/tmp/screenshots`; CI keeps them.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/inert.rs"]
mod inert;
#[path = "support/large.rs"]
mod large;
#[path = "support/published.rs"]
mod published;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser::Browser;
use published::SITES;
use serde_json::json;
use std::path::Path;

#[test]
#[ignore = "needs Chromium"]
fn every_kind_of_page_is_pictured() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).unwrap();
    let mut browser = Browser::start();
    for address in &SITES.own.kinds {
        let name = address.trim_end_matches(".html").replace('/', "-");
        for (width, scheme) in [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")] {
            let size = json!({"width": width, "height": 1400, "deviceScaleFactor": 1, "mobile": false});
            browser.call("Emulation.setDeviceMetricsOverride", size);
            let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
            browser.call("Emulation.setEmulatedMedia", features);
            browser.open(&format!("{}{address}", SITES.own.files()));
            let taken = browser.call("Page.captureScreenshot", json!({"format": "png"}));
            let picture = STANDARD.decode(taken["data"].as_str().unwrap()).unwrap();
            assert!(picture.starts_with(b"\x89PNG"), "{address} has no picture");
            std::fs::write(folder.join(format!("{name}-{width}-{scheme}.png")), picture).unwrap();
        }
    }
    let pictures = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(pictures, SITES.own.kinds.len() * 4);
}
