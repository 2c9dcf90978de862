//! Components on paper: the terms of working together.

use super::blocks::{Block, Cell, Fact, Inline, Rung};
use super::inlines::Setter;
use super::parts::{Card, LEVEL, cell, facts, pair, row_name, starts};
use crate::render::views::{
    BoundaryView, ConsequencesView, CustodyView, DeadlineView, FeesView, GoodwillView, Html, Initial, OursView, Owner,
    Receipt, RecoveryView, ResponsibilitiesView, ResponsibilityView, RushOffer, RushView, ScopeStatus, ScopeView,
    ServiceView, StepBy, StepsView, Weight,
};

impl Setter<'_, '_> {
    pub(super) fn scope(&self, view: &ScopeView) -> Vec<Block> {
        let labels = &self.theme().labels;
        self.anchor(&view.id);
        let head = [labels.service(), labels.status(), labels.details()];
        let rows = view.services.iter().map(|service| self.service(service)).collect();
        let head = head.iter().map(|words| vec![Inline::text(words)]).collect();
        vec![Block::Table { head, rows, align: starts(3), widths: vec![27, 17, 56] }]
    }

    fn service(&self, service: &ServiceView) -> Vec<Cell> {
        let labels = &self.theme().labels;
        let status = match service.status {
            ScopeStatus::Included => labels.status_included(),
            ScopeStatus::Fee => labels.status_fee(),
            ScopeStatus::NotIncluded => labels.status_not_included(),
            ScopeStatus::Referred => labels.status_referred(),
        };
        let details = [
            self.labelled("", service.fee.as_ref()),
            self.labelled(labels.how_to_ask(), service.how.as_ref()),
            self.labelled(labels.why(), service.why.as_ref()),
            self.labelled(labels.refer_to(), service.to.as_ref()),
            self.labelled(labels.instead(), service.instead.as_ref()),
        ];
        let name = Cell { id: self.anchor(&service.id), ..row_name(self.html(&service.item)) };
        let status = cell(vec![Block::paragraph(vec![Inline::text(status)])]);
        vec![name, status, cell(details.into_iter().flatten().collect())]
    }

    /// A paragraph that starts with its label.
    fn labelled(&self, label: &str, value: Option<&Html>) -> Option<Block> {
        let mut line = if label.is_empty() { Vec::new() } else { vec![Inline::strong(&format!("{label}: "))] };
        line.extend(self.html(value?));
        Some(Block::paragraph(line))
    }

    /// Two rows a thing: who owns it, and below it, across all columns, what people think and how it is.
    pub(super) fn responsibilities(&self, view: &ResponsibilitiesView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let head = [labels.item(), labels.owner_us(), labels.owner_client(), labels.owner_third()];
        let head = head.iter().map(|words| vec![Inline::text(words)]).collect();
        let rows = view.rows.iter().flat_map(|row| self.responsibility(row)).collect();
        let align = ["start", "center", "center", "center"].map(str::to_owned).into();
        vec![Block::Table { head, rows, align, widths: vec![46, 16, 16, 22] }]
    }

    fn responsibility(&self, row: &ResponsibilityView) -> Vec<Vec<Cell>> {
        let labels = &self.theme().labels;
        let mut name = vec![Block::paragraph(self.html(&row.item))];
        if let Some(clause) = &row.clause {
            name.push(Block::paragraph(vec![Inline::text(&format!("{} {clause}", labels.clause()))]));
        }
        if row.initial == Initial::Asked {
            name.push(Block::paragraph(vec![Inline::Emphasis { inside: vec![Inline::text(labels.initial_here())] }]));
        }
        let name = Cell { names_row: true, id: self.anchor(&row.id), ..cell(name) };
        let mark = |owner: Owner, words: &str| {
            let words = row.owner_name.as_deref().unwrap_or(words);
            let is_theirs = row.owner == owner;
            cell(if is_theirs { vec![Block::paragraph(vec![Inline::strong(words)])] } else { Vec::new() })
        };
        let owners = vec![
            name,
            mark(Owner::Us, labels.owner_us()),
            mark(Owner::Client, labels.owner_client()),
            mark(Owner::Third, labels.owner_third()),
        ];
        let beliefs = facts([
            self.fact(labels.often_thought(), row.often_thought.as_ref()),
            self.fact(labels.reality(), row.reality.as_ref()),
            self.fact(labels.helper(), row.helper.as_ref()),
            self.fact(labels.check(), row.check.as_ref()),
        ]);
        let below = (!beliefs.is_empty()).then(|| vec![Cell { columns: 4, ..cell(beliefs) }]);
        std::iter::once(owners).chain(below).collect()
    }

