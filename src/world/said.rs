//! The world in sentences: who holds ground, and what a step changes. The words are those of the texts it is given.

use super::{ClaimChange, Step, World};
use crate::model::{Article, Holder, Instrument, Polity, Sense};
use crate::text::Texts;

/// How many tracts of a change are named, and how many changes of a step.
const NAMED_TRACTS: usize = 3;
const NAMED_CHANGES: usize = 2;

impl World {
    /// The names of holders; nobody is said to hold what is undetermined.
    pub fn holders_text(&self, texts: &Texts, holders: &[Holder]) -> String {
        self.holders(texts, holders, |polity| &polity.name)
    }

    /// The same within a sentence: `the Ottoman Empire`.
    pub fn holders_in_sentence(&self, texts: &Texts, holders: &[Holder]) -> String {
        self.holders(texts, holders, Polity::name_in_sentence)
    }

    fn holders(&self, texts: &Texts, holders: &[Holder], name: impl Fn(&Polity) -> &str) -> String {
        let names: Vec<&str> = holders
            .iter()
            .map(|holder| match holder.polity().and_then(|id| self.atlas.polities.get(id)) {
                Some(polity) => name(polity),
                None => texts.say("holder.nobody"),
            })
            .collect();
        texts.list(&names)
    }

    /// The name of a tract by its position; its id where the record has no such tract.
    pub fn tract_name(&self, tract: usize) -> &str {
        let id = self.ground.id(tract).unwrap_or_default();
        self.atlas.tracts.get(id).map_or(id, |tract| tract.name.as_str())
    }

    /// An article with its instrument, in few words: `Kars 1921, Article 5`.
    pub fn article_text(&self, texts: &Texts, article: &Article) -> String {
        self.article(texts, article, Instrument::short_name)
    }

    /// The same with the whole name of the instrument: `Treaty of Kars, Article 5`.
    pub fn whole_article_text(&self, texts: &Texts, article: &Article) -> String {
        self.article(texts, article, |instrument| &instrument.name)
    }

    fn article(&self, texts: &Texts, article: &Article, name: impl Fn(&Instrument) -> &str) -> String {
        let instrument = self.atlas.instruments.get(article.instrument()).map_or("", name);
        texts.fill("article.name", &[("instrument", &instrument), ("article", &article.label)])
    }

    /// Who holds ground by right and in fact: `by right Georgia (Soviet), in fact Armenia`, or one name where both are one.
    pub fn held_text(&self, texts: &Texts, right: &[Holder], fact: &[Holder]) -> String {
        let right_text = self.holders_text(texts, right);
        if right == fact {
            return right_text;
        }
        texts.fill("holder.right-and-fact", &[("right", &right_text), ("fact", &self.holders_text(texts, fact))])
    }

    /// `Kars, Ardahan, Olti and 3 more`.
    fn tracts_text(&self, texts: &Texts, tracts: &[usize]) -> String {
        let names: Vec<&str> = tracts.iter().take(NAMED_TRACTS).map(|tract| self.tract_name(*tract)).collect();
        match tracts.len().saturating_sub(NAMED_TRACTS) {
            0 => texts.list(&names),
            more => texts.count("step.tracts-and-more", more, &[("names", &names.join(", "))]),
        }
    }

    /// Who begins to claim, and who ceases, in few words.
    fn claims_text(&self, texts: &Texts, claims: &[ClaimChange<'_>]) -> Option<String> {
        let first = claims.iter().find(|change| change.begins).or_else(|| claims.first())?;
        let who = self.atlas.name_of(&first.claim.by).unwrap_or_default();
        let what = self.atlas.name_of(&first.claim.tract).unwrap_or_default();
        let key = if first.begins { "step.claim-begins" } else { "step.claim-ends" };
        let said = texts.fill(key, &[("who", &who), ("what", &what)]);
        Some(match claims.len() {
            1 => said,
            several => texts.count("step.claims-in-all", several, &[("first", &said)]),
        })
    }
}

impl Step<'_> {
    /// One line: what passes from whom to whom, and by what. The largest change first.
    pub fn text(&self, world: &World, texts: &Texts) -> String {
        let groups = self.groups();
        let mut parts: Vec<String> = groups.iter().take(NAMED_CHANGES).map(|group| group.text(world, texts)).collect();
        parts.extend(world.claims_text(texts, &self.claims));
        match groups.len().saturating_sub(NAMED_CHANGES) {
            0 => {}
            more => parts.push(texts.count("step.more-changes", more, &[])),
        }
        parts.join("; ")
    }

    /// The changes that are told in one breath, the largest first.
    fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for change in &self.changes {
            let (before, after) = (change.before.holders.as_slice(), change.after.holders.as_slice());
            let by = change.after.by.first().map(String::as_str);
            let same =
                |group: &&mut Group<'_>| (group.sense, group.before, group.after) == (change.sense, before, after);
            match groups.iter_mut().find(same) {
                Some(group) => group.tracts.push(change.tract),
                None => groups.push(Group { sense: change.sense, before, after, tracts: vec![change.tract], by }),
            }
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.tracts.len()));
        groups
    }
}

/// Tracts that pass from the same holders to the same, in one sense.
struct Group<'a> {
    sense: Sense,
    before: &'a [Holder],
    after: &'a [Holder],
    tracts: Vec<usize>,
    /// What the first of them passed by.
    by: Option<&'a str>,
}

impl Group<'_> {
    fn text(&self, world: &World, texts: &Texts) -> String {
        let said = texts.fill(
            match self.sense {
                Sense::DeJure => "step.passes-by-right",
                Sense::DeFacto => "step.passes-in-fact",
            },
            &[
                ("tracts", &world.tracts_text(texts, &self.tracts)),
                ("before", &world.holders_in_sentence(texts, self.before)),
                ("after", &world.holders_in_sentence(texts, self.after)),
            ],
        );
        match self.by.and_then(|id| world.atlas.name_of(id)) {
            Some(by) => texts.fill("step.by", &[("change", &said), ("by", &by)]),
            None => said,
        }
    }
}
