//! How long the index takes to build and to answer, on the shipped data. Limits: 25 ms and 5 ms.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kars_atlas::catalog;
use kars_atlas::search::SearchIndex;
use kars_atlas::text::Texts;
use kars_atlas::world::World;

fn search(c: &mut Criterion) {
    let world = World::new(catalog::load_embedded());
    c.bench_function("build the index", |b| b.iter(|| SearchIndex::new(black_box(&world), &Texts::english())));
    let index = SearchIndex::new(&world, &Texts::english());
    for query in [
        "k",
        "ka",
        "kars",
        "treaty of kars",
        "Leninakan",
        "Александрополь",
        "kars 5",
        "13 October 1921",
        "1921",
        "the Turkish army enters Alexandropol",
        "zzzz",
    ] {
        c.bench_function(&format!("search {query}"), |b| b.iter(|| index.search(black_box(query), 50)));
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
