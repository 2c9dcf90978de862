//! The business as a schema.org `LocalBusiness` of the owner's type, and its doors as `ContactPoint`s.

use serde_json::Value;

use super::{Node, hours};
use crate::address::Address;
use crate::diagnostic::At;
use crate::policy::availability::Schedule;
use crate::policy::business::{AddressWritten, Visits};
use crate::policy::business_types;
use crate::policy::channels::{Channel, ChannelKind, Door};
use crate::policy::values::{Country, Id, Phone};
use crate::policy::written::Text;
use crate::render::pages::canonical;
use crate::render::scene::Scene;
use crate::source::Layout;

/// The business; nothing in somebody's handbook, which need not be one.
pub(super) fn node(scene: &Scene<'_>) -> Option<Node> {
    let business = &scene.site.business;
    if scene.site.layout == Layout::Handbook {
        return None;
    }
    let mut node = Node::of(kind(scene));
    node.set("name", business.name.as_str());
    node.set_some("legalName", business.legal_name.as_deref());
    node.set_some("slogan", business.tagline.as_deref());
    node.set_some("description", home_summary(scene));
    if let Some(url) = &business.url {
        node.set("url", canonical(url, "index.html"));
        node.set("@id", canonical(url, "index.html") + "#business");
        let logo = scene.site.logo().map(|logo| canonical(url, logo.address.as_str()));
        node.set_some("logo", logo.clone());
        node.set_some("image", logo);
    }
    node.set_some("address", address(scene));
    node.set_list("areaServed", business.area_served.iter().map(|place| place.as_str().into()).collect());
    add_doors(scene, &mut node);
    add_hours(scene, &mut node);
    Some(node)
}

/// The owner's type, in schema.org's own spelling; a type it does not know has been told.
fn kind(scene: &Scene<'_>) -> &'static str {
    let typed = scene.site.business.kind_of_business.as_ref();
    typed.and_then(|typed| business_types::find(&typed.value)).unwrap_or(business_types::ANY)
}

fn home_summary(scene: &Scene<'_>) -> Option<String> {
    let home = scene.site.pages.iter().find(|page| page.address == Address::new("index.html"))?;
    home.summary.clone()
}

/// Where the business is; where visits are forbidden neither the street nor the postcode, which may mean a single street.
fn address(scene: &Scene<'_>) -> Option<Value> {
    let business = &scene.site.business;
    let AddressWritten { street, city, region, postcode, .. } = business.address.as_ref()?;
    let part = |text: &Option<At<Text>>| text.as_ref().map(|at| at.value.to_string()).filter(|text| !text.is_empty());
    let mut node = Node::of("PostalAddress");
    if business.visits != Some(Visits::Forbidden) {
        node.set_some("streetAddress", part(street));
        node.set_some("postalCode", part(postcode));
    }
    node.set_some("addressLocality", part(city));
    node.set_some("addressRegion", part(region));
    node.set_some("addressCountry", business.country.map(Country::code));
    Some(node.into_value())
}

/// Number and address for everyday, and every door as a contact point.
fn add_doors(scene: &Scene<'_>, node: &mut Node) {
    let channels = scene.site.policies.for_address_books();
    let ordinary = channels.iter().filter(|channel| !is_for_emergencies(scene, channel));
    let doors = ordinary.filter_map(|channel| Some((channel.kind.value, &channel.door.as_ref()?.value)));
    for (kind, door) in doors.collect::<Vec<_>>().into_iter().rev() {
        // The best comes last and stays.
        match door {
            Door::Number(phone) if kind == ChannelKind::Phone => node.set("telephone", number(phone)),
            Door::Mail(mail) => node.set("email", mail.to_string()),
            _ => {}
        }
    }
    let points = channels.iter().filter(|channel| channel.kind.value != ChannelKind::Social);
    node.set_list("contactPoint", points.filter_map(|channel| contact_point(scene, channel)).collect());
}

fn contact_point(scene: &Scene<'_>, channel: &Channel) -> Option<Value> {
    let mut node = Node::of("ContactPoint");
    match &channel.door.as_ref()?.value {
        Door::Number(phone) => node.set("telephone", number(phone)),
        Door::Mail(mail) => node.set("email", mail.to_string()),
        Door::Web(web) => node.set("url", web.to_string()),
        Door::Words(_) => return None,
    }
    // Google knows these names of purposes.
    node.set("contactType", if is_for_emergencies(scene, channel) { "emergency" } else { "customer service" });
    node.set("name", scene.channel_name(channel));
    node.set("availableLanguage", scene.site.business.language.to_string());
    let schedule = channel.schedule.as_ref().and_then(|id| schedule(scene, &id.value));
    node.set_list("hoursAvailable", schedule.map(|schedule| hours::week(&schedule.week)).unwrap_or_default());
    Some(node.into_value())
}

/// Whether a tier of urgency names the channel, and its own hours are on call.
fn is_for_emergencies(scene: &Scene<'_>, channel: &Channel) -> bool {
    let policies = &scene.site.policies;
    let is_named = policies
        .emergencies
        .severities
        .first()
        .and_then(|tier| tier.channel.as_ref())
        .is_some_and(|id| id.value == channel.id.value);
    let on_call = policies.on_call_schedules();
    is_named && channel.schedule.as_ref().is_some_and(|id| on_call.contains(&&id.value))
}

/// The usual hours. On-call hours are never the shop's.
fn add_hours(scene: &Scene<'_>, node: &mut Node) {
    let Some(usual) = scene.site.policies.availability.usual() else { return };
    let week = hours::week(&usual.week);
    if week.is_empty() {
        return;
    }
    node.set_list("openingHoursSpecification", week);
    node.set_list("specialOpeningHoursSpecification", hours::special(scene.site, usual, scene.today));
}

fn schedule<'s>(scene: &Scene<'s>, id: &Id) -> Option<&'s Schedule> {
    scene.site.policies.availability.schedule(id)
}

/// As it is dialled from anywhere.
fn number(phone: &Phone) -> String {
    let extension = phone.extension().map_or_else(String::new, |digits| format!(";ext={digits}"));
    phone.e164() + &extension
}
