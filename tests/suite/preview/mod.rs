//! The live preview: what is served is what a build makes, every save is seen, nothing is read that is not in the map, and nothing
//! ends it but its owner.

mod broken;
mod gate;
mod looked;
mod running;
mod saves;
mod steps;
mod team;
