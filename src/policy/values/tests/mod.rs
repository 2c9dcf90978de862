//! The rest of the room's promises: spellings (a golden table), round trips, and no text that stops the program.
