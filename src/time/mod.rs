//! Time: what a schedule means on a day. Pure: the day and the moment are arguments, and no machine's zone is asked.

pub mod calendar;
