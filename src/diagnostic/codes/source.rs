//! Findings of the family `source`.

family! {}
