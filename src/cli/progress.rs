//! A sign of life when a run takes longer than a moment.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal;

/// Shorter runs show nothing: a flash of progress is only noise.
const PATIENCE: Duration = Duration::from_millis(500);

/// Runs `work`, showing on a terminal after half a second that something goes on.
pub(super) fn while_working<R>(words: &'static str, is_quiet: Quiet, work: impl FnOnce() -> R) -> R {
    if is_quiet == Quiet::Yes || !terminal::is_watched() {
        return work();
    }
    let (done, wait) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if wait.recv_timeout(PATIENCE).is_ok() {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::default_spinner());
            bar.set_message(words);
            while wait
                .recv_timeout(Duration::from_millis(100))
                .is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout)
            {
                bar.tick();
            }
            bar.finish_and_clear();
        });
        let result = work();
        let _ = done.send(());
        result
    })
}

/// Whether a run keeps silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quiet {
    /// It says what it does.
    No,
    /// It speaks only of errors.
    Yes,
}
