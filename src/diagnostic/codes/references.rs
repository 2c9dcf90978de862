//! Findings of the family `references`.

family! {}