    pub(super) fn custody(&self, view: &CustodyView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let receipt = match view.receipt {
            Receipt::Unsaid => None,
            Receipt::Given => Some(labels.receipt_given()),
            Receipt::NotGiven => Some(labels.receipt_not_given()),
        };
        let receipt = receipt.map(|words| Block::paragraph(vec![Inline::text(words)]));
        let lists = self.points(labels.receipt_lists(), "yes", &view.lists);
        let rows = facts([
            self.fact(labels.tell_within(), view.tell_within.as_ref()),
            self.fact(labels.replace_within(), view.replace_within.as_ref()),
        ]);
        let inside: Vec<Block> = receipt.into_iter().chain(lists).chain(rows).collect();
        if inside.is_empty() { Vec::new() } else { vec![self.card(&Card::plain(""), Vec::new(), inside)] }
    }

    pub(super) fn deadline(&self, deadline: &DeadlineView) -> Block {
        let labels = &self.theme().labels;
        let inside = facts([
            self.fact(labels.due(), deadline.due.as_ref()),
            self.fact(labels.if_late(), deadline.if_late.as_ref()),
            self.fact(labels.late_fee(), deadline.late_fee.as_ref()),
            self.fact(labels.lost(), deadline.lost.as_ref()),
        ]);
        self.card(&Card::plain(&deadline.id), self.html(&deadline.what), inside)
    }

    pub(super) fn rush(&self, view: &RushView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let rows = facts([
            self.fact(labels.rush_within(), view.within.as_ref()),
            self.fact(labels.rush_fee(), view.fee.as_ref()),
            self.fact(labels.rush_limit(), view.limit.as_ref()),
        ]);
        let never = self.points(labels.never_for(), "no", &view.never_for);
        let title = match view.offered {
            RushOffer::Offered => labels.rush_offered(),
            RushOffer::NotOffered => labels.rush_not_offered(),
            RushOffer::Unsaid => labels.rush(),
        };
        let inside: Vec<Block> = rows.into_iter().chain(never).collect();
        if inside.is_empty() && view.offered == RushOffer::Unsaid {
            return Vec::new();
        }
        vec![self.card(&Card::plain(""), vec![Inline::text(title)], inside)]
    }

    pub(super) fn fees(&self, view: &FeesView) -> Block {
        let rows = view.fees.iter().map(|fee| {
            let name = Cell { id: self.anchor(&fee.id), ..row_name(vec![Inline::text(&fee.name)]) };
            vec![name, cell(vec![Block::paragraph(self.html(&fee.amount))])]
        });
        let align = ["start", "end"].map(str::to_owned).into();
        let head =
            [self.theme().labels.item(), self.theme().labels.fee()].map(|words| vec![Inline::text(words)]).into();
        Block::Table { head, rows: rows.collect(), align, widths: vec![3, 2] }
    }

    pub(super) fn boundary(&self, boundary: &BoundaryView) -> Block {
        let labels = &self.theme().labels;
        let asked = |label: &str, mark: &str, html: &Option<Html>| {
            html.as_ref().and_then(|html| self.points(label, mark, std::slice::from_ref(html)))
        };
        let asks = pair(
            asked(labels.please(), "yes", &boundary.please),
            asked(labels.please_dont(), "no", &boundary.please_dont),
        );
        let rows = facts([
            self.fact(labels.why(), boundary.why.as_ref()),
            self.fact(labels.you_get(), boundary.you_get.as_ref()),
        ]);
        let is_serious = boundary.weight == Weight::Serious;
        let serious = is_serious.then(|| Block::paragraph(vec![Inline::strong(labels.serious())]));
        let inside = asks.into_iter().chain(rows).chain(serious).collect();
        self.card(&Card::plain(&boundary.id), Vec::new(), inside)
    }

