//! `emergencies.md`: safety first, how urgent is urgent, what to do, whom to ask next.

use super::business::rows;
use super::values::{EmergencyNumber, Id, Length, Money, WebAddress};
use super::written::{Prose, Reading, Rows, Text, Whole, choice, table};
use crate::diagnostic::{At, Diagnostic, codes};

table! {
    /// The line for danger to people.
    SafetyWritten => Safety {
        /// The emergency number. There is no default: only you know what your clients must dial.
        needed number: EmergencyNumber,
        /// What comes before everything else.
        optional statement: Prose,
    }
}

table! {
    /// One tier of urgency.
    SeverityWritten => Severity {
        /// The short name other pages use.
        needed id: Id,
        /// What clients call it.
        needed name: Prose,
        /// When it applies, in the client's words.
        needed means: Prose,
        /// Cases that belong here.
        optional examples: Vec<At<Prose>>,
        /// Cases that do not, however they feel.
        optional not_examples: Vec<At<Prose>>,
        /// The channel to use: an id from `[[channel]]`.
        optional channel: Id,
        /// The hours it is covered: a name from `[hours.…]`.
        optional schedule: Id,
        /// By when somebody answers.
        optional respond_within: Length,
        /// How often the client hears news until it is over.
        optional update_every: Length,
        /// What happens outside the hours.
        optional outside_hours: Prose,
        /// Who may say that it is this tier.
        optional who_may_declare: Vec<At<Prose>>,
        /// What the client must have for it.
        optional needs_first: Vec<At<Prose>>,
        /// What it costs.
        optional fee: Money,
        /// What to do before anything else.
        optional first_minutes: Vec<At<Prose>>,
        /// What nobody can bring back.
        optional cannot_undo: Vec<At<Prose>>,
        /// The steps, in order.
        optional steps: Vec<At<Prose>>,
    }
}

table! {
    /// Help that does not depend on us.
    FallbackWritten => Fallback {
        /// The tiers it helps with: ids from `[[severity]]`.
        optional for_ as "for": Vec<At<Id>>,
        /// What it is called.
        needed name: Prose,
        /// Where it is on the web.
        optional url: WebAddress,
        /// Its number, as people write it.
        optional phone: Text,
        /// When to turn to it.
        optional when: Prose,
    }
}

choice! {
    /// By what a step of the escalation is taken.
    By, "way to escalate" {
        /// By phone.
        "phone" => Phone,
        /// By text message.
        "sms" => Sms,
        /// By e-mail.
        "email" => Email,
        /// Through the portal.
        "portal" => Portal,
        /// By letter.
        "post" => Post,
        /// Face to face.
        "visit" => Visit,
    }
}

table! {
    /// A step to take when nobody answered.
    EscalationWritten => Escalation {
        /// The short name other pages use.
        needed id: Id,
        /// Its place on the ladder, from 1.
        needed step: Whole,
        /// How long to wait before taking it.
        needed after: Length,
        /// The person asked: an id from `[[people]]`.
        needed to: Id,
        /// The channel: an id from `[[channel]]`, or a kind such as `email`.
        optional by: Id,
        /// By when that person answers.
        optional promise: Length,
    }
}

table! {
    /// When it can't wait.
    EmergenciesWritten {
        /// The line for danger to people.
        optional safety: SafetyWritten,
        /// The tiers of urgency, the most urgent first.
        optional severity: Rows<SeverityWritten>,
        /// Help that does not depend on us.
        optional fallback: Rows<FallbackWritten>,
        /// The ladder for when nobody answers.
        optional escalation: Rows<EscalationWritten>,
    }
}

/// When it can't wait, as meant.
#[derive(Clone, Debug, Default)]
pub struct Emergencies {
    /// The line for danger to people.
    pub safety: Option<Safety>,
    /// The tiers, as the owner ordered them.
    pub severities: Vec<Severity>,
    /// Help that does not depend on us.
    pub fallbacks: Vec<Fallback>,
    /// The ladder, in order of its steps.
    pub escalation: Vec<Escalation>,
}

/// What is meant by an emergencies page.
pub fn mean(written: &EmergenciesWritten, reading: &mut Reading<'_>) -> Emergencies {
    let mut escalation = rows(written.escalation.as_ref(), EscalationWritten::mean);
    escalation.sort_by_key(|rung| rung.step.value.0);
    let emergencies = Emergencies {
        safety: written.safety.as_ref().and_then(|at| at.value.mean()),
        severities: rows(written.severity.as_ref(), SeverityWritten::mean),
        fallbacks: rows(written.fallback.as_ref(), FallbackWritten::mean),
        escalation,
    };
    tell_twice(&emergencies, reading);
    let tiers = written.severity.iter().flat_map(|rows| &rows.value).map(|row| &row.value);
    tiers.for_each(|tier| tell_silent_night(tier, reading));
    emergencies
}

fn tell_twice(emergencies: &Emergencies, reading: &mut Reading<'_>) {
    let pairs = emergencies.escalation.iter().zip(emergencies.escalation.iter().skip(1));
    for (one, other) in pairs.filter(|(one, other)| one.step.value == other.step.value) {
        let message = format!("Two steps of the escalation have the number {}.", other.step.value.0);
        let finding = Diagnostic::new(&codes::policy::TWICE, message).at(other.step.span);
        reading.find(finding.also(one.step.span, "the first one").help("Number the steps 1, 2, 3."));
    }
}

/// A wall-clock target on limited hours must say what happens at night.
fn tell_silent_night(tier: &SeverityWritten, reading: &mut Reading<'_>) {
    let (Some(id), Some(target)) = (&tier.id, &tier.respond_within) else { return };
    let is_told = tier.outside_hours.is_some() || tier.slips.contains(&"outside_hours");
    if !target.value.unit().is_business() && tier.schedule.is_some() && !is_told {
        let message = format!(
            "`{}` promises an answer within {}, but does not say what happens outside its hours.",
            id.value, target.value
        );
        let help = "Add `outside_hours = \"…\"`: what should a client do at 03:00?";
        reading.tell(&codes::policy::SILENT_OUTSIDE_HOURS, target.span, message, help);
    }
}
