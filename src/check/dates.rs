//! Dates that cannot be: an end before its beginning, a ratification before the signature, an old-style date
//! that is another day. Vague dates are faulted only where no reading of them is possible.

use super::findings::Findings;
use crate::catalog::Done;
use crate::model::{Atlas, Day, EntryRef, Instrument, Origin, Tabled, When};
use crate::text::Given;

const AS_IT_STANDS: Done = "done.shown-as-it-stands";
/// The longest life that is believed.
const LONGEST_LIFE_YEARS: i32 = 115;

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    for row in atlas.entries() {
        let (from, to) = row.entry.span();
        backwards(&row, "to", from, to, findings);
        for (nth, name) in row.entry.names().iter().enumerate() {
            backwards(&row, &format!("names[{nth}].to"), name.from.as_ref(), name.to.as_ref(), findings);
        }
        row.entry.parts(&mut |part| backwards(&row, &format!("{}.to", part.field), part.from, part.to, findings));
    }
    for (instrument, origin) in atlas.instruments.with_origins() {
        instrument_dates(instrument, origin, findings);
        signatories(atlas, instrument, origin, findings);
    }
    for (event, origin) in atlas.events.with_origins() {
        old_style(&event.path(), "date_julian", &event.date, event.date_julian.as_deref(), origin, findings);
    }
    for (person, origin) in atlas.people.with_origins() {
        if let Some(lived) = &person.lived
            && let Some(death) = lived.latest()
            && years(death) - years(lived.earliest()) > LONGEST_LIFE_YEARS
        {
            let given: &Given<'_> = &[("years", &LONGEST_LIFE_YEARS), ("lived", lived)];
            findings.error(origin, format!("{}.lived", person.path()), "check.long-life", given, AS_IT_STANDS);
        }
    }
}

fn backwards(row: &EntryRef<'_>, field: &str, from: Option<&When>, to: Option<&When>, findings: &mut Findings) {
    if let (Some(from), Some(to)) = (from, to)
        && surely_before(to, from)
    {
        let given: &Given<'_> = &[("from", from), ("to", to)];
        findings.error(row.origin, format!("{}.{field}", row.path()), "check.backwards", given, AS_IT_STANDS);
    }
}

fn instrument_dates(instrument: &Instrument, origin: &Origin, findings: &mut Findings) {
    let path = instrument.path();
    let signed = Some(&instrument.signed);
    let (exchanged, in_force, ended) =
        (instrument.exchanged.as_ref(), instrument.in_force.as_ref(), instrument.ended.as_ref());
    let mut in_order = |field: String, earlier: Option<&When>, later: Option<&When>, message: &'static str| {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && surely_before(later, earlier)
        {
            let given: &Given<'_> = &[("later", later), ("earlier", earlier)];
            findings.error(origin, format!("{path}.{field}"), message, given, AS_IT_STANDS);
        }
    };
    // Of many parties some ratify late, while the act is in force among the others: only where every date is
    // known can the first be too late. Of two parties neither can be.
    let dates: Vec<&When> = instrument.ratified.iter().filter_map(|ratification| ratification.date.as_ref()).collect();
    let first = dates.iter().min().copied().filter(|_| dates.len() >= instrument.parties.len());
    for (nth, ratification) in instrument.ratified.iter().enumerate() {
        let date = ratification.date.as_ref();
        let field = || format!("ratified[{nth}].date");
        in_order(field(), signed, date, "check.ratified-unsigned");
        let date = date.filter(|date| instrument.parties.len() == 2 || Some(*date) == first);
        in_order(field(), date, exchanged, "check.exchanged-ungiven");
        in_order(field(), date, in_force, "check.in-force-unratified");
    }
    in_order("exchanged".to_owned(), signed, exchanged, "check.exchanged-unsigned");
    in_order("in_force".to_owned(), signed, in_force, "check.in-force-unsigned");
    in_order("ended".to_owned(), signed, ended, "check.ended-unsigned");
    in_order("ended".to_owned(), in_force, ended, "check.ended-not-in-force");
    old_style(&path, "signed_julian", &instrument.signed, instrument.signed_julian.as_deref(), origin, findings);
}

fn signatories(atlas: &Atlas, instrument: &Instrument, origin: &Origin, findings: &mut Findings) {
    for (nth, signatory) in instrument.signatories.iter().enumerate() {
        let Some(lived) = atlas.people.get(&signatory.person).and_then(|person| person.lived.as_ref()) else {
            continue;
        };
        let signed = &instrument.signed;
        let unborn = signed.latest().is_some_and(|latest| latest < lived.earliest());
        // A bare year is one of birth or of activity, not of death.
        let dead = lived.as_str().contains('/') && lived.latest().is_some_and(|death| death < signed.earliest());
        if unborn || dead {
            let given: &Given<'_> = &[("person", &signatory.person), ("lived", lived), ("signed", signed)];
            let path = format!("{}.signatory[{nth}]", instrument.path());
            findings.error(origin, path, "check.signed-lifeless", given, AS_IT_STANDS);
        }
    }
}

/// The Julian day must be the same day as the Gregorian one.
fn old_style(path: &str, field: &str, date: &When, julian: Option<&str>, origin: &Origin, findings: &mut Findings) {
    let Some(written) = julian.and_then(|text| text.parse::<Day>().ok()) else { return };
    if !date.is_exact() {
        return;
    }
    let behind = date.earliest().signed_duration_since(written).num_days();
    let expected = days_behind(written);
    if behind != expected {
        let given: &Given<'_> = &[("written", &written), ("expected", &expected), ("date", date), ("behind", &behind)];
        findings.error(origin, format!("{path}.{field}"), "check.old-style", given, AS_IT_STANDS);
    }
}

/// By how many days a Julian date (of 1700 to 2100) is behind the Gregorian one.
fn days_behind(julian: Day) -> i64 {
    let leap_days_since = |year: i32| Day::from_ymd_opt(year, 2, 29).or(Day::from_ymd_opt(year, 3, 1));
    11 + [1800, 1900].map(|year| i64::from(leap_days_since(year).is_some_and(|day| julian >= day))).iter().sum::<i64>()
}

/// Whether no reading of the two dates has `a` on or after `b`.
fn surely_before(a: &When, b: &When) -> bool {
    a.latest().is_some_and(|latest| latest < b.earliest())
}

fn years(day: Day) -> i32 {
    chrono::Datelike::year(&day)
}