    pub(super) fn consequences(&self, view: &ConsequencesView) -> Block {
        let labels = &self.theme().labels;
        let rungs = view.steps.iter().map(|step| {
            let counts = step.counts.as_ref().map(|counts| Block::paragraph(self.html(counts)));
            let what = Block::paragraph(vec![Inline::Strong { inside: self.html(&step.what) }]);
            let is_serious = step.weight == Weight::Serious;
            let serious = is_serious.then(|| Block::paragraph(vec![Inline::text(labels.serious_starts_here())]));
            let inside = counts.into_iter().chain([what]).chain(serious).collect();
            Rung { id: self.anchor(&step.id), step: step.step, inside }
        });
        Block::Ladder { rungs: rungs.collect() }
    }

    pub(super) fn first_weeks(&self, view: &StepsView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let mut blocks = Vec::new();
        for moment in &view.moments {
            if let Some(when) = &moment.when {
                let id = self.anchor(&moment.id);
                blocks.push(Block::Heading { level: LEVEL, number: None, id, inside: vec![Inline::text(when)] });
            }
            let rows = moment.steps.iter().map(|step| {
                let who = match step.who {
                    Some(StepBy::Us) => labels.we_do(),
                    Some(StepBy::Client) => labels.you_do(),
                    None => "",
                };
                let mut value = vec![Block::paragraph(self.html(&step.what))];
                value.extend(step.needs.iter().filter_map(|need| self.labelled(labels.we_need(), Some(need))));
                Fact { label: vec![Inline::strong(who)], value }
            });
            blocks.push(Block::Facts { rows: rows.collect() });
        }
        blocks
    }

    pub(super) fn recovery(&self, view: &RecoveryView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let mut blocks = view.ours.as_ref().map_or_else(Vec::new, |ours| self.ours(ours));
        if let Some(yours) = &view.yours {
            blocks.push(self.titled(labels.yours(), vec![Block::paragraph(self.html(&yours.say))]));
        }
        if let Some(complaints) = &view.complaints {
            let to = complaints.to.as_ref().map(|person| self.person(person));
            let outside = complaints.outside.as_ref().map(|outside| match &outside.href {
                Some(href) => vec![Inline::Link {
                    href: href.clone(),
                    note: Some(crate::print::binding::bare(href).to_owned()),
                    inside: vec![Inline::text(&outside.name)],
                }],
                None => vec![Inline::text(&outside.name)],
            });
            let said = |label: &str, line: Option<Vec<Inline>>| {
                line.map(|line| Fact { label: vec![Inline::text(label)], value: vec![Block::paragraph(line)] })
            };
            let mut inside = facts([
                said(labels.complaints_to(), to),
                self.fact(labels.acknowledge_within(), complaints.acknowledge_within.as_ref()),
                self.fact(labels.answer_within(), complaints.answer_within.as_ref()),
                said(labels.outside(), outside),
            ]);
            inside.extend(complaints.action.as_ref().and_then(|action| self.way(action)).map(Block::paragraph));
            blocks.push(self.titled(labels.complaints(), inside));
        }
        if let Some(feedback) = &view.feedback {
            let mut inside: Vec<Block> = feedback.how.iter().map(|how| Block::paragraph(self.html(how))).collect();
            inside.extend(feedback.to.as_ref().map(|to| Block::paragraph(self.person(to))));
            blocks.push(self.titled(labels.feedback(), inside));
        }
        blocks
    }

    fn ours(&self, ours: &OursView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let mut inside = facts([
            self.fact(labels.own_within(), ours.own_within.as_ref()),
            self.fact(labels.news_every(), ours.update_every.as_ref()),
            self.fact(labels.plan_within(), ours.plan_within.as_ref()),
            self.fact(labels.follow_up_after(), ours.follow_up_after.as_ref()),
        ]);
        inside.extend(self.points(labels.remedies(), "yes", &ours.remedies));
        if inside.is_empty() { Vec::new() } else { vec![self.titled(labels.ours(), inside)] }
    }

    /// A card whose title is a heading.
    fn titled(&self, title: &str, inside: Vec<Block>) -> Block {
        let card = Card { level: Some(LEVEL), ..Card::plain("") };
        self.card(&card, vec![Inline::text(title)], inside)
    }

    pub(super) fn favour(&self, favour: &GoodwillView) -> Block {
        let labels = &self.theme().labels;
        let inside = facts([
            self.fact(labels.for_whom(), favour.who.as_ref()),
            self.fact(labels.how_often(), favour.how_often.as_ref()),
        ]);
        self.card(&Card::plain(&favour.id), self.html(&favour.what), inside)
    }
}
