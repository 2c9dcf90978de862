//! Findings of the family `links`.

family! {}
