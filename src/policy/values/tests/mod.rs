//! Promises that concern the whole room: what every spelling becomes, that canonical forms come back, and that no text stops the program.

mod properties;
mod reader;
mod spellings;
mod tables;
mod week;
