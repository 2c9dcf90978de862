//! Findings of the family `header`.

family! {}
