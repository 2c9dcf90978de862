//! Findings of the family `output`.

family! {}
