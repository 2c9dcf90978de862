//! Findings of the family `time`.

family! {}
