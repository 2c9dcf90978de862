//! Findings of the family `site`.

family! {}
