//! Findings of the family `theme`.

family! {}
