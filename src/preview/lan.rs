//! Showing the preview to a phone in the same house.

use std::net::{IpAddr, UdpSocket};

use qrcode::render::unicode;
use qrcode::{EcLevel, QrCode};

/// The address by which others reach this computer, as far as the system can tell. Nothing is sent: the system is only asked
/// which of its addresses it would send from.
pub fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // An address of TEST-NET-1 (RFC 5737), which is nobody's.
    socket.connect("192.0.2.1:9").ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
}

/// An address as a picture for a camera, two rows a line, with the quiet zone that cameras need.
pub fn picture(address: &str) -> String {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::L) else { return String::new() };
    // Terminals are dark more often than light, and a code has to be dark on light.
    code.render::<unicode::Dense1x2>().dark_color(unicode::Dense1x2::Light).light_color(unicode::Dense1x2::Dark).build()
}
