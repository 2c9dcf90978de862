//! What the program promises, as tests: one binary, one module a promise.

mod cases;
mod commonmark;
