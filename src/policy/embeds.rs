//! What lies with other companies and may be shown on a page, once a client asks for it.

use super::values::Host;
use super::written::{Text, table};

table! {
    /// A company whose calendars, maps, films or pictures a page may show on a click. Until then nothing is fetched from it.
    EmbedWritten => Embed {
        /// Where they lie, by the name of the host alone. Names below it are others.
        needed host: Host,
        /// What your clients know the company by.
        needed name: Text,
    }
}
