//! One address asked, and asked again when that may help.

use std::time::Duration;

use ureq::http::Response;
use ureq::{Agent, Body, Error};

use super::LONGEST_WAIT;
use crate::check::outside::Answer;

/// How long to wait for what.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one answer, redirects and all.
    pub answer: Duration,
    /// Before asking a second and a third time.
    pub again: [Duration; 2],
    /// Between two addresses of one host.
    pub breath: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience {
            answer: Duration::from_secs(15),
            again: [Duration::from_secs(2), Duration::from_secs(6)],
            breath: Duration::from_millis(300),
        }
    }
}

/// Asks addresses.
pub struct Asker {
    agent: Agent,
    patience: Patience,
}

/// What one try said.
enum Said {
    Answer(Answer),
    /// Asking again may help: after so long, if the host named a time.
    Again(Answer, Option<Duration>),
}

impl Asker {
    /// An asker with this much patience.
    #[must_use]
    pub fn new(patience: Patience) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(patience.answer))
            .http_status_as_error(false)
            .max_redirects(8)
            .user_agent(concat!(
                "welcomemat/",
                env!("CARGO_PKG_VERSION"),
                " (checks the links of a small site; asks each address once)"
            ))
            .build();
        Asker { agent: config.into(), patience }
    }

    /// How long it waits for what.
    #[must_use]
    pub fn patience(&self) -> Patience {
        self.patience
    }

    /// Whether anything answers at an address.
    #[must_use]
    pub fn ask(&self, address: &str) -> Answer {
        // What stands behind `#` is the reader's business and is never sent: RFC 9110, 7.1.
        let address = address.split('#').next().unwrap_or(address);
        for wait in self.patience.again {
            match self.try_once(address) {
                Said::Answer(answer) => return answer,
                Said::Again(_, named) => std::thread::sleep(named.unwrap_or(wait).min(LONGEST_WAIT)),
            }
        }
        match self.try_once(address) {
            Said::Answer(answer) | Said::Again(answer, _) => answer,
        }
    }

    /// The head alone first: it costs the host least. Some know only whole pages, or turn away whoever asks for less.
    fn try_once(&self, address: &str) -> Said {
        match self.agent.head(address).call() {
            Ok(head) if head.status().is_success() => Said::Answer(Answer::Works),
            Ok(_) => self.agent.get(address).call().map_or_else(|error| failed(&error), |whole| heard(&whole)),
            Err(error) => failed(&error),
        }
    }
}

/// What a status means: RFC 9110, 15.
fn heard(response: &Response<Body>) -> Said {
    let status = response.status().as_u16();
    let unsure = || Answer::CannotTell(format!("it answers with the number {status}"));
    match status {
        200..=299 => Said::Answer(Answer::Works),
        404 => Said::Answer(Answer::Gone("its host says that there is no such page".to_owned())),
        410 => Said::Answer(Answer::Gone("its host says that the page was taken away".to_owned())),
        408 | 425 | 429 | 500 | 502..=504 => Said::Again(unsure(), named_wait(response)),
        401 | 403 => Said::Answer(Answer::CannotTell("its host lets only some people in".to_owned())),
        _ => Said::Answer(unsure()),
    }
}

/// `Retry-After` in seconds: RFC 9110, 10.2.3. A date is passed over; hosts that send one mean hours.
fn named_wait(response: &Response<Body>) -> Option<Duration> {
    let seconds = response.headers().get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

fn failed(error: &Error) -> Said {
    let cannot_tell = |why: &str| Answer::CannotTell(why.to_owned());
    match error {
        Error::BadUri(_) | Error::Http(_) => Said::Answer(Answer::Gone("it is no address of a page".to_owned())),
        // Without a network every name is unknown, so this alone says little.
        Error::HostNotFound => Said::Again(cannot_tell("there is no host of that name, or you are offline"), None),
        Error::Timeout(_) => Said::Again(cannot_tell("its host does not answer"), None),
        Error::TooManyRedirects => Said::Answer(cannot_tell("it sends visitors in circles")),
        Error::Io(_) | Error::ConnectionFailed => Said::Again(cannot_tell("its host cannot be reached"), None),
        _ => Said::Answer(cannot_tell("its host speaks in a way we do not follow")),
    }
}
