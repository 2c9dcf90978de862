//! `acknowledge.md`: what a client signs.

use super::written::{Text, table};
use crate::diagnostic::At;

table! {
    /// What a signature covers.
    AcknowledgeWritten {
        /// The pages a signature covers, by page name.
        optional documents: Vec<At<Text>>,
        /// The pages whose change calls for a new signature.
        optional sign_again_on: Vec<At<Text>>,
    }
}
