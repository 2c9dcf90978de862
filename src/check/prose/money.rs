//! Prices and shares typed by hand against the facts they speak of.

use super::grammar;
use super::known::{hundredths, share};
use super::scene::{Scene, Subject};
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::policy::values::Money;

/// Words that make an amount a bound and no price.
const BOUNDS: &[&str] =
    &["to", "under", "over", "than", "least", "most", "about", "around", "roughly", "nearly", "almost", "worth"];
/// Words that make a sentence speak of what something costs here.
const PRICES: &[&str] = &[
    "charge",
    "charges",
    "charged",
    "cost",
    "costs",
    "fee",
    "fees",
    "rate",
    "rates",
    "price",
    "prices",
    "pay",
    "bill",
    "bills",
    "billed",
    "invoice",
    "is",
    "are",
    "adds",
    "add",
    "deposit",
    "surcharge",
    "extra",
    "for",
    "at",
    "hourly",
    "plus",
];

pub(super) fn check(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.tokens.len() {
        if let Some(sum) = grammar::sum(scene, at) {
            found.extend(told_sum(scene, &sum));
            at = sum.tokens.end;
        } else if let Some((hundredths, tokens)) = grammar::percent(scene, at) {
            found.extend(told_share(scene, hundredths, &tokens));
            at = tokens.end;
        }
        at += 1;
    }
    found
}

fn is_said_of_us(scene: &Scene<'_>, at: usize) -> bool {
    let is_bound = BOUNDS.contains(&scene.before(at)) && !["comes", "adds"].contains(&scene.word(at.saturating_sub(2)));
    !is_bound && !scene.is_quoted(at) && scene.has(PRICES) && scene.subject(at) != Subject::Other
}

fn told_sum(scene: &Scene<'_>, sum: &grammar::Sum) -> Option<Diagnostic> {
    let known = scene.known;
    let is_same = |(_, money): &(&str, &Money)| hundredths(money) == Some(sum.hundredths);
    let prices = || known.moneys.iter().filter(|(_, money)| hundredths(money).is_some());
    let named = || prices().filter(|(path, _)| is_named(scene, path));
    // Of what is named, one must have this price; where nothing is named, any fact may.
    let is_known = if named().next().is_some() {
        named().any(is_same)
    } else {
        prices().any(is_same) || known.loose.sums.contains(&sum.hundredths)
    };
    if is_known || !is_said_of_us(scene, sum.tokens.start) {
        return None;
    }
    let by_name = named().next();
    let by_unit = || {
        prices()
            .find(|(path, money)| path.starts_with("fee.") && sum.per.is_some() && money.per() == sum.per.as_deref())
    };
    let (path, money) = by_name.or_else(by_unit)?;
    // “120 a page” and “110 an hour” are two prices, whatever their names share.
    if sum.per.is_some() && money.per().is_some() && money.per() != sum.per.as_deref() {
        return None;
    }
    Some(told(scene, &codes::facts::MONEY_IN_PROSE, &sum.tokens, path, money))
}

fn told(
    scene: &Scene<'_>,
    code: &'static Code,
    tokens: &std::ops::Range<usize>,
    path: &str,
    money: &Money,
) -> Diagnostic {
    let said = scene.typed(tokens);
    let message = format!("This says “{said}”, and the facts say {}.", money.words(scene.known.site.voice.wording()));
    scene.finding(code, tokens, message, path)
}

/// Whether the sentence names what a price is for: all telling words of its path.
fn is_named(scene: &Scene<'_>, path: &str) -> bool {
    let mut parts = path.split('.');
    let (table, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if table == "severity" {
        return scene.has(&["emergency", "call-out", "callout"])
            && scene.has(&["fee", "rate", "charge", "costs", "cost"]);
    }
    let words: Vec<&str> = id.split('-').filter(|word| word.len() > 3).collect();
    let stem = |word: &str| word.trim_end_matches('s').trim_end_matches("ly").to_owned();
    !words.is_empty() && words.iter().all(|word| scene.words.iter().any(|said| stem(said) == stem(word)))
}

fn told_share(scene: &Scene<'_>, hundredths: u64, tokens: &std::ops::Range<usize>) -> Option<Diagnostic> {
    let known = scene.known;
    if !is_said_of_us(scene, tokens.start) {
        return None;
    }
    if let Some((path, money)) =
        known.moneys.iter().find(|(path, money)| share(money).is_some() && is_named(scene, path))
    {
        let is_other = share(money) != Some(hundredths);
        return is_other.then(|| told(scene, &codes::facts::PERCENT_IN_PROSE, tokens, path, money));
    }
    if known.moneys.iter().any(|(_, money)| share(money) == Some(hundredths))
        || known.loose.percents.contains(&hundredths)
    {
        return None;
    }
    let rush = known.site.policies.written.deadlines.as_ref()?.rush.as_ref()?;
    let fee = rush.value.fee.as_ref().filter(|fee| {
        fee.value.text.contains('%') && scene.has(&["rush", "rushed", "urgent", "express", "priority"])
    })?;
    let message = format!("This says “{}”, and the facts say {}.", scene.typed(tokens), fee.value.text);
    Some(scene.finding(&codes::facts::PERCENT_IN_PROSE, tokens, message, "rush.fee"))
}
