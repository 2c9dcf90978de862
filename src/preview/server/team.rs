//! The pages for the business's own people, on this computer alone and behind the secret: they are in no map of the site, and no link of
//! a client page leads to them.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;

use super::super::panel::Brought;
use super::{Caller, Deed, House, other_than, reply};
use crate::address::Address;
use crate::site::Outside;
use crate::staff::FINDINGS;

/// What their addresses start with, behind the way in to everything of our own.
pub const TEAM: &str = "team/";

/// Where they are, for a panel that may lead there.
pub fn way(house: &House) -> Option<String> {
    house.gate.shows_team().then(|| format!("/.welcomemat/{TEAM}{}/", house.gate.secrets.panel))
}

/// Answers for an address behind [`TEAM`]: the secret, and a file.
pub async fn team(house: &House, rest: &str, caller: Caller<'_>) -> Response {
    let (secret, file) = rest.split_once('/').unwrap_or((rest, ""));
    if let Err(refusal) = house.gate.know(caller.shown, Some(secret), Deed::ReadsForTeam) {
        return reply::refused(refusal);
    }
    let index = if file.is_empty() || file.ends_with('/') { "index.html" } else { "" };
    let address = Address::new(&format!("{file}{index}"));
    let mut news = house.board.listen();
    news.wait_for(|count| *count > 0).await.ok();
    loop {
        let Some(showing) = house.board.shown() else {
            return reply::plain(StatusCode::SERVICE_UNAVAILABLE, "The site is still being made.");
        };
        if address.as_str() == FINDINGS && showing.prepared.has_staff_pages() && !showing.is_finished() {
            tokio::select! {
                () = showing.done() => {},
                _ = other_than(showing.number, &house.board, &mut news) => {}
            }
            continue;
        }
        let (here, place) = (Arc::clone(&showing), address.clone());
        let found = tokio::task::spawn_blocking(move || here.team_file(&place)).await.ok().flatten();
        let Some(bytes) = found else {
            return reply::plain(StatusCode::NOT_FOUND, "There is no such page for your own people.");
        };
        let way = way(house);
        let brought = Brought {
            prefix: "",
            secret: &house.gate.secrets.panel,
            source: showing.source_of_team(&address),
            shown: showing.number,
            outside: &Outside::default(),
            team: way.as_deref(),
            moved: None,
        };
        return reply::found(StatusCode::OK, &address, &bytes, brought);
    }
}
