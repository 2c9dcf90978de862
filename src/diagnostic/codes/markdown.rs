//! Findings of the family `markdown`.

family! {}
