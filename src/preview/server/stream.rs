//! The stream of events: what changed, and a beat each second, so that a page notices when nobody is there any more.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::stream;
use tokio::sync::watch;

use super::super::board::Board;
use super::reply;

/// Between two beats.
const BEAT: Duration = Duration::from_secs(1);

/// Every change of the board from now on, the present state first.
pub fn events(board: &Arc<Board>) -> Response {
    let mut news = board.listen();
    news.mark_changed();
    let told = stream::unfold((Arc::clone(board), news), |(board, mut news)| async move {
        let said = next(&board, &mut news).await?;
        Some((Ok::<Bytes, Infallible>(Bytes::from(said)), (board, news)))
    });
    let mut response = reply::file(StatusCode::OK, "text/event-stream", Vec::new());
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    *response.body_mut() = Body::from_stream(told);
    response
}

async fn next(board: &Board, news: &mut watch::Receiver<u64>) -> Option<String> {
    tokio::select! {
        changed = news.changed() => {
            changed.ok()?;
            Some(format!("event: news\ndata: {}\n\n", board.report().signal()))
        }
        () = tokio::time::sleep(BEAT) => Some("event: beat\ndata: 1\n\n".to_owned()),
    }
}
