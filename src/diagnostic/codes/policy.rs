//! Findings of the family `policy`.

family! {}
